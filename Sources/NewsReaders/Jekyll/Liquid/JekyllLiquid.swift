import Liquid

/// Liquid as Jekyll speaks it: its tags and filters over those of the language, for one site.
///
/// Keep one for all posts of a site: each include is read once.
final class JekyllLiquid: Sendable {
  let environment: Environment
  private let site: any JekyllLiquidSite

  /// Makes the tags and filters of a site.
  init(site: any JekyllLiquidSite) {
    self.site = site
    var environment = Environment.standard
    environment.localOffset = { site.offset(atLocalSeconds: $0) }
    environment.now = site.liquidNow
    self.environment = environment
  }

  /// Renders the body of a page.
  ///
  /// - Parameters:
  ///   - body: UTF-8; without tags and outputs it comes back as it is.
  ///   - page: what templates see as `page`.
  ///   - path: the page's path in the site, for `include_relative`; `nil` outside a site.
  ///   - line: the line that the body begins on.
  func render(
    _ body: [UInt8], page: any LiquidObject, path: String?, line: Int = 1
  ) -> Rendering {
    if Template.isPlain(utf8: body) { return Rendering(output: body, problems: []) }
    let template = Template(utf8: body, environment: environment, line: line)
    let variables = JekyllVariables(site: site.liquidObject, page: page)
    return template.render(
      variables, registers: path.map { [Self.pagePath: $0] } ?? [:])
  }

  /// The register that holds the path of the page being rendered.
  static let pagePath = "jekyll.page.path"
}

/// The variables that every page of a site begins with.
private final class JekyllVariables: LiquidObject {
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
