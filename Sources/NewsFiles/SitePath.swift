/// What a reference of a page means within the site that the page is of.
enum SitePath {
  /// The path below the site's root folder, or `nil` for what lies elsewhere.
  ///
  /// - Parameters:
  ///   - reference: a path from the host's root, or a whole address.
  ///   - site: where the site's root is on the web, or the path of it alone.
  static func of(_ reference: String, in site: String) -> String? {
    let home = parts(of: site)
    let page = parts(of: reference)
    if let host = page.host, host != home.host { return nil }
    guard page.path.hasPrefix(home.path + "/") else { return nil }
    return String(page.path.dropFirst(home.path.count))
  }

  /// The host, without what is only another way to write it, and the rest.
  private static func parts(of address: String) -> (host: String?, path: Substring) {
    var rest = address[...]
    for scheme in ["https:", "http:"] where rest.prefix(scheme.count).lowercased() == scheme {
      rest = rest.dropFirst(scheme.count)
    }
    guard rest.hasPrefix("//") else { return (nil, rest) }
    rest = rest.dropFirst(2)
    let end = rest.firstIndex(of: "/") ?? rest.endIndex
    let host = rest[..<end].lowercased()
    return (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host, rest[end...])
  }
}
