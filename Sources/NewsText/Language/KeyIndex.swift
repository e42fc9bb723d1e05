/// Numbers for a fixed set of keys, found in a few instructions: letters and short words that tell
/// languages apart are looked up for every word of a text.
struct KeyIndex {
  private var keys: [UInt64]
  private var numbers: [Int32]
  private let shift: UInt64
  /// How many keys there are.
  private(set) var count = 0

  /// Numbers the keys in order, from 0; a key given twice keeps its first number. No key is 0.
  init(_ all: some Collection<UInt64>) {
    var bits: UInt64 = 4
    while 1 << bits < all.count * 3 { bits += 1 }
    shift = 64 - bits
    keys = Array(repeating: 0, count: 1 << Int(bits))
    numbers = Array(repeating: 0, count: 1 << Int(bits))
    for key in all where number(of: key) == nil {
      var slot = place(of: key)
      while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      numbers[slot] = Int32(count)
      count += 1
    }
  }

  /// The number of a key.
  func number(of key: UInt64) -> Int? {
    var slot = place(of: key)
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(numbers[slot]) }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
