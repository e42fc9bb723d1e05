import Liquid

/// Liquid as Jekyll speaks it: its tags and filters over those of the language, for one site.
///
/// Keep one for all posts of a site: each include is read once.
final class JekyllLiquid: Sendable {
  private let site: any JekyllLiquidSite
  private let limits: LiquidLimits
  private let includes = IncludeCache()

  /// Makes the tags and filters of a site.
  init(site: any JekyllLiquidSite, limits: LiquidLimits = LiquidLimits()) {
    (self.site, self.limits) = (site, limits)
  }

  /// The language with Jekyll's tags and filters, which most posts do without.
  var environment: Environment {
    let site = site
    var environment = Self.language
    environment.limits = limits
    environment.comparesBlank = false
    environment.localOffset = { site.offset(atLocalSeconds: $0) }
    environment.now = site.liquidNow
    return environment
  }

  private static let language = Environment(
    tags: Tag.standard.merging(Tag.jekyll) { _, own in own },
    filters: Filter.standard.merging(Filter.jekyll) { _, own in own })

  /// Renders the body of a page.
  ///
  /// - Parameters:
  ///   - body: UTF-8; without tags and outputs it comes back as it is.
  ///   - page: what templates see as `page`.
  ///   - path: the page's path in the site, for `include_relative`; `nil` outside a site.
  ///   - isMarkdown: whether what comes of it is read as Markdown.
  ///   - line: the line that the body begins on.
  func render(
    _ body: [UInt8], page: any LiquidObject, path: String?, isMarkdown: Bool = false, line: Int = 1
  ) -> Rendering {
    if Template.isPlain(utf8: body) { return Rendering(output: body, problems: []) }
    let template = Template(utf8: body, environment: environment, line: line)
    let refusals = RefusalNotes()
    let variables = JekyllVariables(
      site: site.liquidObject(noting: refusals), page: page, isMarkdown: isMarkdown)
    let surroundings = Surroundings(site: site, path: path, includes: includes)
    var rendering = template.render(
      variables, registers: [Self.register: surroundings])
    rendering.problems += refusals.all.map { LiquidError(.noTemplate, $0) }
    for index in rendering.problems.indices { Self.place(&rendering.problems[index]) }
    return rendering
  }

  /// A line of an include is no line of the page.
  private static func place(_ problem: inout LiquidError) {
    guard let include = problem.template else { return }
    let line = problem.line.map { ", line \($0)" } ?? ""
    problem.message += " (in the include '\(include)'\(line))"
    problem.line = nil
  }

  /// What Jekyll's tags and filters know of where they are.
  struct Surroundings: Sendable {
    var site: any JekyllLiquidSite
    /// The path of the page.
    var path: String?
    var includes: IncludeCache
  }

  /// The register of a rendering that holds its surroundings.
  static let register = "jekyll"
}

extension Context {
  /// Where a page of a site is rendered; `nil` in a template of no site.
  var jekyll: JekyllLiquid.Surroundings? {
    registers[JekyllLiquid.register] as? JekyllLiquid.Surroundings
  }
}
