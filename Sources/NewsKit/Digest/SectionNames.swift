internal import NewsText

/// What the sections of a digest are called.
struct SectionNames {
  private let grouping: Digest.Grouping
  private let language: String?
  private var names: [String: String] = [:]

  init(_ grouping: Digest.Grouping, _ entries: [Publication.Entry], language: String?) {
    self.grouping = grouping
    self.language = language
    if grouping == .category { names = Self.names(ofCategoriesIn: entries) }
  }

  /// The name of a section: dates in words, languages by their names, categories by what their site
  /// calls them.
  func title(of key: String) -> String {
    switch grouping {
    case .date:
      guard let day = Timestamp(iso8601: key) else { return key }
      return DateText.date(year: day.year, month: day.month, day: day.day, language: language)
    case .month:
      guard let day = Timestamp(iso8601: key + "-01") else { return key }
      return DateText.month(year: day.year, month: day.month, language: language)
    case .language: return LanguageAutonym.name(of: key) ?? key
    case .automatic, .category: return names[key] ?? Self.readable(key)
    case .none, .tag, .source, .author, .folder: return key
    }
  }

  // MARK: Categories

  /// What is known of the articles of a category.
  private struct Category {
    var count = 0
    /// The names of sections that its articles declare or link back to.
    var sections: Set<String> = []
    /// The one tag of each; `nil` in it where an article has none or several.
    var tags: Set<String?> = []
    /// The languages of its articles.
    var languages: Set<String> = []
  }

  /// What the articles themselves call their categories: by the section that those of one category
  /// name alike, else by the tag that goes with it, where each category of the site has one.
  private static func names(ofCategoriesIn entries: [Publication.Entry]) -> [String: String] {
    var categories: [String: Category] = [:]
    var owners: [String: Set<String>] = [:]
    for entry in entries {
      let metadata = entry.metadata
      guard entry.origin?.section == nil, let key = metadata.categories.first else { continue }
      categories[key, default: Category()].count += 1
      if let section = metadata.section, section != key {
        categories[key]?.sections.insert(section)
      }
      categories[key]?.tags.insert(metadata.tags.count == 1 ? metadata.tags[0] : nil)
      if let language = metadata.language { categories[key]?.languages.insert(language) }
      for tag in metadata.tags { owners[tag, default: []].insert(key) }
    }
    /// The tag that goes with a category and no other.
    func tag(of key: String, _ category: Category) -> String? {
      guard category.tags.count == 1, let tag = category.tags.first ?? nil,
        owners[tag]?.count == 1, tag.lowercased() != key.lowercased()
      else { return nil }
      return tag
    }
    let haveAllTags =
      categories.count > 1 && entries.count > categories.count
      && categories.allSatisfy { tag(of: $0.key, $0.value) != nil }
    var names: [String: String] = [:]
    for case let section? in entries.lazy.map({ $0.origin?.section }) { names[section] = section }
    for (key, category) in categories where names[key] == nil {
      if category.sections.count == 1, let section = category.sections.first {
        names[key] = section
      } else if let tag = tag(of: key, category),
        // A slug in Latin letters beside a name in the language's own.
        haveAllTags || Slug.isSlug(key) && !tag.utf8.allSatisfy({ $0 < 0x80 })
      {
        names[key] = tag
      } else if let tag = LanguageTag.normalized(key),
        !category.languages.isEmpty,
        category.languages.allSatisfy({ LanguageTag.primary($0) == LanguageTag.primary(tag) })
      {
        // Where a site has a folder for each language.
        names[key] = LanguageAutonym.name(of: tag)
      }
    }
    return names
  }

  /// A slug as a heading: `foreign-policy` is Foreign policy, `uk` UK.
  private static func readable(_ key: String) -> String {
    guard Slug.isSlug(key) else { return key }
    let words = key.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    if words.isEmpty { return key }
    return words.utf8.count == 2
      ? words.uppercased() : words.prefix(1).uppercased() + words.dropFirst()
  }
}
