import Foundation
import Kramdown
import NewsCommonMark
import NewsKit
import NewsKitTesting
import NewsTestSupport
import Testing

/// What the writers write, held against html5lib's strict parser, the published JSON Schema, and the
/// words of the article itself (`Tests/Validity/check`).
@Suite(
  "Validity and completeness",
  .enabled(
    if: Checker.isThere,
    "python3-html5lib and python3-jsonschema are not installed (make test does)"
  ))
struct ValidityTests {
  @Test func samples() throws {
    var articles = SampleArticle.all.map { ("sample " + $0.name, $0.article) }
    let seeds = 0..<100
    articles += seeds.map { seed in
      var generator = ArticleGenerator(seed: UInt64(seed))
      return ("seed \(seed)", generator.article())
    }
    try Checker.check(articles)
  }

  @Test(.enabled(if: Repository.shared != nil)) func posts() throws {
    let reader = try FormatRegistry.standard.reader(named: "jekyll").make(FormatOptions())
    try Checker.check(
      try Corpus.posts().compactMap { path in
        var diagnostics = Diagnostics()
        guard let bytes = FileManager.default.contents(atPath: path),
          let articles = try? reader.readArticles(
            Source(bytes: Array(bytes), path: path), limits: .standard, diagnostics: &diagnostics)
        else { return nil }
        return (path.split(separator: "/").suffix(2).joined(separator: "/"), articles[0])
      }, hasRealText: true)
  }
}

/// The script that checks.
enum Checker {
  private static let python = "/usr/bin/python3"

  static let isThere: Bool =
    (try? ProgramRun([python, "-c", "import html5lib, jsonschema"]))?.status == 0

  /// Each format that is checked, with its options.
  private static let formats: [(name: String, format: String, options: [String: String])] = [
    ("json", "json", [:]), ("html", "html", [:]), ("markdown", "markdown", [:]),
    ("commonmark", "commonmark", ["wrap": "72"]), ("kramdown", "kramdown", [:]),
    ("plain", "plain", ["wrap": "none"]), ("plain text", "plain", ["plain-style": "text"]),
  ]

  static func check(_ articles: [(String, Article)], hasRealText: Bool = false) throws {
    let writers = try formats.map { entry in
      var options = FormatOptions()
      for (name, value) in entry.options { options.set(name, value) }
      let registration = try FormatRegistry.standard.writer(named: entry.format)
      return (entry.name, try registration.make(options, WriterEnvironment()))
    }
    var lines = Data()
    for (name, article) in articles {
      var texts: [String: String] = [:]
      for (format, writer) in writers {
        var diagnostics = Diagnostics()
        let bytes = try writer.write(Publication(article), diagnostics: &diagnostics)
        texts[format] = try readable(bytes, format)
      }
      let line: [String: Any] = ["name": name, "formats": texts]
      lines += try JSONSerialization.data(withJSONObject: line, options: .sortedKeys) + [0x0A]
    }
    let file = FileManager.default.temporaryDirectory
      .appending(path: "newskit-validity-\(UUID().uuidString)")
    try lines.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let result = try ProgramRun(
      [
        python, Repository.root.appending(path: "Tests/Validity/check").path, file.path,
        Repository.root.appending(path: "Documentation/article.schema.json").path,
      ] + (hasRealText ? ["--recall"] : []))
    print(result.output, terminator: "")
    #expect(result.status == 0, "\(result.output)")
  }

  /// A text in which only words are words: Markdown's body as cmark-gfm or kramdown renders it.
  private static func readable(_ bytes: [UInt8], _ format: String) throws -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard format == "markdown" || format == "commonmark" || format == "kramdown",
      let end = text.range(of: "\n---\n")
    else { return text }
    let front = text[..<end.lowerBound]
    let body = Array(text[end.upperBound...].utf8)
    let html = format == "kramdown" ? Kramdown.html(of: body).html : CommonMark.html(of: body)
    return front + "\n" + String(decoding: html, as: UTF8.self)
  }
}
