import NewsModel

/// kramdown's attribute lists.
enum AttributeList {
  /// `{:#id .class lang="ar"}`, or `nil` where a name cannot stand in one.
  static func text(_ attributes: Attributes) -> [UInt8]? {
    var parts: [String] = []
    if let id = attributes.id {
      guard isName(id) else { return nil }
      parts.append("#" + id)
    }
    for name in attributes.classes {
      guard isName(name) else { return nil }
      parts.append("." + name)
    }
    if let language = attributes.language {
      guard isName(language) else { return nil }
      parts.append("lang=\"\(language)\"")
    }
    if let direction = attributes.direction { parts.append("dir=\"\(direction.rawValue)\"") }
    return Array("{:\(parts.joined(separator: " "))}".utf8)
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A else {
      return false
    }
    return text.utf8.allSatisfy {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || ($0 >= 0x30 && $0 <= 0x39)
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
  }
}
