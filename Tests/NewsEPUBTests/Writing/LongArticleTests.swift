import NewsModel
import Testing
@testable import NewsEPUB

/// Articles above the size at which documents are split.
@Suite struct LongArticleTests {
  private static let files = Result {
    try BookFiles(
      of: Publication(
        title: "D",
        sections: [
          .init(entries: [Publication.Entry(HostileArticles.long), Publication.Entry(linking)])
        ]), options: .init(cover: .none))
  }

  /// An article that links into the long one.
  private static let linking: Article = {
    var metadata = Metadata()
    metadata.url = "/short.html"
    metadata.title = "Short"
    return Article(
      metadata: metadata,
      body: [.paragraph(Paragraph([.link(Link("#p0", [.text("nowhere here")]))]))])
  }()

  private func documents() throws -> [(name: String, text: String)] {
    let files = try Self.files.get()
    return files.names.filter { $0.hasPrefix("EPUB/article-0001") }.map {
      (String($0.dropFirst(5)), files.text($0) ?? "")
    }.sorted {
      $0.name.utf8.count == $1.name.utf8.count
        ? $0.name < $1.name : $0.name.utf8.count < $1.name.utf8.count
    }
  }

  @Test func areSplitBetweenBlocks() throws {
    let documents = try documents()
    #expect(documents.count > 2)
    for (name, text) in documents {
      #expect(text.utf8.count <= 260 << 10, "\(name)")
      #expect(text.hasSuffix("</html>\n"))
    }
    // The header stands in the first alone, the notes in the last.
    #expect(documents.map { $0.text.contains("nk-headline") }.filter(\.self).count == 1)
    #expect(documents[0].text.contains("nk-headline"))
    #expect(documents.last?.text.contains("class=\"footnotes\"") == true)
  }

  /// Every link, also to notes and back, leads to an anchor of the document that it names.
  @Test func linksFindTheirPart() throws {
    let documents = try documents()
    let anchors = Dictionary(
      uniqueKeysWithValues: documents.map { name, text in
        (name, Set(text.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }))
      })
    var count = 0
    for (name, text) in documents {
      for piece in text.split(separator: "href=\"").dropFirst() {
        let target = piece.prefix { $0 != "\"" }
        guard let mark = target.firstIndex(of: "#") else { continue }
        let file = target[..<mark].isEmpty ? name : String(target[..<mark])
        let id = target[target.index(after: mark)...]
        count += 1
        #expect(anchors[file]?.contains(id) == true, "\(name): \(target)")
      }
    }
    #expect(count > 3000)
  }

  @Test func aShortOneIsNot() throws {
    let files = try Self.files.get()
    #expect(files.names.filter { $0.hasPrefix("EPUB/article-0002") }.count == 1)
  }
}
