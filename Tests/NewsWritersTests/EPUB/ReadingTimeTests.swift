import Testing

@testable import NewsWriters

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
}
