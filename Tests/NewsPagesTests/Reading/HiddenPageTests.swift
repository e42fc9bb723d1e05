import NewsModel
import NewsTestSupport
import Testing
@testable import NewsPages

/// Pages whose article only a script shows, and pages without an article.
struct HiddenPageTests {
  private static let first =
    "The ferry to the island runs again from Friday, after a winter in which its engine was rebuilt."
  private static let second =
    "Tickets cost as much as last year, the company said, and bicycles travel free on weekdays."
  private static var body: String { "<p>\(first)</p><p>\(second)</p><p>\(first) Again.</p>" }
  private static let frame = "<nav><a href=/>Start</a> <a href=/a>All</a></nav>"

  static let pages: [(name: String, html: String)] = [
    ("noscript", "<div class=a><noscript>\(body)</noscript></div>"),
    ("visibility", "<div id=root style='visibility:hidden'>\(body)</div>"),
    ("hidden attribute", "<div id=root hidden>\(body)</div>"),
    (
      "streamed",
      "<main><template id='B:1'></template></main><div hidden id='S:1'>\(body)</div><script>$RC('B:1','S:1')</script>"
    ),
    ("button", "<button><div><main>\(body)</main></div></button>"),
    (
      "state script",
      """
      <div id=app></div><script id="__NEXT_DATA__" type="application/json">{"props":{"story":\
      {"paragraphs":[{"text":"\(first)"},{"text":"\(second)"}]}}}</script>
      """
    ),
    (
      "assigned state",
      """
      <div id=app></div><script>var x=1;window.__DATA__ = {"post":{"html":"<p>\(first)</p><p>\(second)</p>"},\
      "menu":["Start","All"]};</script>
      """
    ),
  ]

  @Test(arguments: pages)
  func theArticleIsRead(page: (name: String, html: String)) throws {
    let text = BlockDump.dump(
      try MetadataTests.read("<title>Ferry</title><body>\(Self.frame)\(page.html)").body)
    #expect(text.contains(Self.first), "\(page.name)")
    #expect(text.contains(Self.second), "\(page.name)")
    #expect(!text.contains("Start"), "\(page.name)")
  }

  @Test func whatReadMoreOpensIsRead() throws {
    let html = """
      <article><p>\(Self.first)</p><p>\(Self.second)</p><div class="show-more-content" style="display:none">
      <p>The island has four hundred people and one school, which was closed for the winter.</p></div>
      <button>Show more</button></article>
      """
    #expect(BlockDump.dump(try MetadataTests.read(html).body).contains("four hundred people"))
  }

  @Test(arguments: [
    "<nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav><footer><p>© 2026 The Island Post</p></footer>",
    "<div></div>",
  ])
  func aPageWithoutAnArticleIsRefused(html: String) {
    #expect(throws: ConversionError.self) { _ = try MetadataTests.read(html) }
  }

  @Test func whatIsLeftOutIsNoted() throws {
    var diagnostics = Diagnostics()
    let html = """
      <body><article>\(Self.body)</article><div class="related-links"><a href=/x>A storm took the old pier</a></div></body>
      """
    _ = try HTMLReader().read(Source(bytes: Array(html.utf8)), diagnostics: &diagnostics)
    let removed = diagnostics.all.filter { $0.code == .extractionRemoved }
    #expect(removed.contains { $0.message.contains("A storm took") && $0.severity == .note })
  }
}
