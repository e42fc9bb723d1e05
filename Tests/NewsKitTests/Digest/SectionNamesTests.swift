import NewsModel
import Testing

@testable import NewsKit

@Suite struct SectionNamesTests {
  private func entry(
    _ category: String?, tags: [String] = [], section: String? = nil, source: String? = nil,
    language: String? = nil
  ) -> Publication.Entry {
    var article = Article()
    article.metadata.categories = category.map { [$0] } ?? []
    article.metadata.tags = tags
    article.metadata.section = section
    article.metadata.source = source.map { Organization(name: $0) }
    article.metadata.language = language
    return Publication.Entry(article)
  }

  private func name(_ key: String, _ entries: [Publication.Entry]) -> String {
    SectionNames(.category, entries, language: nil).title(of: key)
  }

  @Test func aSlugIsMadeReadable() {
    for (key, name) in [
      ("foreign-policy", "Foreign policy"), ("news", "News"), ("uk", "UK"), ("C++", "C++"),
      ("Open Source", "Open Source"), ("経済", "経済"),
    ] {
      #expect(self.name(key, [entry(key)]) == name)
    }
  }

  @Test func theSectionOfItsArticlesNamesACategory() {
    #expect(name("emnews", [entry("emnews", section: "滚动新闻")]) == "滚动新闻")
    // Not one that they do not agree on.
    #expect(
      name("emnews", [entry("emnews", section: "一"), entry("emnews", section: "二")]) == "Emnews")
  }

  @Test func aTagThatGoesWithACategoryNamesIt() {
    // In the language's own characters, beside a slug.
    #expect(name("emnews", [entry("emnews", tags: ["滚动新闻"])]) == "滚动新闻")
    // Where each category of the site has one.
    let site = [
      entry("a", tags: ["Alpha"]), entry("a", tags: ["Alpha"]), entry("b", tags: ["Beta"]),
    ]
    #expect(name("a", site) == "Alpha")
    // A subject is no name.
    #expect(name("tech", [entry("tech", tags: ["apple"])]) == "Tech")
    #expect(name("tech", [entry("tech", tags: ["苹果", "手机"])]) == "Tech")
  }

  /// A folder for each language; a word that happens to be a tag of another is none.
  @Test(
    arguments: [
      ("uk", "uk", "Українська"), ("zh_tw", "zh-TW", "中文（台灣）"), ("ja", "ja", "日本語"),
      ("uk", "en-GB", "UK"), ("it", "en", "IT"), ("uk", nil, "UK"),
    ] as [(String, String?, String)])
  func aLanguageIsCalledAsItCallsItself(_ key: String, _ language: String?, _ name: String) {
    #expect(self.name(key, [entry(key, language: language)]) == name)
  }

  @Test func automaticGroupingBringsTogether() {
    let singles = (1...4).map { entry("c\($0)") }
    #expect(Digest.Grouping.automatic.resolved(for: singles) == .none)
    let paired = [entry("a"), entry("a"), entry("b")]
    #expect(Digest.Grouping.automatic.resolved(for: paired) == .category)
    let bySource = (1...4).map { entry("c\($0)", source: "S\($0 % 2)") }
    #expect(Digest.Grouping.automatic.resolved(for: bySource) == .source)
    #expect(Digest.Grouping.tag.resolved(for: paired) == .tag)
  }
}
