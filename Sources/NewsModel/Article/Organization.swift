/// A publisher or source: a newspaper, an agency, a site.
public struct Organization: Sendable, Hashable {
  /// The name as printed.
  public var name: String
  /// Its address.
  public var url: String?

  /// Makes an organisation.
  public init(name: String, url: String? = nil) {
    self.name = name
    self.url = url
  }
}
