internal import NewsText

extension Digest {
  /// The name that all articles have as where they appeared, if it is one.
  static func commonSource(of entries: [Publication.Entry]) -> String? {
    let names = Set(
      entries.map { ($0.metadata.publisher ?? $0.metadata.source)?.name })
    return names.count == 1 ? names.first ?? nil : nil
  }

  /// The language of most articles, as the book that is made of them has it.
  static func commonLanguage(of entries: [Publication.Entry]) -> String? {
    LanguageTag.commonest(
      of: entries.compactMap { entry in
        entry.metadata.language.flatMap(LanguageTag.normalized)
          ?? LanguageDetector.language(of: entry.article)
      })
  }

  /// From when to when the articles were published, in words: the title of a digest that has no
  /// other.
  static func span(of entries: [Publication.Entry], language: String?) -> String? {
    let dates = entries.compactMap(\.metadata.published)
    guard let first = dates.min(by: { $0.secondsSince1970 < $1.secondsSince1970 }),
      let last = dates.max(by: { $0.secondsSince1970 < $1.secondsSince1970 })
    else { return nil }
    let ends = [first, last].map { date in
      DateText.date(year: date.year, month: date.month, day: date.day, language: language)
    }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: " – ")
  }
}
