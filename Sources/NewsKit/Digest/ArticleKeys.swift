internal import NewsAddress
internal import NewsFiles

/// What articles are known by from one run to the next: their address, what their feed calls them,
/// their file, or their text.
enum ArticleKeys {
  /// The keys of an article, the first of which is the surest.
  static func keys(of entry: Publication.Entry, _ item: InputItem) -> [String] {
    let metadata = entry.metadata
    var keys: [String] = []
    if item.isAlone, item.known.path == nil {
      // A page that was named itself changes: the weather. It is new when its text is.
      let text = Fingerprint(of: entry).map { hex($0) } ?? ""
      let address = item.known.url.flatMap { WebAddress($0).pageKey } ?? item.identifier
      return ["page:" + address + "#" + text]
    }
    // A home page is what careless feeds give as the address of every article.
    if let address = metadata.canonicalURL, let key = WebAddress(address).pageKey,
      key.utf8.contains(UInt8(ascii: "/")) || key.utf8.contains(UInt8(ascii: "?"))
    {
      keys.append("address:" + key)
    }
    if let id = metadata.extra["id"], case .string(let id) = id,
      let place = entry.origin?.url ?? entry.origin?.path
    {
      keys.append("entry:" + place + "#" + id)
    }
    if keys.isEmpty, let path = entry.origin?.path {
      keys.append("file:" + FileSystem.absolute(path) + "#" + (metadata.title ?? ""))
    }
    if keys.isEmpty { keys.append("text:" + (Fingerprint(of: entry).map { hex($0) } ?? "")) }
    return keys
  }

  private static func hex(_ fingerprint: Fingerprint) -> String {
    fingerprint.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
