import Foundation
import NewsKit
import Testing

/// Markdown as it is written by default: what stands in it reads back.
@Suite("Round trip of Markdown for readers") struct ReadableRoundTripTests {
  @Test(arguments: [[:], ["wrap": "60"], ["link-style": "reference"]])
  func articles(options: [String: String]) throws {
    var changed: [Int] = []
    for seed in 0..<300 {
      var generator = ArticleGenerator(seed: UInt64(seed))
      let article = generator.article()
      let first = try RoundTrip.article(article, through: "markdown", options: options)
      let second = try RoundTrip.article(first.article, through: "markdown", options: options)
      // Bare addresses have become links; from then on nothing changes, and no word did.
      let third = try RoundTrip.article(second.article, through: "markdown", options: options)
      if second.text != third.text || Self.letters(first.text) != Self.letters(second.text) {
        changed.append(seed)
        if changed.count < 4, ProcessInfo.processInfo.environment["NEWSKIT_SHOW"] != nil {
          print(first.text, "\n====\n", second.text, "\n====\n", third.text)
        }
      }
    }
    print(
      "round trip: Markdown for readers: \(300 - changed.count) of 300 equal", changed.prefix(20))
    #expect(changed.isEmpty)
  }

  @Test func figuresReadBack() throws {
    let pictures: [Block] = ["a.png", "b.png"].map {
      .paragraph(Paragraph([.image(Image($0, alternative: "a wall"))]))
    }
    let figures: [Block] = [
      .figure(Figure([pictures[0]], caption: ["The wall *at* noon, \(.emphasis(["north"]))."])),
      .figure(Figure(pictures, caption: ["Two walls.", "Photographs: A. Lee"])),
      .figure(
        Figure(
          [.paragraph(Paragraph([.link(Link("/big", [.image(Image("a.png", alternative: ""))]))]))],
          caption: ["\(.strong(["Bold"])) and [brackets]"])),
    ]
    for options in [[:], ["wrap": "20"]] {
      let back = try RoundTrip.article(
        Article(body: figures), through: "markdown", options: options)
      #expect(back.article.body == figures)
    }
  }

  /// Letters and digits, in order; where words part is not compared, as links part them, nor whether
  /// emphasis is marked by stars or by tags.
  private static func letters(_ text: String) -> String {
    var text = text
    for name in ["em", "strong", "del"] {
      text = text.replacing("<\(name)>", with: "").replacing("</\(name)>", with: "")
    }
    return text.filter { $0.isLetter || $0.isNumber }
  }
}
