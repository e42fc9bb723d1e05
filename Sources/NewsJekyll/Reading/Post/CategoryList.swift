import NewsFrontMatter
import NewsModel

/// A post's categories and tags, put together as Jekyll does.
struct CategoryList {
  /// Folders first, then `categories`, then `category`; no two equal.
  var categories: [String] = []
  /// `tag` if there is one, else `tags`; repeated ones stay.
  var tags: [String] = []
  /// The tags with their YAML types.
  var rawTags: [MetadataValue] = []

  /// Reads them from the folders above `_posts`, the defaults and the front matter.
  init(
    folders: [String], defaults: MetadataMap, own: MetadataMap,
    remarks: inout [JekyllPage.Remark]
  ) {
    var collected: [MetadataValue] = folders.map { .string($0) }
    for source in [defaults, own] {
      switch source["categories"] {
      case nil, .null: break
      case .string(let text): collected += Self.words(text)
      case .list(let list): collected += list
      case let other?:
        remarks.append(
          .init(
            code: .metadataOdd,
            message: "categories are a list or words, not '\(other.rubyText)', which is ignored",
            line: nil))
      }
    }
    let data = defaults.merged(with: own)
    var plural: [MetadataValue] = collected
    if let single = data["category"], single.isTruthy { plural = [single] }
    let names = (collected + Self.flat(plural)).map(\.rubyText)
    categories = names.filter { !$0.isEmpty }.distinct()

    if let single = data["tag"], single.isTruthy {
      rawTags = Self.flat([single])
    } else {
      switch data["tags"] {
      case .string(let text): rawTags = Self.words(text)
      case .list(let list): rawTags = Self.flat(list)
      default: break
      }
    }
    tags = rawTags.map(\.rubyText).filter { !$0.isEmpty }
  }

  private static func words(_ text: String) -> [MetadataValue] {
    text.utf8.split(whereSeparator: FrontMatter.isBlank).map {
      .string(String(decoding: $0, as: UTF8.self))
    }
  }

  /// Lists within lists opened, nulls dropped.
  private static func flat(_ values: [MetadataValue]) -> [MetadataValue] {
    let isFlat = values.allSatisfy { value in
      switch value {
      case .list, .null: false
      default: true
      }
    }
    return isFlat ? values : opened(values)
  }

  private static func opened(_ values: [MetadataValue]) -> [MetadataValue] {
    values.flatMap { value -> [MetadataValue] in
      switch value {
      case .list(let list): flat(list)
      case .null: []
      default: [value]
      }
    }
  }
}
