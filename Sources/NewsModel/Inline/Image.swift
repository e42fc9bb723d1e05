/// A picture.
public struct Image: Sendable, Hashable {
  /// Address, path or `data:` URL.
  public var source: String
  /// What to say where it cannot be seen; empty for decoration.
  public var alternative: String
  /// A remark shown on pointing at it.
  public var title: String?
  /// Width in CSS pixels, if given.
  public var width: Int?
  /// Height in CSS pixels, if given.
  public var height: Int?
  /// Anchor, classes, language, direction.
  public var attributes: Attributes

  /// Makes a picture.
  public init(
    _ source: String, alternative: String = "", title: String? = nil, width: Int? = nil,
    height: Int? = nil, attributes: Attributes = .none
  ) {
    self.source = source
    self.alternative = alternative
    self.title = title
    self.width = width
    self.height = height
    self.attributes = attributes
  }
}
