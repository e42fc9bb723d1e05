import NewsModel
import NewsText

/// What a book will hold and how its parts are called, before any of them is rendered.
///
/// An object, since every page that is made refers to it.
final class BookPlan: Sendable {
  /// An article of the book.
  struct Item: Sendable {
    /// The article with where it was read from.
    var entry: Publication.Entry
    /// The name of its first document.
    var fileName: String
    /// Its headline; never empty.
    var title: String
    /// BCP 47, if it is known.
    var language: String?
    /// The direction of its text.
    var direction: TextDirection
    /// Its date in words.
    var date: VisibleDate?
    /// The section it stands in.
    var section: Int
    /// What the book says in it by itself, in its language.
    var words: LocalizedStrings
  }

  /// A section of the book.
  struct Section: Sendable {
    /// Its heading.
    var title: String?
    /// The name of its own page, where it has one.
    var fileName: String?
    /// Its articles.
    var items: Range<Int>
  }

  /// The title of the book.
  let title: String
  /// Who made it, if someone is named.
  let creator: String?
  /// The date of the issue, in words.
  let dateText: String?
  /// The main language, if one is known.
  let language: String?
  /// The direction of the book.
  let direction: TextDirection
  /// What the book says by itself.
  let words: LocalizedStrings
  /// The sections in order.
  let sections: [Section]
  /// The articles in order.
  let items: [Item]
  /// Whether it has contents, section pages and links from article to article.
  let isDigest: Bool
  /// Which article an address means.
  let index: LinkIndex

  /// Plans the book of a publication.
  init(_ publication: Publication) {
    let isDigest = publication.onlyArticle == nil
    let ownLanguages =
      publication.sections.lazy.flatMap(\.entries).map { entry in
        entry.article.metadata.language.flatMap(LanguageTag.normalized)
          ?? LanguageDetector.language(of: entry.article)
      } as [String?]
    let language =
      publication.language.flatMap(LanguageTag.normalized)
      ?? Self.mainLanguage(ownLanguages.compactMap(\.self))
    let words = LocalizedStrings.of(language)
    var sections: [Section] = []
    var items: [Item] = []
    var wordsByLanguage: [String: LocalizedStrings] = [:]
    for section in publication.sections where !section.entries.isEmpty {
      let start = items.count
      for entry in section.entries {
        let own = ownLanguages[items.count] ?? language
        let ownWords = wordsByLanguage[own ?? ""] ?? LocalizedStrings.of(own)
        wordsByLanguage[own ?? ""] = ownWords
        let direction =
          entry.article.metadata.direction
          ?? (own.map(LanguageTag.isRightToLeft) == true ? .rightToLeft : .leftToRight)
        let number = items.count + 1
        items.append(
          Item(
            entry: entry,
            fileName: isDigest ? "article-\(Self.padded(number)).xhtml" : "article.xhtml",
            title: Self.title(of: entry) ?? words.untitled, language: own,
            direction: direction,
            date: entry.article.metadata.published.map { VisibleDate($0, language: own) },
            section: sections.count, words: ownWords))
      }
      let name = section.title.flatMap(VisibleText.line)
      sections.append(
        Section(
          title: name,
          fileName: isDigest && name != nil
            ? "section-\(Self.padded(sections.count + 1)).xhtml" : nil,
          items: start..<items.count))
    }
    title =
      publication.title.flatMap(VisibleText.line) ?? (isDigest ? nil : items.first?.title)
      ?? words.untitled
    let date =
      publication.date ?? (isDigest ? nil : items.first?.entry.article.metadata.published)
    dateText = date.map { date in
      // An issue has a day; its latest article's hour says nothing of it.
      let text = VisibleDate(date, language: language)
      return isDigest ? text.short : text.long
    }
    creator = publication.creator.flatMap(VisibleText.line)
    direction = language.map(LanguageTag.isRightToLeft) == true ? .rightToLeft : .leftToRight
    index = LinkIndex(items)
    self.isDigest = isDigest
    self.language = language
    self.words = words
    self.sections = sections
    self.items = items
  }

  /// The language of most articles, in the form that most of those name; of equals the first.
  private static func mainLanguage(_ tags: [String]) -> String? {
    func commonest(_ values: [String]) -> String? {
      var counts: [String: Int] = [:]
      for value in values { counts[value, default: 0] += 1 }
      let most = counts.values.max()
      return values.first { counts[$0] == most }
    }
    let main = commonest(tags.map { String(LanguageTag.primary($0)) })
    return commonest(tags.filter { LanguageTag.primary($0) == main ?? "" })
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func title(of entry: Publication.Entry) -> String? {
    if let title = entry.article.metadata.title.flatMap(VisibleText.line) { return title }
    for block in entry.article.body.prefix(10) {
      switch block {
      case .heading(let heading):
        if let text = VisibleText.line(heading.content.plainText) { return text }
      case .paragraph(let paragraph):
        // The first words stand for a title.
        guard let text = VisibleText.line(paragraph.content.plainText) else { continue }
        return text.count <= 60 ? text : String(text.prefix(59)) + "…"
      default: continue
      }
    }
    return nil
  }
}
