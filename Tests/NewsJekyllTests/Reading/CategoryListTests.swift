import NewsFrontMatter
import NewsModel
import Testing
@testable import NewsJekyll

@Suite struct CategoryListTests {
  private func read(_ yaml: String, folders: [String] = [], defaults: String = "{}") throws
    -> CategoryList
  {
    var remarks: [JekyllPage.Remark] = []
    return CategoryList(
      folders: folders, defaults: try YAMLText(defaults).value.map ?? [:],
      own: try YAMLText(yaml).value.map ?? [:], remarks: &remarks)
  }

  @Test(arguments: [
    ("categories: Foo bar foo", ["Foo", "bar", "foo"]), ("categories: Foo, bar", ["Foo,", "bar"]),
    ("categories: [a, b, a]", ["a", "b"]), ("category: one two", ["one two"]),
    ("{categories: three, category: one two}", ["three", "one two"]),
    ("category: [a, b]", ["a", "b"]), ("categories: [a, [b, c]]", ["a", #"["b", "c"]"#, "b", "c"]),
    ("categories: [2020, true, 1.5, null]", ["2020", "true", "1.5"]), ("categories:", []),
    ("categories: 2020", []),
  ])
  func categories(_ yaml: String, _ expected: [String]) throws {
    #expect(try read(yaml).categories == expected)
  }

  @Test func foldersAndDefaultsComeFirst() throws {
    let list = try read(
      "categories: mine news", folders: ["news", "deep"], defaults: "categories: all")
    #expect(list.categories == ["news", "deep", "all", "mine"])
  }

  @Test(arguments: [
    ("tags: x y x", ["x", "y", "x"]), ("tags: x, y", ["x,", "y"]), ("tag: t one", ["t one"]),
    ("{tag: a, tags: b}", ["a"]), ("tags: [a, [b, null], 1]", ["a", "b", "1"]), ("tag:", []),
    ("{tag: , tags: b c}", ["b", "c"]), ("tags: 2020", []),
  ])
  func tags(_ yaml: String, _ expected: [String]) throws {
    #expect(try read(yaml).tags == expected)
  }

  @Test(arguments: [
    ("A\n\nB", "\n\n", "A", false), ("A\r\n\r\nB", "\n\n", "A\r\n\r\nB", true),
    ("A <!--more--> B", "<!--more-->", "A ", false), ("A", "\n\n", "A", true),
    ("A\n\n", "\n\n", "A", true),
    (
      "A [l][r]\n\nB\n\n[r]: http://e.x\n[s]: http://f.x\n", "\n\n", "A [l][r]\n\n[r]: http://e.x",
      false
    ),
    ("{% if a %}A\n\nB{% endif %}", "\n\n", "{% if a %}A\n{% endif %}", false),
    (
      "{%- for a in b -%}\n{% raw %}A\n\nB", "\n\n",
      "{%- for a in b -%}\n{% raw %}A\n{% endraw %}\n{% endfor %}", false
    ),
  ])
  func excerpts(_ text: String, _ separator: String, _ expected: String, _ isWhole: Bool) throws {
    let source = try #require(Excerpt.source(of: Array(text.utf8)[...], separator: separator))
    #expect(String(decoding: source.text, as: UTF8.self) == expected)
    #expect(source.isWhole == isWhole)
  }

  @Test func anEmptySeparatorMeansNoExcerpt() {
    #expect(Excerpt.source(of: Array("A".utf8)[...], separator: "") == nil)
  }
}
