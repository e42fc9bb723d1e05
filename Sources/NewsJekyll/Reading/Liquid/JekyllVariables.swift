import Liquid

/// The variables that every page of a site begins with.
final class JekyllVariables: LiquidObject {
  private let site: any LiquidObject
  private let page: any LiquidObject
  private let isMarkdown: Bool

  init(site: any LiquidObject, page: any LiquidObject, isMarkdown: Bool) {
    self.site = site
    self.page = page
    self.isMarkdown = isMarkdown
  }

  let keys = ["site", "page", "jekyll"]

  subscript(key: String) -> LiquidValue? {
    switch key {
    case "site": .lazy(site)
    case "page": .lazy(page)
    case "jekyll": ["version": "4.3.1", "environment": "development"]
    // In Markdown a highlighted text is a block of its own, wherever its tag stands.
    case "highlighter_prefix", "highlighter_suffix": isMarkdown ? "\n" : nil
    default: nil
    }
  }
}
