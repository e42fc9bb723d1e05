import NewsKit
import Testing

@Suite("File names") struct FileNamingTests {
  @Test(
    arguments: [
      ("A: b/c?", "2022-03-07", "2022-03-07-a-b-c.md"), ("NUL.txt", nil, "nul-.txt.md"),
      ("...", nil, "article.md"), ("end.", nil, "end.md"), ("हिन्दी में", nil, "हिन्दी-में.md"),
      ("العربية، خبر", nil, "العربية-خبر.md"), ("常州日报 新闻！", nil, "常州日报-新闻.md"),
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
    #expect(throws: ConversionError.self) { try FileNaming(pattern: "same") }
    #expect(throws: ConversionError.self) { try FileNaming(pattern: "{slug") }
  }

  /// What file systems take for the same: case, and composed or decomposed characters.
  @Test func equalToAFileSystem() throws {
    var naming = try FileNaming(pattern: "{title}")
    let names = ["Café", "CAFÉ", "Cafe\u{301}", "café"].map { title in
      var metadata = Metadata()
      metadata.title = title
      return naming.next(for: metadata, extension: "md")
    }
    #expect(Set(names.map { $0.lowercased() }).count == 4)
  }

  @Test func words() throws {
    var metadata = Metadata()
    metadata.title = "T"
    metadata.published = Timestamp(iso8601: "2022-03-07T08:00:00+08:00")
    metadata.authors = [Person(name: "李 甜")]
    metadata.categories = ["a/b"]
    metadata.language = "zh-CN"
    var naming = try FileNaming(
      pattern: "{year}/{month}/{day}-{author}-{category}-{language}-{file}")
    #expect(
      naming.next(for: metadata, file: "x/in.txt", extension: "md")
        == "2022/03/07-李-甜-a-b-zh-CN-in.md")
    naming = try FileNaming(pattern: "{section}/{publisher}")
    #expect(naming.next(for: metadata, extension: "md") == "article.md")
  }
}
