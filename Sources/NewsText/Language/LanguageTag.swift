/// Language tags of BCP 47 (RFC 5646), as `lang` takes them.
package enum LanguageTag {
  /// The tag with hyphens for underscores and usual capitals, or `nil` if it is no well-formed tag
  /// of a language: `zh_CN` becomes `zh-CN`, `C` and `english` nothing.
  package static func normalized(_ text: String) -> String? {
    var subtags: [[UInt8]] = [[]]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"): subtags.append([])
      case UInt8(ascii: "."), UInt8(ascii: "@"):
        // A locale's charset or variant: zh_CN.UTF-8.
        return normalized(subtags)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): subtags[subtags.count - 1].append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        subtags[subtags.count - 1].append(byte)
      default: return nil
      }
    }
    return normalized(subtags)
  }

  /// The tag out of what pages declare: `en_US`, ` de `, the first of `de, en`; what follows a
  /// well-formed beginning is left out.
  package static func declared(_ text: String?) -> String? {
    guard let text else { return nil }
    var tag = text.drop { $0.isWhitespace }.prefix {
      !$0.isWhitespace && $0 != "," && $0 != ";"
    }
    while !tag.isEmpty {
      if let normalized = normalized(String(tag)) { return normalized }
      guard let end = tag.lastIndex(where: { $0 == "-" || $0 == "_" }) else { return nil }
      tag = tag[..<end]
    }
    return nil
  }

  private static func normalized(_ subtags: [[UInt8]]) -> String? {
    guard let primary = subtags.first, (2...3).contains(primary.count),
      primary.allSatisfy({ $0 >= 0x61 }), subtags.count <= 8
    else { return nil }
    var result = String(decoding: primary, as: UTF8.self)
    // The order of RFC 5646: script, region, variants, then extensions, which stay as they are.
    var stage = 0
    for subtag in subtags.dropFirst() {
      guard (1...8).contains(subtag.count) else { return nil }
      let isLetters = subtag.allSatisfy { $0 >= 0x61 }
      let isDigits = subtag.allSatisfy { $0 < 0x61 }
      var bytes = subtag
      if stage == 4 {
        // Within an extension or a private use.
      } else if subtag.count == 1 {
        stage = 4
      } else if subtag.count == 4, isLetters, stage < 1 {
        bytes[0] &= 0xDF
        stage = 1
      } else if (subtag.count == 2 && isLetters) || (subtag.count == 3 && isDigits), stage < 2 {
        bytes = bytes.map { $0 >= 0x61 ? $0 & 0xDF : $0 }
        stage = 2
      } else if subtag.count == 3, isLetters, stage == 0 {
        // An extended language: zh-yue.
      } else if subtag.count >= 5 || (subtag.count == 4 && subtag[0] < 0x61) {
        stage = 3
      } else {
        return nil
      }
      result += "-" + String(decoding: bytes, as: UTF8.self)
    }
    // A single letter opens something, except within a private use.
    let isOpen = subtags.last?.count == 1 && !subtags.dropLast().contains([UInt8(ascii: "x")])
    return isOpen ? nil : result
  }

  /// The language alone, without script and region.
  package static func primary(_ tag: String) -> Substring {
    tag[..<(tag.utf8.firstIndex(of: UInt8(ascii: "-")) ?? tag.endIndex)]
  }

  /// The language of most tags, in the form that most of those have; of equals the first, of many
  /// equals English, which most who read several languages know.
  package static func commonest(of tags: [String]) -> String? {
    func commonest(_ values: [String]) -> String? {
      var counts: [String: Int] = [:]
      for value in values { counts[value, default: 0] += 1 }
      let most = counts.values.max()
      if most != nil, counts["en"] == most, counts.values.count(where: { $0 == most }) > 2 {
        return "en"
      }
      return values.first { counts[$0] == most }
    }
    let main = commonest(tags.map { String(primary($0)) })
    return commonest(tags.filter { primary($0) == main ?? "" })
  }

  /// Whether text in this language runs from right to left.
  package static func isRightToLeft(_ tag: String) -> Bool {
    let subtags = tag.utf8.split(separator: UInt8(ascii: "-"), maxSplits: 2)
    if subtags.count > 1, subtags[1].count == 4 {
      return switch String(Substring(subtags[1])) {
      case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg": true
      default: false
      }
    }
    return switch subtags.first.map({ String(Substring($0)) }) {
    case "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi": true
    default: false
    }
  }
}
