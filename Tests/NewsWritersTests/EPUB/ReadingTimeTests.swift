import Testing

@testable import NewsWriters

/// Words and characters of a marked-up text, counted eight bytes at once, are those counted one by
/// one.
@Suite struct ReadingTimeTests {
  @Test(arguments: [
    ("", 0, 0), ("one", 1, 0), ("one two", 2, 0), ("  one\n\ntwo  ", 2, 0),
    ("<p class=\"one two\">three</p>", 1, 0), ("un<em>believ</em>able", 3, 0),
    ("a a a a a a a a a a a a a", 13, 0), ("unbelievably-long-words-count", 4, 0),
    ("Слово за словом, и ещё одно.", 6, 0), ("naïve Ünïcödé café", 3, 0),
    ("三月七日", 0, 4), ("三月 seven 日", 1, 3), ("三月seven日eight", 2, 3), ("한국어 단어", 0, 5),
    ("12345678 2345678 a", 3, 0), ("1234567 <b>three</b> four", 3, 0),
  ])
  func counts(_ markup: String, _ words: Int, _ characters: Int) {
    let bytes = Array(markup.utf8)
    let count = bytes.withUnsafeBytes { ReadingTime.tally(in: $0) }
    #expect(count.words == words)
    #expect(count.characters == characters)
  }

  /// The same text however it lies to the words of eight bytes.
  @Test func alignmentMatters() {
    var random = SystemRandomNumberGenerator()
    let parts = ["a", "word", " ", "<b>", "</b>", "é", "Слово", "月", "日", "\n", "-", "9", "한"]
    for _ in 0..<2000 {
      let markup = (0..<12).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let whole = Array(markup.utf8).withUnsafeBytes { ReadingTime.tally(in: $0) }
      for blanks in 1...8 {
        let shifted = Array((String(repeating: " ", count: blanks) + markup).utf8)
        let count = shifted.withUnsafeBytes { ReadingTime.tally(in: $0) }
        #expect(count == whole, "\(blanks) blanks before \(markup)")
      }
    }
  }
}
