import NewsModel

/// Which article of the book an address means.
struct LinkIndex: Sendable {
  private var items: [String: Int] = [:]

  /// An index of nothing.
  init() {}

  /// An index of articles by every address that they are known by.
  init(_ articles: [BookPlan.Item]) {
    for (position, item) in articles.enumerated() {
      for base in Self.bases(of: item.entry) {
        if let key = base.pageKey, items[key] == nil { items[key] = position }
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
    if let path = entry.article.metadata.url {
      var address = WebAddress(path)
      if address.authority == nil {
        address.scheme = "site"
        address.authority = entry.origin?.siteRoot.map { $0.lowercased() } ?? "."
        if let first = bases.first {
          // The same page within the site that the origin's address names.
          bases.append(WebAddress(path).resolved(against: first))
        }
      }
      bases.append(address)
    }
    if let url = entry.article.metadata.canonicalURL { bases.append(WebAddress(url)) }
    if let path = entry.origin?.path {
      var address = WebAddress(path)
      address.scheme = "path"
      address.authority = ""
      bases.append(address)
    }
    return bases
  }
}
