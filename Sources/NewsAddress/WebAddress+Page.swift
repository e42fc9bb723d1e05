extension WebAddress {
  /// What two addresses of the same page have in common: host and path, without scheme, user,
  /// usual port, `www.`, `index.html`, the final slash, the fragment, and what of a query only tells
  /// where a reader came from. `nil` without a host.
  package var pageKey: String? {
    guard let authority else { return nil }
    let decoded = Self.decoded(path)
    var page = decoded.utf8[...]
    for name: StaticString in ["/index.html", "/index.htm"] where Self.ends(page, name) {
      page = page.dropLast(name.utf8CodeUnitCount - 1)
    }
    while page.last == UInt8(ascii: "/") { page = page.dropLast() }
    if Self.ends(page, ".html") { page = page.dropLast(5) }
    var key = String(Self.host(of: authority))
    key += Substring(page)
    if let query = query.flatMap(Self.meaning) {
      key += "?"
      key += query
    }
    return key
  }

  private static func ends(_ text: Substring.UTF8View, _ suffix: StaticString) -> Bool {
    text.count >= suffix.utf8CodeUnitCount
      && text.suffix(suffix.utf8CodeUnitCount).elementsEqual(
        UnsafeBufferPointer(start: suffix.utf8Start, count: suffix.utf8CodeUnitCount))
  }

  private static func host(of authority: String) -> Substring {
    // Most need no work.
    let isPlain = authority.utf8.allSatisfy { byte in
      !(0x41...0x5A).contains(byte) && byte != UInt8(ascii: ":") && byte != UInt8(ascii: "@")
        && byte < 0x80
    }
    if isPlain, authority.utf8.last != UInt8(ascii: ".") {
      return authority.utf8.starts(with: "www.".utf8) ? authority.dropFirst(4) : authority[...]
    }
    var host = authority.lowercased()[...]
    if let at = host.utf8.lastIndex(of: UInt8(ascii: "@")) {
      host = host[host.utf8.index(after: at)...]
    }
    for port: StaticString in [":443", ":80", ":", "."] where ends(host.utf8, port) {
      host = Substring(host.utf8.dropLast(port.utf8CodeUnitCount))
    }
    return host.utf8.starts(with: "www.".utf8) ? Substring(host.utf8.dropFirst(4)) : host
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

extension WebAddress {
  /// The address put together again.
  package var text: String {
    var text = scheme.map { $0 + ":" } ?? ""
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }

  /// What a server is asked for: the path, `/` where there is none, with the query.
  package var pathAndQuery: String {
    (path.isEmpty ? "/" : path) + (query.map { "?" + $0 } ?? "")
  }
}
