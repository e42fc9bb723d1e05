import Foundation
import NewsKit
import NewsTestSupport
import Testing

/// What `--to hugo` writes, read again, and in a site that real Hugo builds.
@Suite struct HugoBuildTests {
  private static func examples() throws -> [Article] {
    let examples = Repository.root.appending(path: "Examples")
    var articles: [Article] = []
    for folder in ["posts", "pages"] {
      let files = try FileManager.default.contentsOfDirectory(
        atPath: examples.appending(path: folder).path)
      for file in files.sorted() where file.hasSuffix(".md") || file.hasSuffix(".html") {
        let source = try Source(file: examples.appending(path: folder + "/" + file).path)
        articles += try Converter(to: "json").read(source).result
      }
    }
    #expect(articles.count >= 7)
    articles.append(
      Article(
        metadata: Metadata(
          title: "Braces {{< x >}}: \"quoted\" & <b>", authors: ["Ann"],
          published: Timestamp(iso8601: "2024-02-29T23:59:59-03:30"), slug: "braces", language: "en"
        ),
        body: [
          "A {{< figure src=\"x\" >}} in text and {{% y %}} and {{ z }}.",
          .code(CodeBlock("{{< youtube x >}}\n{{% y %}}")),
          .heading(Heading(level: 2, ["Head"], attributes: Attributes(id: "own", classes: ["c"]))),
          .figure(
            Figure(
              [.paragraph(Paragraph([.image(Image("a.jpg", alternative: "A \"b\""))]))],
              caption: [.paragraph(Paragraph(["On ", .emphasis(["that"]), " day"]))])),
          .media(Media(.embed, source: "https://www.youtube.com/embed/dQw4-_")),
          .heading(Heading(level: 2, ["The set {.a}"])),
          .figure(
            Figure(
              [.paragraph(Paragraph([.image(Image("a.jpg", alternative: "b\\"))]))],
              caption: [.paragraph(Paragraph(["x <img src=x> *y*"]))])),
          .definitionList(
            DefinitionList(items: [.term(["Term"], .none), .definition(["Means."], .none)])),
        ]))
    return articles
  }

  /// What begins a shortcode without an end, which Hugo refuses a site for, and what it could take for
  /// a shortcode's end.
  private static let unclosed = Article(
    metadata: Metadata(title: "Open braces", url: "http://e.example/braces"),
    body: [
      "C++ {{<( b and {{% y", .paragraph(Paragraph([.code("{{< x"), .text(" and {{<1.")])),
      .code(CodeBlock("{{< x\n{{% y")), .code(CodeBlock("x", language: "a\"onerror=\"b")),
      .heading(Heading(level: 2, ["{{< head {{% b"])),
      .heading(Heading(level: 2, ["One ", .strong(["two", .footnote("1")])])),
      .heading(Heading(level: 2, [.link(Link("/x", ["three", .footnote("1")]))])),
      .figure(
        Figure(
          [.paragraph(Paragraph([.image(Image("a.jpg", alternative: "b\\ and `"))]))],
          caption: [.paragraph(Paragraph(["A `mark` < 3"]))])),
    ], footnotes: [Footnote(label: "1", content: ["A note."])])

  private static func hugo(_ article: Article) throws -> [UInt8] {
    var diagnostics = Diagnostics()
    return try FormatRegistry.standard.writer(named: "hugo").make(
      FormatOptions(), WriterEnvironment()
    ).write(Publication(article), diagnostics: &diagnostics)
  }

