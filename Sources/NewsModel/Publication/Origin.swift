/// Where an article was read from.
public struct Origin: Sendable, Hashable {
  /// The file, as a path.
  public var path: String?
  /// The root folder of the site it belongs to, as a path.
  public var siteRoot: String?
  /// The address it was published at, to resolve relative links.
  public var url: String?

  /// Makes an origin.
  public init(path: String? = nil, siteRoot: String? = nil, url: String? = nil) {
    self.path = path
    self.siteRoot = siteRoot
    self.url = url
  }
}
