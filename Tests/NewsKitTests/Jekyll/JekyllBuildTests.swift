import Foundation
import NewsKit
import NewsTestSupport
import Testing

/// Posts as `--to jekyll` writes them, in a site that real Jekyll builds.
@Suite(
  "Jekyll builds what --to jekyll writes",
  .enabled(if: RealJekyll.isThere, "jekyll is not installed (make test does)"))
struct JekyllBuildTests {
  @Test func postsAndPages() throws {
    let examples = Repository.root.appending(path: "Examples")
    var articles: [Article] = []
    for folder in ["posts", "pages"] {
      let files = try FileManager.default.contentsOfDirectory(
        atPath: examples.appending(path: folder).path)
      for file in files.sorted() where file.hasSuffix(".md") || file.hasSuffix(".html") {
        articles.append(try Self.article(examples.appending(path: folder + "/" + file).path))
      }
    }
    #expect(articles.count >= 7)
    let hostile = """
      ---
      title: 'Braces {{ page.title }}: "quoted" & <b>'
      date: 2024-02-29 23:59:59 -0330
      categories: ['a b', 'c: d']
      tags: ['1', 'true', '2024-01-01']
      ---
      Text with {% raw %}{{ braces }} and {% if %}{% endraw %} a pipe | and $$x$$.

      * a list

      > a quote
      """
    var diagnostics = Diagnostics()
    let reader = try FormatRegistry.standard.reader(named: "jekyll").make(FormatOptions())
    articles += try reader.readArticles(
      Source(bytes: Array(hostile.utf8)), limits: .standard, diagnostics: &diagnostics)
    let pages = try RealJekyll.build(articles)
    #expect(pages.count == articles.count)
    for article in articles {
      let title = try #require(article.metadata.title)
      let page = try #require(pages[title], "no page has the title '\(title)'")
      Self.compare(page, with: article)
    }
    print("jekyll: \(pages.count) of \(articles.count) posts built")
  }

  private static func article(_ path: String) throws -> Article {
    let source = try Source(file: path)
    return try Converter(to: "json").read(source).result[0]
  }

  private static func compare(_ page: RealJekyll.Page, with article: Article) {
    let metadata = article.metadata
    let title = metadata.title ?? ""
    let date = try? Date(page.date, strategy: .iso8601)
    let wanted = try? Date(metadata.published?.iso8601 ?? "", strategy: .iso8601)
    #expect(date == wanted, "date of '\(title)'")
    #expect(page.categories == metadata.categories, "categories of '\(title)'")
    #expect(page.tags == metadata.tags, "tags of '\(title)'")
    var expected = Self.letters(article.body)
    let found = Self.letters(inHTML: page.content)
    // Notes stand at the end, and headings and code may carry marks of their own.
    expected.removeAll { $0.isEmpty }
    var rest = found[...]
    for text in expected {
      guard let place = rest.firstRange(of: text) ?? found.firstRange(of: text) else {
        Issue.record("'\(title)' lacks: \(text.prefix(80))")
        continue
      }
      rest = found[place.upperBound...]
    }
  }

  /// The letters and digits of each block's text.
  private static func letters(_ blocks: [Block]) -> [String] {
    blocks.map { block in
      switch block {
      case .paragraph(let paragraph): only(paragraph.content.plainText)
      case .heading(let heading): only(heading.content.plainText)
      case .code(let code): only(code.text)
      case .quote(let quote): letters(quote.content).joined()
      case .list(let list): list.items.map { letters($0.content).joined() }.joined()
      default: ""
      }
    }
  }

  private static func letters(inHTML html: String) -> String {
    var text = html
    // What notes leave in the text.
    text.replace(#/<sup [^>]*>.*?<\/sup>/#, with: "")
    text.replace(#/<rt>.*?<\/rt>/#, with: "")
    text.replace(#/<img [^>]*?alt="([^"]*)"[^>]*>/#) { String($0.1) }
    text.replace(#/<[^>]*>/#, with: "")
    for (name, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text.replace(name, with: character)
    }
    return only(text)
  }

  private static func only(_ text: String) -> String {
    String(
      text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        .map(Character.init))
  }
}

/// Jekyll itself.
enum RealJekyll {
  /// A page of a built site.
  struct Page {
    var title: String
    var date: String
    var categories: [String]
    var tags: [String]
    var content: String
  }

  static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/jekyll")

  /// The pages of a site of some articles, by title.
  static func build(_ articles: [Article]) throws -> [String: Page] {
    let manager = FileManager.default
    let site = manager.temporaryDirectory.appending(path: "newskit-jekyll-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: site) }
    for folder in ["_posts", "_layouts"] {
      try manager.createDirectory(
        at: site.appending(path: folder), withIntermediateDirectories: true)
    }
    try Data("timezone: UTC\n".utf8).write(to: site.appending(path: "_config.yml"))
    let layout = """
      {"title":{{page.title|jsonify}},"date":{{page.date|date_to_xmlschema|jsonify}},\
      "categories":{{page.categories|jsonify}},"tags":{{page.tags|jsonify}},\
      "content":{{content|jsonify}}}
      """
    try Data(layout.utf8).write(to: site.appending(path: "_layouts/post.html"))
    let writer = try FormatRegistry.standard.writer(named: "jekyll")
    var naming = try FileNaming(pattern: try #require(writer.format.fileNaming))
    for article in articles {
      var diagnostics = Diagnostics()
      let bytes = try writer.make(FormatOptions(), WriterEnvironment()).write(
        Publication(article), diagnostics: &diagnostics)
      let name = naming.next(for: article.metadata, extension: "md")
      try Data(bytes).write(to: site.appending(path: "_posts/" + name))
    }
    _ = try ProgramRun.output(
      of: [
        "/usr/bin/jekyll", "build", "--quiet", "--disable-disk-cache", "--future", "-s", site.path,
        "-d", site.appending(path: "_site").path,
      ], environment: ["LC_ALL": "C.UTF-8"])
    var pages: [String: Page] = [:]
    let built = site.appending(path: "_site").path
    for path in manager.enumerator(atPath: built)?.compactMap({ $0 as? String }) ?? []
    where path.hasSuffix(".html") {
      let data = try Data(contentsOf: URL(filePath: built).appending(path: path))
      guard let page = try JSONSerialization.jsonObject(with: data) as? [String: Any],
        let title = page["title"] as? String
      else { continue }
      pages[title] = Page(
        title: title, date: page["date"] as? String ?? "",
        categories: page["categories"] as? [String] ?? [], tags: page["tags"] as? [String] ?? [],
        content: page["content"] as? String ?? "")
    }
    return pages
  }
}
