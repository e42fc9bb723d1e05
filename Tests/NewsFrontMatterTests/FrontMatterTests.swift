import Testing
@testable import NewsFrontMatter

/// The edges of Jekyll's regular expression for front matter.
@Suite struct FrontMatterTests {
  /// Front matter and text of a file, or `nil` where there is none.
  private func split(_ text: String, lenient: Bool = false) -> [String]? {
    let bytes = Array(text.utf8)
    guard let found = FrontMatter(in: bytes, lenient: lenient) else { return nil }
    return [
      String(decoding: bytes[found.yaml], as: UTF8.self),
      String(decoding: bytes[found.bodyStart...], as: UTF8.self),
    ]
  }

  @Test(arguments: [
    ("---\ntitle: T\n---\nBody\n", ["---\ntitle: T\n", "Body\n"]),
    ("---\n---\nBody", ["---\n", "Body"]),
    ("---\n\ntitle: T\n---\nBody", ["---\n\ntitle: T\n", "Body"]),
    ("---  \ntitle: T\n---  \nBody", ["---  \ntitle: T\n", "Body"]),
    ("---\ntitle: T\n...\nBody", ["---\ntitle: T\n", "Body"]),
    ("---\r\ntitle: T\r\n---\r\n\r\nBody\r\n", ["---\r\ntitle: T\r\n", "Body\r\n"]),
    ("---\na: 1\n---\n\n \n\n    code\n", ["---\na: 1\n", "    code\n"]),
    ("---\na: 1\n---", ["---\na: 1\n", ""]),
    ("---\na: 1\n---\n\n", ["---\na: 1\n", ""]),
    ("---\na: ---x\n--- no\n---\nB", ["---\na: ---x\n--- no\n", "B"]),
    ("---\nSome text: x\n---\nmore", ["---\nSome text: x\n", "more"]),
    ("---\ntext: |\n  ---\n---\nB", ["---\ntext: |\n  ---\n", "B"]),
  ])
  func found(_ text: String, _ expected: [String]) {
    #expect(split(text) == expected)
  }

  @Test(arguments: [
    "", "---", "---\n", "Body\n---\na: 1\n---\n", "\n---\na: 1\n---\nB", "---\na: 1\nBody\n",
    "---- \na\n----\n", " ---\na: 1\n---\n", "--- a: 1\n---\n", "---\na: 1\n ---\nB",
  ])
  func none(_ text: String) {
    #expect(split(text) == nil)
  }

  @Test func blankLinesBeforeItAreForgiven() {
    #expect(split("\n \n---\na: 1\n---\nB", lenient: true) == ["---\na: 1\n", "B"])
    #expect(split("\n ---\na: 1\n---\nB", lenient: true) == nil)
  }
}
