import NewsModel
import NewsTestSupport
import Testing

@testable import NewsPages

/// Pages that hide their article, or show only a part of it.
struct HiddenArticleTests {
  private static let sentences = [
    "The harbour of the town was frozen for eleven days, the longest time since people have kept count.",
    "Fishermen walked out to their nets with sledges, which only the oldest of them had seen before.",
    "The mayor asked the shops to sell no more than two sacks of coal to each house of the town.",
    "On the twelfth day a warm wind came from the south, and by noon the ice had broken far out.",
    "Nobody was hurt, the harbour master said, although three boats were pressed against the quay.",
  ]
  private static let text = sentences.map { "<p>\($0)</p>" }.joined()
  private static let head = "<title>Eleven days of ice</title>"
  private static let consent = """
    <p>We and our 842 partners store and access personal data, like browsing data or unique identifiers, \
    on your device. Selecting Accept enables technologies to support the purposes shown.</p>\
    <p>Precise geolocation data and identification through device scanning may be used. You can change \
    your choice at any time in our privacy centre, and withdraw your consent there.</p>
    """

  private static func read(_ html: String, url: String? = nil) throws -> (
    text: String, warnings: [String]
  ) {
    var diagnostics = Diagnostics()
    let article = try HTMLReader().readArticles(
      Source(bytes: Array(html.utf8), url: url), diagnostics: &diagnostics)[0]
    return (
      BlockDump.dump(article.body),
      diagnostics.all.filter { [.extractionDoubtful, .partMissing].contains($0.code) }.map(
        \.message)
    )
  }

  /// Pages whose article is the five sentences.
  static let pages: [(name: String, html: String)] = [
    (
      "question over the page",
      "<body><div id=c class=gdpr-overlay>\(consent)</div><main><h1>Eleven days of ice</h1>\(text)</main>"
    ),
    (
      "question without a name",
      "<body><div class=x1>\(consent)</div><div class=page><h1>Eleven days of ice</h1>\(text)</div>"
    ),
    (
      "article hidden until the reader agrees",
      "<body><div class=cookie-wall>\(consent)</div><div id=app style='display:none'><h1>Eleven days of ice</h1>\(text)</div>"
    ),
    (
      "element of the page's own",
      "<body><article><h1>Eleven days of ice</h1>\(text)</article><amp-consent>\(consent)</amp-consent>"
    ),
    (
      "shadow tree",
      "<body><news-page><template shadowrootmode=open><h1>Eleven days of ice</h1><div>\(text)</div></template></news-page>"
    ),
    (
      "many comments",
      "<body><article><h1>Eleven days of ice</h1>\(text)</article><section id=comments>"
        + sentences.map {
          "<div class=comment><b>r</b><p>I read: \($0) So did my neighbours.</p></div>"
        }
        .joined() + "</section>"
    ),
  ]

  @Test(arguments: pages)
  func theArticleAlone(page: (name: String, html: String)) throws {
    let text = try Self.read(Self.head + page.html).text
    for sentence in Self.sentences { #expect(text.contains("p(\(sentence))"), "\(page.name)") }
    #expect(!text.contains("partners") && !text.contains("geolocation"), "\(page.name)")
    #expect(!text.contains("I read"), "\(page.name)")
  }

  @Test("A thread keeps its posts") func thread() throws {
    let posts = Self.sentences.map { "<div class=comment><b>r</b><p>\($0)</p></div>" }.joined()
    let text = try Self.read(
      "\(Self.head)<body><h1>Ice?</h1><section id=comments>\(posts)</section>"
    )
    .text
    for sentence in Self.sentences { #expect(text.contains(sentence)) }
  }

  @Test(arguments: [
    ("<link rel=next href='/ice?page=2'>", "https://post.example/ice", true),
    ("<a rel=next href='/ice/2/'>Next</a>", "https://post.example/ice/", true),
    ("<link rel=next href='ice_2.html'>", "https://post.example/ice.html", true),
    ("<link rel=next href='?p=2'>", nil, true),
    // The next post of a blog.
    ("<link rel=next href='/a-warm-wind'>", "https://post.example/ice", false),
    ("<link rel=next href='/ice-breaker-2024'>", "https://post.example/ice", false),
    ("<link rel=next href='/p/124'>", "https://post.example/p/12", false),
    ("<link rel=next href='https://other.example/ice/2'>", "https://post.example/ice", false),
  ])
  func partsAreNamed(link: String, url: String?, isPart: Bool) throws {
    let page = try Self.read(
      "\(Self.head)\(link)<body><article><h1>Eleven days of ice</h1>\(Self.text)</article>",
      url: url)
    #expect(page.warnings.contains { $0.contains("goes on at") } == isPart)
  }

  @Test("A page that a script draws is warned of") func little() throws {
    let short = "<main><h1>Eleven days of ice</h1><p>Please wait.</p></main>"
    let script = "<script src=a.js></script>"
    #expect(try Self.read("\(Self.head)<body>\(short)\(script)").warnings.count == 1)
    #expect(try Self.read("\(Self.head)<body>\(short)").warnings.isEmpty)
  }

  @Test("A page of frames names them") func frames() throws {
    var diagnostics = Diagnostics()
    let page =
      "\(Self.head)<frameset cols=20%,80%><frame src=menu.html><frame src=ice.html></frameset>"
    let error = #expect(throws: ConversionError.self) {
      _ = try HTMLReader().readArticles(Source(bytes: Array(page.utf8)), diagnostics: &diagnostics)
    }
    #expect(error?.message.contains("menu.html, ice.html") == true)
  }
}
