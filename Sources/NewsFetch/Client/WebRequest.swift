/// What is asked of a ``WebClient``.
public struct WebRequest: Sendable {
  /// Who wants it, and what for.
  public enum Kind: Sendable, Hashable {
    /// An address that the user named.
    case named
    /// A page or list found in a feed, a sitemap, a page: `robots.txt` is honoured.
    case found
    /// A picture of an article.
    case picture
    /// A site's `robots.txt`.
    case rules
  }

  /// The address.
  public var address: String
  /// Who wants it.
  public var kind: Kind
  /// Bytes of the body; `nil` for the client's limit.
  public var byteLimit: Int?

  /// A request for an address.
  public init(_ address: String, as kind: Kind) {
    self.address = address
    self.kind = kind
  }

  /// What is sent as `Accept`.
  var accept: String {
    switch kind {
    case .named, .found:
      "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,"
        + "application/feed+json,application/xml;q=0.9,*/*;q=0.8"
    case .picture: "image/*,*/*;q=0.5"
    case .rules: "text/plain,*/*;q=0.5"
    }
  }
}

/// What came of it.
public struct WebResponse: Sendable {
  /// The address after redirects.
  public var address: String
  /// The status of HTTP.
  public var status: Int
  /// The header.
  public var fields: HTTPFields
  /// The body, decompressed.
  public var body: FetchedBody
  /// Why the body is not whole, where the connection ended in its middle.
  public var cut: String?
  /// Whether the body came from the cache.
  public var isFromCache = false

  init(_ response: FetchResponse, address: String) {
    self.address = address
    status = response.status
    fields = response.fields
    body = response.body
    cut = response.cut
  }

  /// The media type in small letters, without parameters.
  public var mediaType: String? {
    guard let field = fields["Content-Type"] else { return nil }
    let type = field.prefix { $0 != ";" && $0 != "," }.lowercased().filter { $0 != " " }
    return type.isEmpty ? nil : type
  }

  /// The encoding that the transport names.
  public var charset: String? {
    guard let field = fields["Content-Type"] else { return nil }
    for parameter in field.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ $0 != " " }).lowercased() == "charset" else {
        continue
      }
      let label = parts[1].filter { $0 != "\"" && $0 != "'" && $0 != " " }
      return label.isEmpty ? nil : String(label)
    }
    return nil
  }
}