  /// Article, page of Hugo, article: the same text, and the fields that such a page has.
  @Test func readsBack() throws {
    let reader = try FormatRegistry.standard.reader(named: "hugo").make(FormatOptions())
    for article in try Self.examples() {
      let title = article.metadata.title ?? ""
      let bytes = try Self.hugo(article)
      var diagnostics = Diagnostics()
      let again = try reader.readArticles(Source(bytes: bytes), diagnostics: &diagnostics)[0]
      #expect(
        Self.only(again.body.plainText)
          == Self.only(article.rewritten(by: Readings()).body.plainText), "'\(title)'")
      #expect(again.metadata.title == article.metadata.title)
      #expect(again.metadata.published == article.metadata.published, "'\(title)'")
      #expect(again.metadata.authors.map(\.name) == article.metadata.authors.map(\.name))
      #expect(again.metadata.tags == article.metadata.tags)
      #expect(again.metadata.categories == article.metadata.categories)
      #expect(again.metadata.slug == article.metadata.slug || article.metadata.slug == nil)
      #expect(again.metadata.language == article.metadata.language, "'\(title)'")
      #expect(again.metadata.leadImage?.source == article.metadata.leadImage?.source)
      #expect(again.footnotes.count == article.footnotes.count)
      // Once a page of Hugo, it stays as it is.
      #expect(try Self.hugo(again) == bytes, "'\(title)'")
    }
  }

  @Test(.enabled(if: RealHugo.isThere, "hugo is not installed (make test does)"))
  func hugoBuildsWhatIsWritten() throws {
    let articles = try Self.examples() + [Self.unclosed]
    var files: [String: [UInt8]] = [:]
    for (index, article) in articles.enumerated() {
      var article = article
      if article.metadata.url?.contains("://") != true { article.metadata.url = nil }
      files["content/posts/p\(index)/index.md"] = try Self.hugo(article)
    }
    let pages = try RealHugo.build(
      files, configuration: "markup: {goldmark: {renderer: {unsafe: true}}}")
    #expect(pages.count == articles.count)
    for article in articles {
      let title = try #require(article.metadata.title)
      let page = try #require(pages.first { $0.title == title }, "no page has the title '\(title)'")
      let text = Self.only(RealHugo.text(ofHTML: page.content))
      for block in article.body {
        guard case .paragraph(let paragraph) = block else { continue }
        var words = ""
        for inline in paragraph.content { if case .text(let text) = inline { words = text } }
        #expect(
          Self.only(words).isEmpty || text.contains(Self.only(words)),
          "'\(title)' lacks: \(words.prefix(80))")
      }
      if let date = article.metadata.published {
        #expect(page.date.hasPrefix(date.iso8601.prefix(10)), "'\(title)'")
      }
    }
    print("hugo: \(pages.count) of \(articles.count) pages built")
  }

  /// A sample site as Hugo shows it and as it is read: addresses, titles, days and every letter.
  @Test(.enabled(if: RealHugo.isThere, "hugo is not installed (make test does)"))
  func pagesSayWhatHugoShows() throws {
    let files = SampleSite.files.mapValues { Array($0.utf8) }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "newskit-hugo-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let pages = try RealHugo.build(files, configuration: SampleSite.configuration, in: folder)
    let inputs = Inputs([folder.path])
    let publication = Pipeline(try Converter(to: "json")).digest(Digest(), of: inputs).volumes[0]
      .publication
    let entries = publication.sections.flatMap(\.entries)
    #expect(entries.count == pages.count)
    for page in pages {
      let entry = try #require(
        entries.first { $0.metadata.url == page.url }, "nothing is read at \(page.url)")
      #expect(entry.metadata.title == page.title)
      if let date = entry.metadata.published {
        #expect(page.date.hasPrefix(date.iso8601.prefix(10)))
      }
      let shown = Self.only(RealHugo.text(ofHTML: page.content))
      let read = Self.only(entry.article.body.plainText)
      let notes = Self.only(entry.article.footnotes.map(\.content.plainText).joined())
      #expect(read + notes == shown, "\(page.url)")
    }
    print("hugo: \(pages.count) pages of the sample say what Hugo shows")
  }

  static func only(_ text: String) -> String {
    String(
      text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        .map(Character.init))
  }
}

/// A small site with what pages of Hugo have.
enum SampleSite {
  static let configuration = """
    baseURL: https://harbour.example/
    title: Harbour
    defaultContentLanguage: en
    languages: {en: {weight: 1}, de: {weight: 2, title: Hafen}}
    permalinks: {news: "/:year/:month/:slug/"}
    params: {motto: Said plainly}
    markup: {goldmark: {renderer: {unsafe: true}}}
    """

