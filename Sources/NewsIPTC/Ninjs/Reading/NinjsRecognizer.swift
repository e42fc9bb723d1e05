/// Tells ninjs by the keys of the first object.
enum NinjsRecognizer {
  /// How sure one can be.
  static func certainty(of head: ArraySlice<UInt8>) -> Int {
    let keys = Set(topKeys(of: head))
    if keys.isEmpty { return 0 }
    // JSON of this house, JSON Feed and JSON-LD have none of these.
    if keys.contains("body") || keys.contains("sections") || keys.contains("items")
      || keys.contains("@context") || keys.contains("entries")
    {
      return 0
    }
    let found = keys.intersection(known).count
    if keys.contains("uri") { return found > 0 || keys == ["uri"] ? 100 : 0 }
    return found > 2 ? 100 : 0
  }

  /// Keys that items have and other objects hardly.
  private static let known: Set<String> = [
    "$standard", "standard", "versioncreated", "versionCreated", "firstcreated", "firstCreated",
    "contentcreated", "contentCreated", "embargoed", "embargoedUntil", "pubstatus", "pubStatus",
    "representationtype", "representationType", "copyrightholder", "copyrightHolder",
    "copyrightnotice", "copyrightNotice", "usageterms", "usageTerms", "ednote", "edNote",
    "headline", "headlines", "bodies", "body_text", "body_xhtml", "body_html", "description_text",
    "description_xhtml", "descriptions", "slugline", "renditions", "associations", "altids",
    "altIds", "trustindicator", "trustindicators", "trustIndicators", "rightsinfo", "rightsInfo",
    "infosource", "infosources", "infoSources", "subject", "subjects", "byline", "located", "genre",
    "genres", "organisation", "organisations", "mimetype", "profile", "urgency", "people", "person",
  ]

  /// The keys of the first object, as far as the bytes go: that of the text or of a list of items.
  static func topKeys(of head: ArraySlice<UInt8>) -> [String] {
    var keys: [String] = []
    var depth = 0
    var level = 0
    var start: Int?
    var text: [UInt8]?
    var index = head.startIndex
    while index < head.endIndex {
      let byte = head[index]
      if let first = start {
        if byte == UInt8(ascii: "\\") {
          index += 2
          continue
        }
        if byte == UInt8(ascii: "\"") {
          text = Array(head[first..<index])
          start = nil
        }
        index += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): start = index + 1
      case UInt8(ascii: "{"):
        depth += 1
        if level == 0 { level = depth }
      case UInt8(ascii: "["):
        // A list before any object is one of items.
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if level > 0, depth < level {
          // Several objects one after the other are lines of JSON.
          let isOneOfSeveral =
            depth == 0 && head[(index + 1)...].first { $0 > 0x20 } == UInt8(ascii: "{")
          return isOneOfSeveral ? [] : keys
        }
      case UInt8(ascii: ":"):
        if depth == level, let text { keys.append(String(decoding: text, as: UTF8.self)) }
      case 0x00...0x20, 0xEF, 0xBB, 0xBF, UInt8(ascii: ","): break
      default: if level == 0 { return [] }
      }
      index += 1
    }
    return keys
  }
}
