import NewsModel
import NewsTestSupport
import Testing
@testable import NewsPages

/// What stands at the edges of an article.
struct BoundaryTests {
  private static let paragraphs = [
    "The library of the town has bought the house beside it, and will move its maps there in spring.",
    "Its rooms were too small for years, the librarian said, and the cellar was wet after each rain.",
    "The council pays half of the price, a foundation the other half, and readers gave the shelves.",
  ].map { "<p>\($0)</p>" }.joined()

  private static func text(_ html: String) throws -> String {
    BlockDump.dump(try MetadataTests.read("<title>A house for maps</title><body>\(html)").body)
  }

  static let dropped: [(name: String, html: String, gone: String)] = [
    (
      "letter",
      "<article>\(paragraphs)<p>Sign up for our newsletter and get the news in your inbox each week.</p></article>",
      "Sign up"
    ),
    (
      "box",
      "<article>\(paragraphs)<div class=b><h3>Never miss a map!</h3><p>Our letter comes to you every week.</p></div>\(paragraphs)</article>",
      "Never miss"
    ),
    (
      "cookies",
      "<div class=n><p>This website uses cookies. If you go on, you agree to that.</p></div><div class=t>\(paragraphs)</div>",
      "cookies"
    ),
    (
      "press contact",
      "<div class=t>\(paragraphs)<p><b>Press contact:</b></p><p>Town Library, Ada Berg, Telephone: +00 12 3456, mail@library.example</p></div>",
      "Ada Berg"
    ),
    (
      "counter",
      "<article>\(paragraphs)<div class=slides><p>Image 2 of 7</p><img src=a.jpg><p>The cellar.</p></div>\(paragraphs)</article>",
      "Image 2"
    ),
    (
      "pop-up",
      "<article><p>The librarian, <a href=/b>Ada Berg</a><span class=pop>Ada BergMaps New rooms MORE</span>, was glad of it, she said.</p>\(paragraphs)</article>",
      "MORE"
    ),
    (
      "question for consent",
      "<article>\(paragraphs)<div class=embed-consent data-src='https://www.youtube.com/embed/abc'><p>We need your consent to show this film of another site here.</p></div>\(paragraphs)</article>",
      "your consent"
    ),
    (
      "label for screen readers",
      "<article>\(paragraphs)<h2 class=visually-hidden>Text of the article</h2>\(paragraphs)</article>",
      "Text of"
    ),
    (
      "program for telephones",
      "<article>\(paragraphs)<div class=bx><p>Reading is easier with us in your pocket!</p><ul><li>Push messages</li></ul><a href=/app>Get it now</a></div>\(paragraphs)</article>",
      "pocket"
    ),
    (
      "label",
      "<article>\(paragraphs)<p>Advertisement</p>\(paragraphs)</article>", "Advertisement"
    ),
    (
      "referral",
      "<article>\(paragraphs)<p><strong>Mire: <a href=/n>El puente viejo cayó el domingo por la noche</a></strong></p>\(paragraphs)</article>",
      "El puente"
    ),
    (
      "referral in Chinese",
      "<article>\(paragraphs)<p>延伸阅读：<a href=/n>老桥星期天晚上倒塌，无人受伤</a></p>\(paragraphs)</article>",
      "老桥"
    ),
    (
      "author",
      "<article>\(paragraphs)<h3>About the author</h3><p>Ada Berg has kept the maps of the town for thirty years and lives by the river.</p></article>",
      "thirty years"
    ),
    (
      "author in Turkish",
      "<article>\(paragraphs)<p><b>Editör Hakkında</b></p><p>Ada Berg has kept the maps of the town for thirty years and lives by the river.</p></article>",
      "thirty years"
    ),
    (
      "offer at the end",
      "<article>\(paragraphs)<p>Subscribe now to our printed edition for the full story.</p></article>",
      "Subscribe"
    ),
    (
      "jump",
      "<article><div><a href=#card>Jump to the plan</a></div>\(paragraphs)<h2 id=card>The plan</h2>\(paragraphs)</article>",
      "Jump"
    ),
    (
      "disclaimer",
      "<article>\(paragraphs)<p>This text is for informational purposes only and is no legal advice; the library is not liable for anything.</p></article>",
      "informational"
    ),
    (
      "disclaimer in German",
      "<article>\(paragraphs)<p>Dieser Text dient nur der Information und stellt keine Anlageberatung dar.</p></article>",
      "Anlageberatung"
    ),
    (
      "disclaimer in Chinese",
      "<article>\(paragraphs)<p>风险提示：以上内容仅代表嘉宾观点，不构成任何投资建议。</p></article>", "投资建议"
    ),
    (
      "rights",
      "<article>\(paragraphs)<p>Copyright (c) 2024 Town Library. All rights reserved.</p></article>",
      "Copyright"
    ),
    (
      "next article",
      "<main><article class=s><h1>A house for maps</h1>\(paragraphs)</article><article class=s><h2><a href=/n>A bridge falls</a></h2><p>The old bridge fell on Sunday night, but nobody was on it, the police said.</p></article></main>",
      "old bridge"
    ),
  ]

