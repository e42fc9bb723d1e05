import NewsKit
import Testing

@Suite struct FormatRegistryTests {
  @Test(arguments: [
    ("---\ntitle: A\n---\nText", "in.txt", "jekyll"),
    ("---\ntitle: A\n---\nText", "page.html", "jekyll"),
    ("---\nmarkdown: gfm\ntitle: A\n---\nText", "a.md", "markdown"),
    ("---\nmarkdown: commonmark\ntitle: A\n---\nText", nil, "commonmark"),
    ("<!DOCTYPE html><p>Text", "in.txt", "html"),
    ("  <html lang=zh>", nil, "html"),
    (#"{"schema": "https://newskit.example/article", "title": "A"}"#, nil, "json"),
    ("<p>Text</p>", "a.html", "html"),
  ])
  func recognisesByContentThenExtension(text: String, path: String?, format: String) throws {
    let source = Source(bytes: Array(text.utf8), path: path)
    #expect(try FormatRegistry.standard.reader(for: source).format.name == format)
  }

  @Test func namesTheKnownFormats() {
    #expect {
      try FormatRegistry.standard.writer(named: "xyz")
    } throws: { error in
      let error = error as? ConversionError
      return error?.code == .unknownFormat && error?.message.contains("json") == true
    }
  }

  /// Text that begins with `pack:` is surely a pack; `.pack.gz` may be one.
  private static let registry: FormatRegistry = {
    var registry = FormatRegistry.standard
    registry.register(
      CollectionRegistration(
        format: Format(
          name: "pack", summary: "A pack", extensions: ["pack", "pack.gz"],
          mediaType: "application/x-pack"),
        recognize: { $0.starts(with: "pack:".utf8) ? 100 : 0 },
        open: { (_, _, _) throws(ConversionError) in
          throw ConversionError(.badInput, "is not opened here")
        }))
    return registry
  }()

  @Test(
    arguments: [
      ("pack: <html>", "a.html", nil, "collection pack"),
      ("anything", "a.PACK.GZ", nil, "collection pack"),
      ("anything", "pack.gz", nil, "nothing"),
      ("anything", nil, "application/x-pack", "collection pack"),
      ("<p>Text", "a.md", "text/html", "reader html"),
      ("<p>Text", "a.md", "text/plain", "reader jekyll"),
      ("<!DOCTYPE html><p>Text", nil, "application/x-pack", "collection pack"),
    ] as [(String, String?, String?, String)])
  func collectionsAreRecognisedAsReadersAre(
    _ text: String, _ path: String?, _ type: String?, _ expected: String
  ) {
    var source = Source(bytes: [], path: path)
    source.mediaType = type
    let recognition =
      switch Self.registry.recognize(head: Array(text.utf8)[...], of: source) {
      case .collection(let collection)?: "collection " + collection.format.name
      case .reader(let reader)?: "reader " + reader.format.name
      case nil: "nothing"
      }
    #expect(recognition == expected)
  }
}
