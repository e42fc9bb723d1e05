internal import NewsAddress
internal import NewsBlocks

/// Addresses of feeds: relative ones to `xml:base`, to the feed's own address, to its site.
enum FeedAddress {
  static func isAbsolute(_ text: String) -> Bool { WebAddress.isWeb(text: text) }

  /// An address resolved against the bases that hold, the innermost last.
  static func resolved(_ reference: String, against bases: [String], feed: String?) -> String {
    var base = feed
    for inner in bases { base = URLReference.resolved(inner, against: base) }
    return URLReference.resolved(reference.trimmed, against: base)
  }

  /// The base that holds.
  static func base(_ bases: [String], feed: String?) -> String? {
    var base = feed
    for inner in bases { base = URLReference.resolved(inner, against: base) }
    return base
  }
}
