internal import NewsBytes

/// The namespaces of WordPress's exports (WXR 1.0 to 1.2), and the prefixes that stand for them here.
enum ExportVocabulary {
  static let prefixes: [String: String] = {
    var prefixes = [
      "http://purl.org/rss/1.0/modules/content/": "content",
      "http://purl.org/dc/elements/1.1/": "dc",
      "http://wellformedweb.org/CommentAPI/": "wfw",
    ]
    for scheme in ["http", "https"] {
      for version in ["1.0", "1.1", "1.2"] {
        prefixes["\(scheme)://wordpress.org/export/\(version)/"] = "wp"
        prefixes["\(scheme)://wordpress.org/export/\(version)/excerpt/"] = "excerpt"
      }
    }
    return prefixes
  }()

  /// How sure one can be of a document's first bytes: a feed that names the namespace of exports, or
  /// calls itself one, is certain.
  static func certainty(of head: ArraySlice<UInt8>) -> Int {
    // Not at the beginning: what a server prints there may stand before it.
    let bytes = Array(head)
    guard bytes.place(of: Array("<rss".utf8)) != nil else { return 0 }
    return ["wordpress.org/export/", "WordPress eXtended RSS"].contains {
      bytes.place(of: Array($0.utf8)) != nil
    } ? 100 : 0
  }
}
