import NewsModel
import Testing

@testable import NewsFeeds

/// Lists of feeds.
@Suite struct OPMLCollectionTests {
  @Test func feedsBeyondTheLimitAreReported() throws {
    let outlines = (0...20_000).map { "<outline xmlUrl='https://h.example/\($0)'/>\n" }
    let list = "<opml version='2.0'><body>\n" + outlines.joined() + "</body></opml>"
    var diagnostics = Diagnostics()
    let input = CollectionInput(
      .bytes(ByteReader(bytes: Array(list.utf8))), source: Source(bytes: [], path: "list.opml"))
    let collection = try OPMLCollection.registration.open(input, FormatOptions(), &diagnostics)
    var count = 0
    while try collection.next() != nil { count += 1 }
    #expect(count == 20_000)
    #expect(
      diagnostics.all.map(\.message)
        == ["the list names more than 20000 feeds: the others are left out"])
    #expect(diagnostics.all.first?.line == 20_002)
  }
}
