import Foundation
import NewsFiles
import NewsModel
import Testing

@Suite struct FilePatternTests {
  @Test(arguments: [
    ("*.md", "a.md b.md"), ("?.md", "a.md b.md"), ("[!a].md", "b.md"), ("[a-z].txt", "c.txt"),
    (".*", ".hidden"), ("**/*.md", "a.md b.md x/d.md x/y/e.md x/y/文.md"),
    ("x/**", "x/d.md x/y/e.md x/y/文.md"),
    ("*/d.md", "x/d.md"), ("x/?/?.md", "x/y/e.md x/y/文.md"), ("*", "[odd] a.md b.md c.txt x"),
    ("nothing*", ""), ("[odd", ""), ("*/*/*/*", ""), ("**a*.md", "a.md"),
    ("x/*/e.m[d]", "x/y/e.md"),
  ])
  func matches(_ pattern: String, _ expected: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "pattern-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "x/y"), withIntermediateDirectories: true)
    for name in ["a.md", "b.md", "c.txt", ".hidden", "[odd]", "x/d.md", "x/y/e.md", "x/y/文.md"] {
      try Data().write(to: folder.appending(path: name))
    }
    let root = folder.path + "/"
    let found = try #require(FilePattern(root + pattern)).paths()
    #expect(found.map { String($0.dropFirst(root.count)) }.joined(separator: " ") == expected)
  }

  @Test func aPathIsNoPattern() {
    #expect(FilePattern("posts/a.md") == nil)
  }

  /// Stars that could be tried in more ways than there is time for.
  @Test func manyStars() throws {
    let pattern = String(repeating: "*a", count: 2000) + "b"
    #expect(try #require(FilePattern("/tmp/" + pattern)).paths() == [])
  }
}
