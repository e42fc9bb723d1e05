import NewsKit
import Testing

@Suite("File names") struct FileNamingTests {
  @Test(
    arguments: [
      ("A: b/c?", "2022-03-07", "2022-03-07-A-b-c.md"), ("常州日报 新闻！", nil, "常州日报-新闻.md"),
      ("con", nil, "con-.md"), ("../..", nil, "article.md"), ("", nil, "article.md"),
    ])
  func names(title: String, date: String?, name: String) throws {
    var metadata = Metadata()
    metadata.title = title
    metadata.published = date.flatMap { Timestamp(iso8601: $0) }
    var naming = try FileNaming()
    #expect(naming.next(for: metadata, extension: "md") == name)
  }

  @Test func uniqueAndShort() throws {
    var metadata = Metadata()
    metadata.title = String(repeating: "常", count: 500)
    var naming = try FileNaming(pattern: "{title}")
    let first = naming.next(for: metadata, extension: "epub")
    let second = naming.next(for: metadata, extension: "epub")
    #expect(first != second)
    #expect(second.utf8.count < 255)
    #expect(throws: ConversionError.self) { try FileNaming(pattern: "{nothing}") }
  }
}
