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
      try FormatRegistry.standard.writer(named: "docx")
    } throws: { error in
      let error = error as? ConversionError
      return error?.code == .unknownFormat && error?.message.contains("json") == true
    }
  }
}
