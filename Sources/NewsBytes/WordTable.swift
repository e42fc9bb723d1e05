/// Words that are known beforehand, each with a number, found by their bytes.
///
/// A program makes its tables of words at every start. A dictionary costs many times as much then:
/// the runtime looks its types up among all that the program has.
package struct WordTable: Sendable {
  /// All words, one behind the other.
  private var text: [UInt8] = []
  /// Where a word lies in ``text`` with its length and number; zero where there is none.
  private var slots: [UInt64]
  private var count = 0

  /// Makes an empty table.
  ///
  /// - Parameter words: how many words there will be, about.
  package init(words: Int = 32) {
    var size = 64
    while size < words * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    text.reserveCapacity(words * 8)
  }

  /// The number of a word; 0 of one that is not known.
  package subscript(word: [UInt8]) -> UInt16 {
    word.withUnsafeBufferPointer { UInt16(truncatingIfNeeded: slots[slot(of: $0)]) }
  }

  /// Gives words that blanks part the bits of a number, beside those that they have.
  package mutating func add(_ words: String, _ number: UInt16) {
    words.withBytes { bytes in
      Self.forEachWord(in: bytes) { word in
        let place = slot(of: word)
        if slots[place] == 0 {
          insert(word, number, at: place)
        } else {
          slots[place] |= UInt64(number)
        }
      }
    }
  }

  /// Gives words that blanks part the numbers from one on, in their order; none of them may have been
  /// used. A word that is known keeps its own, and the next has the number that it would have had.
  ///
  /// - Returns: the number behind the last.
  @discardableResult
  package mutating func add(_ words: String, numberedFrom first: UInt16) -> UInt16 {
    var number = first
    words.withBytes { bytes in
      Self.forEachWord(in: bytes) { word in
        if self.number(of: word, orNew: number) == number { number += 1 }
      }
    }
    return number
  }

  /// The number of a word, which is added with a new one if it is not known.
  package mutating func number(
    of word: UnsafeBufferPointer<UInt8>, orNew number: UInt16
  ) -> UInt16 {
    let place = slot(of: word)
    if slots[place] != 0 { return UInt16(truncatingIfNeeded: slots[place]) }
    insert(word, number, at: place)
    return number
  }

  /// Visits the words of a list that blanks part.
  package static func forEachWord(
    in list: UnsafeBufferPointer<UInt8>, _ visit: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for index in 0...list.count where index == list.count || list[index] == 0x20 {
      if index > start { visit(UnsafeBufferPointer(rebasing: list[start..<index])) }
      start = index + 1
    }
  }

  private mutating func insert(
    _ word: UnsafeBufferPointer<UInt8>, _ number: UInt16, at place: Int
  ) {
    slots[place] = UInt64(text.count) << 32 | UInt64(word.count) << 16 | UInt64(number)
    text += word
    count += 1
    if count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 4)
    for entry in old where entry != 0 {
      let place = text.withUnsafeBufferPointer {
        slot(of: UnsafeBufferPointer(rebasing: $0[Self.range(of: entry)]))
      }
      slots[place] = entry
    }
  }

  /// Where a word is, or would be. The words are ours, so nobody else can make them meet in one
  /// place.
  private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let mask = slots.count - 1
    var place = Int((hash ^ hash >> 15) & UInt32(mask))
    return slots.withUnsafeBufferPointer { slots in
      text.withUnsafeBufferPointer { text in
        while slots[place] != 0, !Self.isEqual(text, slots[place], word) {
          place = (place + 1) & mask
        }
        return place
      }
    }
  }

  private static func isEqual(
    _ text: UnsafeBufferPointer<UInt8>, _ entry: UInt64, _ word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let range = range(of: entry)
    guard range.count == word.count else { return false }
    for index in 0..<word.count where text[range.lowerBound + index] != word[index] {
      return false
    }
    return true
  }

  private static func range(of entry: UInt64) -> Range<Int> {
    let start = Int(entry >> 32)
    return start..<start + Int(entry >> 16 & 0xFFFF)
  }
}
