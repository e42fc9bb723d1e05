/// The short runs of letters of a text, to see quickly how much of another text is in it.
struct Shingles {
  private var runs: Set<UInt64> = []
  /// How many bytes a run has, and how many are gone on by in the text that is looked up.
  private static let length = 12
  private static let step = 5

  /// The runs of a text's letters.
  init(_ letters: [UInt8]) {
    guard letters.count >= Self.length else { return }
    runs.reserveCapacity(letters.count)
    for start in 0...(letters.count - Self.length) { runs.insert(Self.hash(letters, start)) }
  }

  /// The share of a text, in thousandths, that is in this one; `nil` for one too short to say.
  func share(of letters: [UInt8]) -> Int? {
    guard letters.count >= Self.length else { return nil }
    var all = 0
    var found = 0
    for start in stride(from: 0, through: letters.count - Self.length, by: Self.step) {
      all += 1
      if runs.contains(Self.hash(letters, start)) { found += 1 }
    }
    return found * 1000 / all
  }

  private static func hash(_ letters: [UInt8], _ start: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in start..<(start + length) {
      hash = (hash ^ UInt64(letters[index])) &* 0x100_0000_01b3
    }
    return hash
  }
}
