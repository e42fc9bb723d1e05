import NewsKitTesting
import Testing
@testable import NewsEPUB

@Suite struct ReadingTimeTests {
  @Test(
    arguments: [
      ("<p></p>", nil), ("<p>a few words</p>", nil),
      ("<p>" + String(repeating: "word ", count: 460) + "</p>", 2),
      ("<p>" + String(repeating: "字", count: 1350) + "</p>", 3),
      ("<p>" + String(repeating: "слово ", count: 230) + "</p>", 1),
      ("<p>" + String(repeating: "字", count: 450) + String(repeating: " word", count: 230), 2),
      // Tags and their attributes are not read.
      (String(repeating: "<a href=\"one two three\"></a>", count: 1000), nil),
    ] as [(String, Int?)])
  func minutes(markup: String, minutes: Int?) {
    #expect(ReadingTime.minutes(Array(markup.utf8)) == minutes)
  }

  /// What is counted sixteen bytes at once is what is counted one by one.
  @Test(arguments: [
    ("", 0, 0), ("one", 1, 0), ("one two", 2, 0), ("  one\n\ntwo  ", 2, 0),
    ("<p class=\"one two\">three</p>", 1, 0), ("un<em>believ</em>able", 3, 0),
    ("a a a a a a a a a a a a a", 13, 0), ("unbelievably-long-words-count", 4, 0),
    ("Слово за словом, и ещё одно.", 6, 0), ("naïve Ünïcödé café", 3, 0),
    ("三月七日", 0, 4), ("三月 seven 日", 1, 3), ("三月seven日eight", 2, 3), ("한국어 단어", 0, 5),
    ("12345678 2345678 a", 3, 0), ("1234567 <b>three</b> four", 3, 0),
  ])
  func counts(_ markup: String, _ words: Int, _ characters: Int) {
    let count = Array(markup.utf8).withUnsafeBufferPointer { ReadingTime.tally(in: $0) }
    #expect(count.words == words)
    #expect(count.characters == characters)
  }

  /// The same text is counted alike however it lies to the vectors of sixteen bytes.
  @Test func alignmentDoesNotMatter() {
    var random = SeededGenerator(seed: 8)
    let parts = ["a", "word", " ", "<b>", "</b>", "é", "Слово", "月", "日", "\n", "-", "9", "한"]
    for _ in 0..<2000 {
      let markup = (0..<12).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let whole = Array(markup.utf8).withUnsafeBufferPointer { ReadingTime.tally(in: $0) }
      for blanks in 1...16 {
        let shifted = Array((String(repeating: " ", count: blanks) + markup).utf8)
        let count = shifted.withUnsafeBufferPointer { ReadingTime.tally(in: $0) }
        #expect(count == whole, "\(blanks) blanks before \(markup)")
      }
    }
  }
}
