/// Finds words in a text in lower case, all of them in one pass.
struct WordPlaces: Sendable {
  /// The words by their first byte.
  private let words: [[[UInt8]]]

  init(_ words: [String]) {
    var byFirst = [[[UInt8]]](repeating: [], count: 256)
    for word in words.map({ Array($0.utf8) }) { byFirst[Int(word[0])].append(word) }
    self.words = byFirst
  }

  /// Where the first of them begins.
  func start(in text: [UInt8]) -> Int? {
    for place in text.indices
    where words[Int(text[place])].contains(where: { stands($0, place, text) }) {
      return place
    }
    return nil
  }

  /// Where the first of them ends.
  func end(in text: [UInt8]) -> Int? {
    var first = Int.max
    for place in text.indices {
      if place >= first { break }
      for word in words[Int(text[place])] where stands(word, place, text) {
        first = min(first, place + word.count)
      }
    }
    return first < Int.max ? first : nil
  }

  private func stands(_ word: [UInt8], _ place: Int, _ text: [UInt8]) -> Bool {
    guard place + word.count <= text.count else { return false }
    for index in word.indices where text[place + index] != word[index] { return false }
    return true
  }
}
