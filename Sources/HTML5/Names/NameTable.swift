/// Numbers for names: the known ones, and those of one document in order of appearance.
///
/// A name of up to fifteen bytes is its own key. The hash is multiplied by numbers chosen anew for
/// each process, so that nobody can write a page of names that all meet in one place.
struct NameTable: ~Copyable {
  struct Slot {
    /// The first eight bytes; of a long name too.
    var low: UInt64
    /// The others; of a long name a hash, with a last byte that no UTF-8 has.
    var high: UInt64
    /// The name's number; 0 where the slot is free.
    var number: UInt32

    static let free = Slot(low: 0, high: 0, number: 0)
  }

  /// The known names' slots, which all documents share.
  private let slots: UnsafePointer<Slot>
  private let mask: Int
  /// The slots of the document's own names: most pieces of one have none.
  private var own = UniqueArray<Slot>()
  /// Where the document's own names are in ``bytes``.
  private(set) var places: UniqueArray<Place>
  private(set) var bytes: UniqueArray<UInt8>
  private let knownCount: UInt32

  struct Place {
    var start: UInt32
    var count: UInt32
  }

  init() {
    let known = KnownNames.table
    slots = known.slots.start
    mask = known.slots.count - 1
    places = UniqueArray()
    bytes = UniqueArray()
    knownCount = UInt32(known.count)
  }

  /// How many names there are.
  var count: UInt32 { knownCount + UInt32(places.count) }

  /// The number of a name of up to fifteen bytes, given as two words, the first byte lowest.
  @inline(__always)
  mutating func number(_ low: UInt64, _ high: UInt64, length: Int) -> UInt32 {
    let hash = Self.hash(low, high)
    var index = hash & mask
    while true {
      let slot = slots[index]
      if slot.low == low, slot.high == high, slot.number != 0 { return slot.number }
      if slot.number == 0 { return ownNumber(low, high, hash, length: length) }
      index = (index &+ 1) & mask
    }
  }

  @inline(never)
  private mutating func ownNumber(
    _ low: UInt64, _ high: UInt64, _ hash: Int, length: Int
  ) -> UInt32 {
    if own.isEmpty { own.fill(to: Self.fewest, with: .free) }
    var index = hash & (own.count - 1)
    while own[index].number != 0 {
      if own[index].low == low, own[index].high == high { return own[index].number }
      index = (index + 1) & (own.count - 1)
    }
    return insert(low, high, length: length, at: index)
  }

  /// The fewest slots of a document that has names of its own; a power of two.
  private static let fewest = 64

  /// The number of a name that stands at the end of ``bytes``, from a place on; it is taken away
  /// from there where it is known.
  mutating func number(ofBytesFrom start: Int) -> UInt32 {
    let length = bytes.count - start
    if length < 16 {
      var low: UInt64 = 0
      var high: UInt64 = 0
      for offset in 0..<length {
        let byte = UInt64(bytes[start + offset])
        if offset < 8 {
          low |= byte << UInt64(8 * offset)
        } else {
          high |= byte << UInt64(8 * (offset - 8))
        }
      }
      bytes.truncate(to: start)
      return number(low, high, length: length)
    }
    let (low, high) = Self.key(ofLong: bytes.span, from: start)
    let hash = Self.hash(low, high)
    var index = hash & mask
    while slots[index].number != 0 {
      let slot = slots[index]
      if slot.low == low, slot.high == high, isSame(slot.number, from: start, length: length) {
        bytes.truncate(to: start)
        return slot.number
      }
      index = (index + 1) & mask
    }
    if own.isEmpty { own.fill(to: Self.fewest, with: .free) }
    index = hash & (own.count - 1)
    while own[index].number != 0 {
      let slot = own[index]
      if slot.low == low, slot.high == high, isSame(slot.number, from: start, length: length) {
        bytes.truncate(to: start)
        return slot.number
      }
      index = (index + 1) & (own.count - 1)
    }
    let number = count
    places.append(Place(start: UInt32(start), count: UInt32(length)))
    occupy(index, Slot(low: low, high: high, number: number))
    return number
  }

