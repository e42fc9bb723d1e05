import NewsModel
import NewsSignals
import Testing

@Suite struct SignalsTests {
  private func article(_ text: String) -> Article {
    Article(body: [.paragraph(Paragraph([.text(text)]))])
  }

  /// What users have stored must be found again: the figures are those of the Python in
  /// Documentation/rows.md.
  @Test(arguments: [
    ("The bridge was opened on Monday.", "40d2d4d1cd195372", 1670401726),
    ("桥在周一开通。", "161c837924c0a805", 589498893),
    ("Ärzte helfen", "e10301e09fe7bae3", 3045663880),
  ])
  func signaturesAreStable(_ text: String, _ simHash: String, _ minHash: UInt32) {
    let signals = Signals(article(text))
    #expect(signals.simHash == simHash)
    #expect(signals.minHash.count == 32)
    #expect(signals.minHash.first == minHash)
  }

  @Test func likeTextsAreAlike() {
    let words = (0..<400).map { "word\($0 * 7919 % 1000)" }
    var changed = words
    changed[200] = "another"
    let (one, two) = (
      article(words.joined(separator: " ")), article(changed.joined(separator: " "))
    )
    let other = article((0..<400).map { "else\($0)" }.joined(separator: " "))
    func common(_ one: Article, _ two: Article) -> Int {
      zip(Signals(one).minHash, Signals(two).minHash).count { $0 == $1 }
    }
    #expect(common(one, two) >= 28)
    #expect(common(one, other) <= 2)
  }

  @Test func countsAndShares() {
    let body: [Block] = [
      .paragraph(Paragraph([.text("Four words "), .link(Link("/x", [.text("are here")]))])),
      .paragraph(Paragraph([.image(Image("a.png", alternative: ""))])),
    ]
    let signals = Signals(Article(body: body))
    #expect(signals.words == 4)
    #expect(signals.paragraphs == 2)
    #expect(signals.links == 1)
    #expect(signals.images == 1)
    #expect(signals.characters == 19)
    #expect(signals.linkShare > 0.42 && signals.linkShare < 0.43)
  }

  @Test(arguments: [
    ("The council said that it was the first of the year and that they would not be there.", "en"),
    ("Der Rat sagte, dass es nicht die erste ist und dass sie auch nach der Sitzung sind.", "de"),
    ("市议会说这是今年的第一次会议。他们没有来。", "zh"),
  ])
  func languages(_ text: String, _ language: String) {
    let signals = Signals(article(text))
    #expect(signals.language == language)
    #expect(signals.languageConfidence > 0.5)
  }

  @Test func nothingIsNothing() {
    let signals = Signals(Article(body: []))
    #expect(signals.language == nil && signals.languageConfidence == 0)
    #expect(signals.simHash == "0000000000000000" && signals.minHash.isEmpty)
    #expect(signals.linkShare == 0)
  }
}
