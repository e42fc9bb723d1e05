import Liquid

/// The variables that every page of a site begins with.
final class JekyllVariables: LiquidObject {
  private let site: any LiquidObject
  private let page: any LiquidObject

  init(site: any LiquidObject, page: any LiquidObject) {
    self.site = site
    self.page = page
  }

  let keys = ["site", "page", "jekyll"]

  subscript(key: String) -> LiquidValue? {
    switch key {
    case "site": .lazy(site)
    case "page": .lazy(page)
    case "jekyll": ["version": "4.3.1", "environment": "development"]
    default: nil
    }
  }
}
