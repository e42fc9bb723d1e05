internal import NewsBlocks

/// Addresses of feeds: relative ones to `xml:base`, to the feed's own address, to its site.
enum FeedAddress {
  static func isAbsolute(_ text: String) -> Bool {
    func begins(_ scheme: StaticString) -> Bool {
      let bytes = text.utf8
      guard bytes.count >= scheme.utf8CodeUnitCount else { return false }
      var index = 0
      for byte in bytes.prefix(scheme.utf8CodeUnitCount) {
        // Letters may be capitals.
        let letter = byte >= 0x41 ? byte | 0x20 : byte
        if letter != scheme.utf8Start[index] { return false }
        index += 1
      }
      return true
    }
    return begins("http://") || begins("https://")
  }

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
