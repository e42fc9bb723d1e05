import NewsAddress
import NewsMarkup
import NewsModel

/// Which article of the book an address means.
struct LinkIndex: Sendable {
  private var items: [String: Int] = [:]

  /// An index of nothing.
  init() {}

  /// An index of articles by every address that they are known by.
  init(_ articles: [BookPlan.Item]) {
    for (position, item) in articles.enumerated() {
      for address in Self.bases(of: item.entry) + Self.aliases(of: item.entry) {
        if let key = address.pageKey, items[key] == nil { items[key] = position }
      }
    }
  }

  /// The article behind an address.
  subscript(_ address: WebAddress) -> Int? { address.pageKey.flatMap { items[$0] } }

  /// The addresses of an article, the one that its links are relative to first.
  ///
  /// Where no address on the web is known, its path in its site and its file stand for one.
  static func bases(of entry: Publication.Entry) -> [WebAddress] {
    var bases: [WebAddress] = []
    if let url = entry.origin?.url { bases.append(WebAddress(url)) }
    if let path = entry.metadata.url {
      bases += addresses(of: path, in: entry.origin)
    }
    if let url = entry.metadata.canonicalURL { bases.append(WebAddress(url)) }
    if let path = entry.origin?.path {
      // With a root, so that a link may lead up from it.
      var address = WebAddress("path://files")
      address.path = WebAddress.withoutDots("/" + path)
      bases.append(address)
    }
    return bases
  }

  /// The addresses that lead to an article besides.
  private static func aliases(of entry: Publication.Entry) -> [WebAddress] {
    (entry.origin?.aliases ?? []).flatMap { addresses(of: $0, in: entry.origin) }
  }

  /// What a path of a site means: a page of the site by itself, and of the host that the site is
  /// on, with the path of the site's root before it and without, as authors write both.
  private static func addresses(of path: String, in origin: Origin?) -> [WebAddress] {
    var address = WebAddress(path)
    if address.authority != nil { return [address] }
    var addresses: [WebAddress] = []
    func add(_ scheme: String?, _ authority: String?, _ path: String) {
      address.scheme = scheme
      address.authority = authority
      address.path = path
      addresses.append(address)
    }
    let rooted = address.path.utf8.first == UInt8(ascii: "/") ? address.path : "/" + address.path
    let site = origin?.siteRoot?.lowercased() ?? "."
    add("site", site, rooted)
    let home = origin?.siteURL.map { WebAddress($0) }
    if let host = home?.authority {
      add(home?.scheme, host, rooted)
    } else if let url = origin?.url.map({ WebAddress($0) }), url.authority != nil {
      add(url.scheme, url.authority, rooted)
    }
    if let home, !home.path.isEmpty {
      add(home.scheme ?? "site", home.authority ?? site, home.path + rooted)
    }
    return addresses
  }
}
