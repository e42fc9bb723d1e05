import NewsFrontMatter
import NewsModel
import Testing
@testable import NewsJekyll

@Suite struct FrontMatterDefaultsTests {
  private let sets = #"""
    - {values: {a: all, deep: {x: 1, y: 1}}}
    - {scope: {path: ""}, values: {b: every}}
    - {scope: {path: news, type: posts}, values: {a: news, deep: {y: 2}}}
    - {scope: {path: "", type: post}, values: {b: posts}}
    - {scope: {path: "news/*/old"}, values: {a: old}}
    - {scope: {type: drafts}, values: {b: drafts}}
    - no mapping
    """#

  @Test(arguments: [
    ("x.md", "pages", "all", "every", 1), ("news/x.md", "pages", "all", "every", 1),
    ("news/_posts/x.md", "posts", "news", "every", 2), ("_posts/x.md", "posts", "all", "posts", 1),
    ("news/2020/old/x.md", "posts", "old", "every", 2),
    ("news/2020/old/x.md", "pages", "old", "every", 1),
  ])
  func scopes(_ path: String, _ type: String, _ a: String, _ b: String, _ y: Int) throws {
    let defaults = FrontMatterDefaults(try YAMLText(sets).value.list ?? [], collectionsFolder: "")
    let values = defaults.values(path: path, type: type)
    #expect(values["a"] == .string(a))
    #expect(values["b"] == .string(b))
    #expect(values["deep"]?.map?["x"] == .integer(1))
    #expect(values["deep"]?.map?["y"] == .integer(y))
  }

  @Test(arguments: [
    ("*.md", "a.md", true), ("*.md", "x/a.md", false), ("**/*.md", "x/y/a.md", true),
    ("**/*.md", "a.md", true), ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true),
    ("a?c", "abc", true),
    ("a?c", "a/c", false), ("[a-c]x", "bx", true), ("[^a-c]x", "bx", false),
    ("*a*a*a*b", "aaaaaaaaaa", false),
    ("a*", "a", true), ("", "", true),
  ])
  func globs(_ pattern: String, _ path: String, _ expected: Bool) {
    #expect(Glob.matches(pattern, path) == expected)
  }
}