  @Test(arguments: dropped)
  func whatIsNotTheArticlesGoes(page: (name: String, html: String, gone: String)) throws {
    let text = try Self.text(page.html)
    #expect(!text.contains(page.gone), "\(page.name)")
    #expect(text.contains("The library of the town") && text.contains("The council pays"))
  }

  /// What stands between paragraphs, and what of it must stay.
  static let kept: [(html: String, words: [String])] = [
    (
      "<p>See: the maps are old, and <a href=/m>nobody has copied them</a>.</p>",
      ["the maps are old", "nobody has copied"]
    ),
    (
      "<p>Read only <a href=/m>the first map of the town and the river</a></p>",
      ["Read only", "the first map"]
    ),
    (
      "<h3>About the author of the oldest map</h3><p>He was a sailor, and drew it by the stars.</p>",
      ["the oldest map", "by the stars"]
    ),
    (
      "<p>The lawyer gave them advice on the price, and it was not intended to be heard by others.</p>",
      ["gave them advice"]
    ),
    ("<p>Copyright of the maps is the town's, the librarian said.</p>", ["Copyright of the maps"]),
    (
      "<figure class=wp-block-gallery><ul><li><figure><img src=a.jpg><figcaption>One</figcaption></figure><li><figure><img src=b.jpg></figure></ul></figure>",
      ["a.jpg", "b.jpg", "One"]
    ),
    (
      "<figure class=wp-block-gallery><figure><img src=a.jpg><figcaption>One</figcaption></figure><figure><img src=b.jpg></figure></figure>",
      ["a.jpg", "b.jpg", "One"]
    ),
  ]

  @Test(arguments: kept)
  func whatIsTheArticlesStays(part: (html: String, words: [String])) throws {
    // Long enough that nothing of it stands near the end.
    let below = String(repeating: Self.paragraphs, count: 3)
    let text = try Self.text("<article>\(Self.paragraphs)\(part.html)\(below)</article>")
    for words in part.words { #expect(text.contains(words), "\(part.html)") }
  }

  @Test(arguments: ["post", "x", "markdown-body", "c-12"])
  func aShortLastParagraphStays(name: String) throws {
    let text = try Self.text(
      "<article><div class=\(name)>\(Self.paragraphs)<p>Nobody objected.</p></div></article>")
    #expect(text.contains("Nobody objected."))
  }

  @Test(arguments: [
    "<p>By Tuesday the maps were in their new rooms, and all was well.</p>",
    "<figure><img src=a.jpg><figcaption>By <a href=/x>Ann Lee</a>, 1901</figcaption></figure>",
    "<p>By design, it is slow.</p>",
    "<ul><li>By the count of the council.</li></ul>",
  ])
  func aSentenceIsNoByline(html: String) throws {
    let article = try MetadataTests.read(
      "<title>Maps</title><body><article><h1>Maps</h1>\(html)\(Self.paragraphs)</article>")
    #expect(article.metadata.authors.isEmpty)
  }
}