  static let files = [
    "content/news/_index.md": "---\ntitle: News\n---\n",
    "content/news/bridge/index.md": """
    +++
    title = "A new bridge"
    date = 2024-03-07T08:08:22Z
    +++
    It *opens* -- "at last".[^1] See [the ferry]({{< ref "ferry.md" >}}).

    ## How it was built {#built .wide}

    {{< figure src="a.png" caption="The *day*" >}}

    Text {{< param motto >}} and {{</* youtube x */>}}.

    {{< highlight go >}}
    x := "*a*" // `b`
    {{< /highlight >}}

    ```
    {{</* figure */>}} {{ z }}
    ```

    Term
    : Means *this*.

        And that.

    Other
    : One.
    : Two.

    | a | b |
    |---|---|
    | 1 | 2 |

    - [x] done
    - ~~gone~~ https://auto.example/x

    [^1]: A note.
    """,
    "content/news/ferry.md":
      "---\ntitle: The Ferry\ndate: 2024-02-01\nslug: old-ferry\n---\nIt ends.\n\n<!--more-->\n\nAt *noon*.",
    "content/news/ferry.de.md": "---\ntitle: Die Fähre\ndate: 2024-02-01\n---\nEs endet.",
    "content/About Us.md":
      "{\n\"title\": \"About\",\n\"date\": \"2020-01-02\"\n}\nAbout <b>us</b>.",
    "content/deep/er/Page_One.html": "---\ntitle: One\n---\n<p>As <em>HTML</em>.</p>",
    "content/draft.md": "---\ntitle: No\ndraft: true\n---\nNo.",
    "content/later.md": "---\ntitle: No\ndate: 9000-01-01\n---\nNo.",
    "content/gone.md": "---\ntitle: No\nexpiryDate: 2001-01-01\n---\nNo.",
  ]
}

/// Hugo itself.
enum RealHugo {
  /// A page of a built site.
  struct Page {
    var title: String
    var url: String
    var date: String
    var content: String
  }

  static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/hugo")

  /// The pages of a site of some files.
  static func build(
    _ files: [String: [UInt8]], configuration: String, in folder: URL? = nil
  ) throws -> [Page] {
    let manager = FileManager.default
    let site =
      folder ?? manager.temporaryDirectory.appending(path: "newskit-hugo-\(UUID().uuidString)")
    defer { if folder == nil { try? manager.removeItem(at: site) } }
    var files = files
    files["config.yaml"] = Array(
      (configuration
        + "\ndisableKinds: [home, section, taxonomy, term, RSS, sitemap, robotsTXT, 404]\n")
        .utf8)
    files["layouts/_default/single.html"] = Array(
      """
      {"title":{{ .Title | jsonify }},"url":{{ .RelPermalink | jsonify }},\
      "date":{{ .Date.Format "2006-01-02T15:04:05Z07:00" | jsonify }},"content":{{ .Content | jsonify }}}
      """.utf8)
    for (name, bytes) in files {
      let file = site.appending(path: name)
      try manager.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let built = manager.temporaryDirectory.appending(path: "newskit-built-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: built) }
    _ = try ProgramRun.output(
      of: ["/usr/bin/hugo", "--quiet", "-s", site.path, "-d", built.path],
      environment: ["LC_ALL": "C.UTF-8", "HOME": "/tmp"])
    var pages: [Page] = []
    for path in manager.enumerator(atPath: built.path)?.compactMap({ $0 as? String }) ?? []
    where path.hasSuffix(".html") {
      let data = try Data(contentsOf: built.appending(path: path))
      guard let page = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
        continue
      }
      pages.append(
        Page(
          title: page["title"] as? String ?? "",
          url: (page["url"] as? String)?.removingPercentEncoding ?? "",
          date: page["date"] as? String ?? "", content: page["content"] as? String ?? ""))
    }
    return pages.sorted { $0.url < $1.url }
  }

  /// The text of some HTML, without marks of notes and links back.
  static func text(ofHTML html: String) -> String {
    var text = html
    text.replace(#/<sup [^>]*>.*?<\/sup>/#, with: "")
    text.replace(#/<a [^>]*footnote-backref[^>]*>.*?<\/a>/#, with: "")
    text.replace(#/<rt>.*?<\/rt>/#, with: "")
    text.replace(#/<[^>]*>/#, with: "")
    for (name, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"),
      ("&ldquo;", "“"),
      ("&rdquo;", "”"), ("&lsquo;", "‘"), ("&rsquo;", "’"), ("&ndash;", "–"), ("&mdash;", "—"),
      ("&hellip;", "…"), ("&#160;", " "), ("&nbsp;", " "), ("&amp;", "&"),
    ] {
      text.replace(name, with: character)
    }
    return text
  }
}

/// Text with its reading in parentheses, as Markdown has it.
private struct Readings: InlineRewriter {
  func rewrite(_ inline: Inline) -> [Inline] {
    guard case .ruby(let ruby) = inline else { return [inline] }
    return ruby.pairs.flatMap { $0.base + [.text("(")] + $0.reading + [.text(")")] }
  }
}
