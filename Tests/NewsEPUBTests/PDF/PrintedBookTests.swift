import Foundation
import NewsFiles
import NewsModel
import Testing

@testable import NewsEPUB

@Suite struct PrintedBookTests {
  private func printed(_ publication: Publication) throws -> String {
    var book = Book(
      publication, options: EPUBWriter.Options(cover: .none), environment: WriterEnvironment())
    return String(decoding: try book.printed().document(style: ""), as: UTF8.self)
  }

  private func article(_ title: String, _ body: [Block]) -> Publication.Entry {
    var article = Article(body: body)
    article.metadata.title = title
    article.metadata.language = "en"
    return Publication.Entry(article)
  }

  @Test func pagesFollowEachOther() throws {
    let text: [Block] = [.paragraph(Paragraph([.text("Words.")]))]
    let document = try printed(
      Publication(
        title: "Two",
        sections: [Publication.Section(entries: [article("One", text), article("Other", text)])]))
    let places = ["page-title", "page-nav", "page-article-0001", "page-article-0002"].map {
      document.range(of: "<div id=\"\($0)\"")?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    // Links between pages stay within the document.
    #expect(document.contains("href=\"#page-article-0002\""))
    #expect(!document.contains("href=\"article-0002.xhtml"))
  }

  @Test func linksOutStay() throws {
    let document = try printed(
      Publication(sections: [
        Publication.Section(entries: [
          article(
            "One",
            [
              .paragraph(
                Paragraph([
                  .link(Link("https://example.org/article.xhtml", [.text("elsewhere")]))
                ]))
            ])
        ])
      ]))
    #expect(document.contains("href=\"https://example.org/article.xhtml\""))
  }

  @Test func datesAreThoseOfTheBook() {
    var bytes = Array("<< /CreationDate (D:20991231235959+00'00') /ModDate (D:2099)".utf8)
    PDFDates.set(in: &bytes, to: "2026-05-02T06:00:00Z")
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "<< /CreationDate (D:20260502060000+00'00') /ModDate (D:2026)")
  }

  /// Skipped where nothing that prints is installed.
  @Test(.enabled(if: ProgramPath.onPath("chromium") != nil))
  func chromiumPrints() throws {
    let text: [Block] = [.paragraph(Paragraph([.text("Words.")]))]
    let publication = Publication(sections: [Publication.Section(entries: [article("One", text)])])
    let writer = PDFWriter(
      options: EPUBWriter.Options(), environment: WriterEnvironment(), paper: .a5,
      engine: "chromium")
    let first = try writer.write(publication)
    #expect(first.starts(with: "%PDF".utf8))
    #expect(try writer.write(publication) == first)
  }
}
