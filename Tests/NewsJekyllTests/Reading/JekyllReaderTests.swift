import NewsModel
import Testing
@testable import NewsJekyll

/// Posts that belong to no site.
@Suite struct JekyllReaderTests {
  private func read(
    _ text: String, name: String? = nil, language: String? = nil
  ) throws(ConversionError) -> (article: Article, diagnostics: [Diagnostic]) {
    try read(Array(text.utf8), name: name, language: language)
  }

  private func read(
    _ bytes: [UInt8], name: String? = nil, language: String? = nil
  ) throws(ConversionError) -> (article: Article, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    let source = Source(
      bytes: bytes, path: name.map { "/nowhere/at/all/" + $0 }, language: language)
    let articles = try JekyllReader().readArticles(source, diagnostics: &diagnostics)
    return (articles.first ?? Article(), diagnostics.all)
  }

  @Test func anyNameWillDo() throws {
    let (article, diagnostics) = try read(
      "---\ntitle: 新桥\ndate: 2022-03-07 08:08:22 +0800\n---\n<p>桥</p>\n\n**落成**。今天市民们走过了这座新桥。\n",
      name: "in.txt")
    #expect(article.metadata.title == "新桥")
    #expect(article.metadata.published?.iso8601 == "2022-03-07T08:08:22+08:00")
    #expect(article.metadata.language == "zh")
    #expect(article.metadata.url == nil)
    #expect(article.body.plainText == "桥\n落成。今天市民们走过了这座新桥。")
    #expect(diagnostics.isEmpty)
  }

  @Test func aDayStaysADay() throws {
    #expect(
      try read("x", name: "2021-03-04-x.md").article.metadata.published?.iso8601 == "2021-03-04")
  }

  @Test(
    arguments: [
      ("\n---\ntitle: T\n---\nB", "blank lines before the front matter", 1),
      ("---\ntitle: a: b\n---\nB", "not YAML", 2), ("---\n- a\n---\nB", "no mapping", 1),
      ("---\ntitle: T\nB", "closes the front matter", 1),
      ("---\ntitle: T\ntitle: U\n---\nB", "given twice", 2),
      ("---\ndate:  +0800\n---\nB", "is no date", nil),
      ("---\ntitle: T\n---\n\nA {{ 'x' | nope }} {% nope %}", "nope", 5),
      ("---\npermalink: /:nope/\n---\nB", "no placeholder", nil),
      ("---\ncategories: 2020\n---\nB", "categories are", nil),
    ] as [(String, String, Int?)])
  func repairsAreTold(_ text: String, _ message: String, _ line: Int?) throws {
    let (_, diagnostics) = try read(text, name: "2021-03-04-x.md")
    #expect(
      diagnostics.contains {
        $0.severity == .warning && $0.message.contains(message) && (line == nil || $0.line == line)
      }, "\(diagnostics)")
  }

  @Test func frontMatterThatIsNotYAMLIsReadLineByLine() throws {
    let (article, _) = try read("---\ntitle: Bridge: open\nauthor: Ann\n---\nB")
    #expect(article.metadata.title == "Bridge: open")
    #expect(article.metadata.authors.map(\.name) == ["Ann"])
  }

  @Test func blankLinesBeforeFrontMatterAreForgiven() throws {
    #expect(try read("\n\n---\ntitle: T\n---\nB").article.metadata.title == "T")
  }

  @Test(arguments: ["", " \n\n", "\u{FEFF}"])
  func emptyFilesAreRefused(_ text: String) {
    #expect(throws: ConversionError.self) { try read(text) }
  }

  @Test func binaryFilesAreRefused() {
    #expect(throws: ConversionError.self) { try read([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2]) }
  }

  @Test func otherEncodingsAreReadWithAWarning() throws {
    let (article, diagnostics) = try read(
      Array("---\ntitle: Caf".utf8) + [0xE9] + Array("\n---\nUn caf".utf8) + [0xE9, 0x2E])
    #expect(article.metadata.title == "Café")
    #expect(diagnostics.contains { $0.message.contains("not UTF-8") })
  }

  @Test func nestingIsFlattened() throws {
    let text = "---\ntitle: T\n---\n" + String(repeating: ">", count: 100_000) + " deep"
    #expect(try read(text).article.body.plainText.contains("deep"))
    let divisions = "---\ntitle: T\n---\n" + String(repeating: "<div>", count: 100_000) + "deep"
    #expect(try read(divisions).article.body.plainText.contains("deep"))
  }

  @Test func unknownKeysKeepOrderAndType() throws {
    let (article, _) = try read(
      "---\ntitle: T\nzeta: 1\nalpha: {b: [1, 2.5, ~, yes], a: 2021-03-04}\nlayout: post\n---\nB")
    #expect(article.metadata.extra.entries.map(\.key) == ["zeta", "alpha", "layout"])
    #expect(
      article.metadata.extra["alpha"]?.map?["b"]
        == .list([.integer(1), .number(2.5), .null, .bool(true)]))
  }

  @Test(arguments: [
    ("author: Ann Lee", ["Ann Lee"]), ("authors: [Ann, Bo]", ["Ann", "Bo"]),
    ("author: {name: Ann, url: 'https://a.example'}", ["Ann"]),
    ("authors: [{name: Ann}, Bo]", ["Ann", "Bo"]), ("author:", []),
  ])
  func authors(_ yaml: String, _ expected: [String]) throws {
    let (article, _) = try read("---\n\(yaml)\n---\nB")
    #expect(article.metadata.authors.map(\.name) == expected)
    #expect(article.metadata.extra["author"] == nil || expected.isEmpty)
  }

  @Test(
    arguments: [
      ("zh_cn", "zh-CN"), ("EN", "en"), ("sr-latn-rs", "sr-Latn-RS"), ("C", nil), ("deutsch", nil),
      ("de_DE.UTF-8", "de-DE"),
    ] as [(String, String?)])
  func languages(_ name: String, _ expected: String?) throws {
    #expect(try read("---\nlang: \(name)\n---\n1").article.metadata.language == expected)
  }

  @Test func aLanguageThatWasNamedIsAssumed() throws {
    #expect(try read("---\ntitle: T\n---\n1", language: "pt").article.metadata.language == "pt")
    #expect(try read("---\nlang: fr\n---\n1", language: "pt").article.metadata.language == "fr")
  }

  @Test(arguments: [
    ("---\na: 1\n---\n", 100), ("\u{FEFF}---\na: 1\n---\n", 100), ("\n---\na: 1\n---\n", 100),
    ("---\na: 1\n", 60), ("# Title\n", 0), ("<html>", 0), ("{}", 0),
  ])
  func recognition(_ text: String, _ expected: Int) {
    #expect(JekyllReader.certainty(of: Array(text.utf8)[...]) == expected)
  }
}
