import NewsModel
import Testing

@testable import NewsHugo

@Suite struct FrontMatterTests {
  /// The three languages say the same.
  @Test(arguments: [
    "+++\ntitle = \"A bridge\"\ndate = 2024-03-07T08:08:22+01:00\ntags = [\"b\", \"a\"]\nweight = 3\n+++\nText.\n",
    "\u{FEFF}+++  \r\ntitle = 'A bridge'\r\ndate = 2024-03-07 08:08:22+01:00\r\ntags = [\r\n 'b',\r\n 'a', ]\r\nweight = 0x3\r\n+++\r\nText.\r\n",
    "---\ntitle: A bridge\ndate: 2024-03-07T08:08:22+01:00\ntags: [b, a]\nweight: 3\n---\nText.\n",
    "{\n\"title\": \"A bridge\", \"date\": \"2024-03-07T08:08:22+01:00\",\n\"tags\": [\"b\", \"a\"], \"weight\": 3 }\n\nText.\n",
    "{\"Title\": \"A bridge\", \"DATE\": \"2024-03-07T08:08:22+01:00\", \"Tags\": [\"b\", \"a\"], \"weight\": 3}\nText.\n",
  ])
  func languages(_ text: String) throws {
    let article = try readAlone(text).article
    #expect(article.metadata.title == "A bridge")
    #expect(article.metadata.published?.iso8601 == "2024-03-07T08:08:22+01:00")
    #expect(article.metadata.tags == ["b", "a"])
    #expect(article.metadata.extra["weight"] == .integer(3))
    #expect(article.body == ["Text."])
  }

  /// Forms of TOML, by what JSON would say.
  @Test(arguments: [
    ("a = 1979-05-27", MetadataValue.timestamp(Timestamp(year: 1979, month: 5, day: 27)!)),
    ("a = 07:32:00", .string("07:32:00")), ("a = 1_000", .integer(1000)),
    ("a = -0.5", .number(-0.5)),
    ("a.b.c = 'x'", .map(["b": .map(["c": .string("x")])])),
    ("a = { z = 1, b = true }", .map(["z": .integer(1), "b": .bool(true)])),
    ("[[a]]\nn = 1\n[[a]]\nn = 2", .list([.map(["n": .integer(1)]), .map(["n": .integer(2)])])),
    ("a = \"\"\"\none\ntwo\"\"\"", .string("one\ntwo")), ("a = 'C:\\n'", .string("C:\\n")),
    ("a = \"\\u00e9\"", .string("é")), ("a = []", .list([])),
  ])
  func toml(_ text: String, _ value: MetadataValue) throws {
    #expect(try readAlone("+++\n\(text)\n+++\nText.").article.metadata.extra["a"] == value)
  }

  @Test func tomlKeepsItsOrder() throws {
    let extra = try readAlone("+++\nzeta = 1\nalpha = 2\n[params]\nmid = 3\nbeta = 4\n+++\nx")
      .article.metadata.extra
    #expect(extra.entries.map(\.key) == ["zeta", "alpha", "mid", "beta"])
  }

  /// What is wrong is reported with the line of the file.
  @Test(arguments: [
    ("+++\ntitle = \"x\"\nbad line\n+++\n", 3), ("+++\na = 1\na = 2\n+++\n", 3),
    ("+++\na = 2024-13-01\n+++\n", 2), ("---\ntitle: [a\n---\nx", 3),
    ("{\n \"a\": 1,,\n}\nx\n", 2),
    ("+++\n" + String(repeating: "a.", count: 100_000) + "b = 1\n+++\n", 1 + 1),
    ("+++\na = " + String(repeating: "[", count: 100_000) + "\n+++\n", 2),
    // Tables without a key: toml++ has assertions for them.
    ("+++\n[\n+++\n", 2), ("+++\n[[\n+++\n", 2), ("+++\n[=\n+++\n", 2), ("+++\n[[=\n+++\n", 2),
    ("+++\n[.a]\n+++\n", 2), ("+++\n[[.a]]\n+++\n", 2), ("+++\n[#\n+++\n", 2),
    ("+++\n[{\n+++\n", 2),
    ("+++\n[é]\n+++\n", 2), ("+++\n[]\n+++\n", 2), ("+++\n[[a]\n+++\n", 2), ("+++\n[a.]\n+++\n", 2),
    ("+++\na = {=\n+++\n", 2), ("+++\na.=1\n+++\n", 2), ("+++\n=1\n+++\n", 2),
  ])
  func errors(_ text: String, _ line: Int) throws {
    let error = #expect(throws: ConversionError.self) { try readAlone(text) }
    #expect(error?.code == .badInput)
    #expect(error?.line == line, "\(error?.message ?? "")")
    #expect(error?.file == "/nowhere/page.md")
  }

  @Test(arguments: ["+++\ntitle = 1\n", "+++\n", "---\ntitle: x\n", "{\n\"title\": \"x\"\n"])
  func unclosed(_ text: String) throws {
    let read = try readAlone(text)
    #expect(read.diagnostics.map(\.code).contains(.frontMatterUnclosed))
    #expect(!read.article.body.isEmpty || read.article.metadata.title != nil)
  }

  @Test(arguments: [
    ("2024-03-07", "2024-03-07"), ("2024-03-07 10:11", "2024-03-07T10:11:00"),
    ("2024-03-07T10:11:12.5Z", "2024-03-07T10:11:12.5Z"),
    ("2024-03-07 10:11:12 -0700 MST", "2024-03-07T10:11:12-07:00"),
    ("March 7, 2024", "2024-03-07"), ("7 Mar 2024", "2024-03-07"),
    ("Thu, 07 Mar 2024 08:08:22 +0800", "2024-03-07T08:08:22+08:00"), ("2024-3-7", "2024-03-07"),
    ("99999-01-01", nil), ("0000-00-00", nil), ("tomorrow", nil), ("", nil),
  ])
  func dates(_ text: String, _ expected: String?) throws {
    let read = try readAlone("---\ndate: '\(text)'\n---\nx")
    #expect(read.article.metadata.published?.iso8601 == expected)
    let isSaid = read.diagnostics.contains { $0.code == .dateInvalid }
    #expect(isSaid == (expected == nil && !text.isEmpty))
  }
}
