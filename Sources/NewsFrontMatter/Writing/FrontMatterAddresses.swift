import NewsAddress
import NewsModel

/// Addresses in front matter, which templates put into links: none that runs a script.
struct FrontMatterAddresses {
  private var filter: AddressFilter
  /// What was left out.
  var refused: RefusedAddresses { filter.refused }

  init(keepsUnsafe: Bool) { filter = AddressFilter(keepsUnsafe: keepsUnsafe) }

  /// An address of the article's metadata, or `nil` where it may not stand in such a place.
  mutating func judged(_ address: String, _ place: SafeAddress.Place) -> String? {
    filter.judged(address, place)
  }

  /// A post's own keys. Which of them are addresses is not known: those that run a script are left
  /// out, unless the key says that it is text, where 'JavaScript: an introduction' is a title.
  mutating func safe(_ map: MetadataMap) -> MetadataMap {
    if filter.keepsUnsafe || !map.entries.contains(where: { Self.mayHoldAddress($0.value) }) {
      return map
    }
    var entries: [MetadataMap.Entry] = []
    for entry in map.entries {
      guard let value = safe(entry.value, isText: Self.texts.contains(entry.key)) else { continue }
      entries.append(MetadataMap.Entry(key: entry.key, value: value))
    }
    return MetadataMap(entries)
  }

  private mutating func safe(_ value: MetadataValue, isText: Bool) -> MetadataValue? {
    switch value {
    case .string(let text):
      if isText || !SafeAddress.isScript(text) || SafeAddress(text, in: .picture) != nil {
        return value
      }
      filter.refuse(text)
      return nil
    case .list(let list): return .list(list.compactMap { safe($0, isText: isText) })
    case .map(let map): return .map(safe(map))
    case .null, .bool, .integer, .number, .timestamp: return value
    }
  }

  /// A colon or what may stand for one: most values have none.
  private static func mayHoldAddress(_ value: MetadataValue) -> Bool {
    switch value {
    case .string(let text):
      text.utf8.contains {
        $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "%")
      }
    case .list, .map: true
    case .null, .bool, .integer, .number, .timestamp: false
    }
  }

  private static let texts: Set<String> = [
    "title", "subtitle", "headline", "deck", "name", "byline", "author", "excerpt", "description",
    "summary", "caption", "alt", "tag", "tags", "category", "categories", "keywords", "section",
    "layout", "slug", "series", "toc_title", "nav_title", "short_title", "seo_title",
  ]
}
