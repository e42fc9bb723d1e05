/// The picture that stands for an article in lists and on covers.
public struct LeadImage: Sendable, Hashable {
  /// Address or path, as in ``Image/source``.
  public var source: String
  /// Alternative text.
  public var alternative: String?
  /// What is printed below it.
  public var caption: String?

  /// Makes a lead image.
  public init(source: String, alternative: String? = nil, caption: String? = nil) {
    self.source = source
    self.alternative = alternative
    self.caption = caption
  }
}
