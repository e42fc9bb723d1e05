extension WebAddress {
  /// What two addresses of the same page have in common: host and path, without scheme, user,
  /// usual port, `www.`, `index.html`, the final slash, the fragment, and what of a query only tells
  /// where a reader came from. `nil` without a host.
  package var pageKey: String? {
    guard let authority else { return nil }
    var page = Self.decoded(path)[...]
    for suffix in ["index.html", "index.htm"] where page.hasSuffix("/" + suffix) {
      page = page.dropLast(suffix.utf8.count)
    }
    while page.utf8.last == UInt8(ascii: "/") { page = page.dropLast() }
    if page.hasSuffix(".html") { page = page.dropLast(5) }
    return Self.host(of: authority) + page + (query.flatMap(Self.meaning).map { "?" + $0 } ?? "")
  }

  private static func host(of authority: String) -> Substring {
    var host = authority.lowercased()[...]
    if let at = host.utf8.lastIndex(of: UInt8(ascii: "@")) {
      host = host[host.utf8.index(after: at)...]
    }
    for port in [":443", ":80", ":"] where host.hasSuffix(port) {
      host = host.dropLast(port.utf8.count)
    }
    if host.hasSuffix(".") { host = host.dropLast() }
    return host.hasPrefix("www.") ? host.dropFirst(4) : host
  }

  /// A query without the marks that campaigns and social networks put on links; `nil` if nothing
  /// is left.
  private static func meaning(of query: String) -> String? {
    let parts = query.split(separator: "&").filter { part in
      let name = part.prefix { $0 != "=" }
      return !name.hasPrefix("utm_") && !["fbclid", "gclid", "mc_cid", "mc_eid"].contains(name)
    }
    return parts.isEmpty ? nil : parts.joined(separator: "&")
  }
}
