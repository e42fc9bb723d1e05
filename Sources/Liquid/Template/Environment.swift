/// What templates may use: tags, filters, partial templates, bounds, the clock of the place.
///
/// A value: take ``standard``, add what is yours, and read templates with it.
public struct Environment: Sendable {
  /// The tags by name.
  public var tags: [String: Tag]
  /// The filters by name.
  public var filters: [String: Filter]
  /// How much a template may take.
  public var limits = LiquidLimits()

  /// Finds the partial template that `include` and `render` name; none by default.
  public var loader: (@Sendable (_ name: String) -> [UInt8]?)?

  /// The offset from UTC in seconds of the place's clock, given the seconds since 1970 as that clock
  /// shows them; 0 by default. Dates written without a zone are of this place.
  public var localOffset: @Sendable (_ localSeconds: Int) -> Int = { _ in 0 }

  /// What the words `now` and `today` mean to the filter `date`; nothing by default, so that the
  /// same template always renders the same.
  public var now: LiquidDate?

  /// Whether a comparison with `blank` asks if a value is blank, as in Shopify's Liquid. In Jekyll's
  /// nothing equals `blank`.
  public var comparesBlank = true

  /// The tags and filters of Liquid itself.
  public static let standard = Environment(
    tags: Tag.standard, filters: Filter.standard)

  /// Makes an environment.
  public init(tags: [String: Tag] = [:], filters: [String: Filter] = [:]) {
    self.tags = tags
    self.filters = filters
  }
}
