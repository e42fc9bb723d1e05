import Testing
@testable import NewsJekyll

@Suite struct PostNameTests {
  @Test(
    arguments: [
      ("2020-01-02-a-new-bridge.md", [2020, 1, 2], "a-new-bridge", ".md", "A New Bridge"),
      ("20-1-2-two.md", [2020, 1, 2], "two", ".md", "Two"),
      ("99-1-2-old.md", [1999, 1, 2], "old", ".md", "Old"),
      ("2020-13-45-bad.md", [2020, 13, 45], "bad", ".md", "Bad"),
      (
        "x/2020-01-02-Mixed-CASE_slug.v1.md", [2020, 1, 2], "Mixed-CASE_slug.v1", ".md",
        "Mixed Case_slug.v1"
      ),
      ("2020-01-02-dots....md", [2020, 1, 2], "dots", ".md", "Dots"),
      ("2020-01-02-日本語 の.md", [2020, 1, 2], "日本語 の", ".md", "日本語 の"),
      ("not-a-date.md", nil, "not-a-date", ".md", "Not A Date"),
      ("2020-01-02-noext", nil, "2020-01-02-noext", "", "2020 01 02 Noext"),
      ("2020-01-02.md", nil, "2020-01-02", ".md", "2020 01 02"),
    ] as [(String, [Int]?, String, String, String)])
  func read(
    _ name: String, _ date: [Int]?, _ slug: String, _ fileExtension: String, _ title: String
  ) {
    let read = PostName(name)
    #expect(read.date.map { [$0.year, $0.month, $0.day] } == date)
    #expect(read.slug == slug)
    #expect(read.fileExtension == fileExtension)
    #expect(read.title == title)
  }

  @Test(arguments: [
    ("2020-01-02-x.md", true), ("20-1-2-x.html", true), ("not-a-date.md", false),
    ("2020-01-02-x", false), ("_2020-01-02-x.md", false), (".2020-01-02-x.md", false),
    ("2020-01-02-x.md~", false),
  ])
  func isPost(_ name: String, _ expected: Bool) {
    #expect(PostName.isPost(name) == expected)
  }
}
