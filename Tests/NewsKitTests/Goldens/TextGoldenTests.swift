import NewsKit
import NewsKitTesting
import NewsTestSupport
import Testing

/// Whole outputs of the text formats, each read by a person once: an article with every block and
/// inline, articles in several languages, and a digest.
@Suite struct TextGoldenTests {
  /// A format with its options and the ending of its goldens.
  struct Output: Sendable {
    var format: String
    var options: [String: String] = [:]
    var ending: String
  }

  static let outputs = [
    Output(format: "markdown", ending: "markdown.md"),
    Output(
      format: "gfm", options: ["wrap": "60", "link-style": "reference"], ending: "gfm-wrapped.md"),
    Output(format: "commonmark", ending: "commonmark.md"),
    Output(format: "kramdown", ending: "kramdown.md"),
    Output(format: "jekyll", ending: "jekyll.md"),
    Output(format: "plain", options: ["wrap": "60"], ending: "plain.txt"),
    Output(format: "plain", options: ["plain-style": "text"], ending: "text.txt"),
    Output(format: "html", ending: "html"),
    Output(format: "json", options: ["pretty": "true"], ending: "json"),
  ]

  @Test(arguments: outputs) func everything(output: Output) throws {
    try Self.expect(Publication(SampleArticle.everything), "everything", output)
  }

  @Test(arguments: outputs.filter { $0.ending == "markdown.md" || $0.ending == "plain.txt" })
  func languages(output: Output) throws {
    for (name, article) in [
      ("chinese", SampleArticle.chinese), ("japanese", SampleArticle.japanese),
      ("korean", SampleArticle.korean), ("arabic", SampleArticle.arabic),
    ] {
      try Self.expect(Publication(article), name, output)
    }
  }

  @Test(arguments: outputs.filter { ["markdown.md", "plain.txt", "html"].contains($0.ending) })
  func digest(output: Output) throws {
    var publication = SampleArticle.publication
    publication.sections[0].entries = [Publication.Entry(SampleArticle.korean)]
    try Self.expect(publication, "digest", output)
  }

  private static func expect(
    _ publication: Publication, _ name: String, _ output: Output
  ) throws {
    var options = FormatOptions()
    for (name, value) in output.options { options.set(name, value) }
    let writer = try FormatRegistry.standard.writer(named: output.format).make(
      options, WriterEnvironment())
    var diagnostics = Diagnostics()
    let bytes = try writer.write(publication, diagnostics: &diagnostics)
    try Golden.expect(String(decoding: bytes, as: UTF8.self), is: name + "." + output.ending)
  }
}
