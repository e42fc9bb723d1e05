import Foundation
import NewsFiles
import NewsModel
import NewsTestSupport
import Testing

@testable import NewsEPUB

/// Debian's fonts-dejavu-core.
private enum DejaVu {
  static let folder = "/usr/share/fonts/truetype/dejavu/"
  static var isInstalled: Bool {
    FontFace.isSupported && FileTree.exists(folder + "DejaVuSerif.ttf")
  }
}

/// Fonts that a book's user names.
@Suite(.enabled(if: DejaVu.isInstalled, "fonts-dejavu-core or HarfBuzz is not installed"))
struct BookFontsTests {
  private var environment: WriterEnvironment {
    WriterEnvironment(resources: FileResourceLoader(folders: [], isTrusting: true))
  }

  private var publication: Publication {
    var article = Article(body: [.paragraph(Paragraph([.text("Plain text, Ελληνικά, кириллица.")]))]
    )
    article.metadata.title = "Fonts"
    article.metadata.language = "en"
    return Publication(article)
  }

  private func fonts(_ names: String...) -> EPUBWriter.Options {
    var options = EPUBWriter.Options()
    options.fonts = names.map { $0.hasPrefix("/") ? $0 : DejaVu.folder + $0 }
    return options
  }

  private func isFont(_ bytes: [UInt8]) -> Bool {
    if let face = FontFace(bytes, index: 0) { face.family != nil } else { false }
  }

  @Test func theyHoldWhatTheTextNeeds() throws {
    let book = try BookFiles(
      of: publication,
      options: fonts("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSansMono.ttf"),
      environment: environment)
    #expect(book.diagnostics.isEmpty)
    for number in 1...3 {
      let bytes = try #require(book.bytes("EPUB/font-\(number).ttf"))
      #expect(bytes.count < 60_000, "DejaVu's files have 300,000 bytes and more")
      #expect(isFont(bytes))
    }
    let package = try #require(book.text("EPUB/package.opf"))
    #expect(package.contains("<item id=\"font-1\" href=\"font-1.ttf\" media-type=\"font/ttf\"/>"))
    let style = try #require(book.text("EPUB/style.css"))
    #expect(style.contains("font-family: \"Book font 1\"; font-weight: 400;"))
    #expect(style.contains("font-family: \"Book font 1\"; font-weight: 700;"))
    #expect(style.contains("body { font-family: \"Book font 1\", serif; }"))
    #expect(style.contains("code, kbd, samp, pre { font-family: \"Book font 2\", monospace; }"))
  }

  @Test func aBookWithoutHasNone() throws {
    let book = try BookFiles(of: publication)
    #expect(try #require(book.text("EPUB/style.css")).contains("@font-face") == false)
  }

  @Test(.enabled(if: EPUBCheck.isAvailable)) func theBookIsValid() throws {
    let folder = try TemporaryFolder()
    var diagnostics = Diagnostics()
    let book = try EPUBWriter(
      options: fonts("DejaVuSerif.ttf", "DejaVuSansMono.ttf"), environment: environment
    ).write(publication, diagnostics: &diagnostics)
    try folder.write(book, to: "fonts.epub")
    let script = Repository.root.appending(path: "Tests/EPUBCheck/run").path
    #expect(try ProgramRun.output(of: [script, folder.path]).contains("1 books, 0 messages"))
  }

  /// What is no font, and the code of its error.
  static let bad: [(file: String, code: ConversionError.Code)] = [
    ("missing.ttf", .noInput), ("/etc/hostname", .badInput), ("DejaVuSerif.ttf#1", .badInput),
    ("DejaVuSerif.ttf#99999999999999999999", .noInput),
  ]

  @Test(arguments: bad) func refused(_ file: String, _ code: ConversionError.Code) {
    let error = #expect(throws: ConversionError.self) {
      try BookFiles(of: publication, options: fonts(file), environment: environment)
    }
    #expect(error?.code == code)
  }
}