  /// Appends a byte of a name whose number will be asked for.
  @inline(__always)
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  private func isSame(_ number: UInt32, from start: Int, length: Int) -> Bool {
    guard number >= knownCount else {
      let name = KnownNames.table.names[Int(number)]
      guard name.count == length else { return false }
      for offset in 0..<length where name[offset] != bytes[start + offset] { return false }
      return true
    }
    let place = places[Int(number - knownCount)]
    guard Int(place.count) == length else { return false }
    for offset in 0..<length where bytes[Int(place.start) + offset] != bytes[start + offset] {
      return false
    }
    return true
  }

  @inline(never)
  private mutating func insert(_ low: UInt64, _ high: UInt64, length: Int, at index: Int) -> UInt32
  {
    let number = count
    places.append(Place(start: UInt32(bytes.count), count: UInt32(length)))
    for offset in 0..<length {
      let word = offset < 8 ? low >> UInt64(8 * offset) : high >> UInt64(8 * (offset - 8))
      bytes.append(UInt8(truncatingIfNeeded: word))
    }
    occupy(index, Slot(low: low, high: high, number: number))
    return number
  }

  private mutating func occupy(_ index: Int, _ slot: Slot) {
    own[index] = slot
    if places.count * 2 > own.count { grow() }
  }

  private mutating func grow() {
    let size = own.count * 2
    var larger = UniqueArray<Slot>(capacity: size)
    larger.fill(to: size, with: .free)
    for index in 0..<own.count where own[index].number != 0 {
      var place = Self.hash(own[index].low, own[index].high) & (size - 1)
      while larger[place].number != 0 { place = (place + 1) & (size - 1) }
      larger[place] = own[index]
    }
    own = larger
  }

  // MARK: - Hashes

  private static let factors: (low: UInt64, high: UInt64) = (
    UInt64.random(in: .min ... .max) | 1, UInt64.random(in: .min ... .max) | 1
  )

  @inline(__always)
  private static func hash(_ low: UInt64, _ high: UInt64) -> Int {
    let product = low &* factors.low &+ high &* factors.high
    return Int(truncatingIfNeeded: product >> 40)
  }

  /// The key of a name of sixteen bytes and more.
  private static func key(ofLong name: Span<UInt8>, from start: Int) -> (UInt64, UInt64) {
    var low: UInt64 = 0
    var hash: UInt64 = 0
    for index in start..<name.count {
      if index - start < 8 { low |= UInt64(name[index]) << UInt64(8 * (index - start)) }
      hash = (hash ^ UInt64(name[index])) &* factors.high
      hash ^= hash >> 29
    }
    return (low, hash | 0xFF00_0000_0000_0000)
  }

  /// Slots that every table begins with: never written once they are made, and never freed.
  struct KnownSlots: @unchecked Sendable {
    let start: UnsafePointer<Slot>
    let count: Int

    init(for names: [[UInt8]]) {
      let slots = NameTable.slots(for: names)
      let memory = UnsafeMutableBufferPointer<Slot>.allocate(capacity: slots.count)
      _ = memory.initialize(from: slots)
      // A table has 64 slots at least.
      start = UnsafePointer(memory.baseAddress.unsafelyUnwrapped)
      count = slots.count
    }
  }

  private static func slots(for names: [[UInt8]]) -> [Slot] {
    var size = 64
    while size < names.count * 3 { size *= 2 }
    var slots = Array(repeating: Slot.free, count: size)
    for (number, name) in names.enumerated() where number > 0 {
      var (low, high): (UInt64, UInt64) = (0, 0)
      if name.count < 16 {
        for (offset, byte) in name.enumerated() {
          if offset < 8 {
            low |= UInt64(byte) << UInt64(8 * offset)
          } else {
            high |= UInt64(byte) << UInt64(8 * (offset - 8))
          }
        }
      } else {
        (low, high) = key(ofLong: name.span, from: 0)
      }
      var index = hash(low, high) & (size - 1)
      while slots[index].number != 0 { index = (index + 1) & (size - 1) }
      slots[index] = Slot(low: low, high: high, number: UInt32(number))
    }
    return slots
  }
}
