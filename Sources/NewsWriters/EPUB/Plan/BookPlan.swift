import NewsModel

/// What a book will hold and how its parts are called, before any of them is rendered.
struct BookPlan: Sendable {
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
    var words: BookWords
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
  var title: String
  /// Who made it, if someone is named.
  var creator: String?
  /// The date of the issue, in words.
  var dateText: String?
  /// The main language, if one is known.
  var language: String?
  /// The direction of the book.
  var direction: TextDirection
  /// What the book says by itself.
  var words: BookWords
  /// The sections in order.
  var sections: [Section] = []
  /// The articles in order.
  var items: [Item] = []
  /// Whether it has contents, section pages and links from article to article.
  var isDigest: Bool
  /// Which article an address means.
  var index: LinkIndex

  /// Plans the book of a publication.
  init(_ publication: Publication) {
    let entries = publication.sections.map(\.entries)
    isDigest = publication.onlyArticle == nil
    var ownLanguages: [String?] = []
    for entry in entries.lazy.joined() {
      let metadata = entry.article.metadata
      let own =
        metadata.language.flatMap(LanguageTag.normalized) ?? ScriptLanguage.guess(entry.article)
      ownLanguages.append(own)
    }
    language =
      publication.language.flatMap(LanguageTag.normalized)
      ?? Self.mainLanguage(ownLanguages.compactMap(\.self))
    words = BookWords(language: language)
    direction = language.map(LanguageTag.isRightToLeft) == true ? .rightToLeft : .leftToRight
    index = LinkIndex()
    title = ""
    creator = publication.creator.flatMap(VisibleText.line)
    var number = 0
    var wordsByLanguage: [String: BookWords] = [:]
    for (section, articles) in zip(publication.sections, entries) where !articles.isEmpty {
      let start = items.count
      for entry in articles {
        let own = ownLanguages[number] ?? language
        let ownWords = wordsByLanguage[own ?? ""] ?? BookWords(language: own)
        wordsByLanguage[own ?? ""] = ownWords
        number += 1
        let metadata = entry.article.metadata
        let direction =
          metadata.direction
          ?? (own.map(LanguageTag.isRightToLeft) == true ? .rightToLeft : .leftToRight)
        items.append(
          Item(
            entry: entry,
            fileName: isDigest ? "article-\(Self.padded(number)).xhtml" : "article.xhtml",
            title: Self.title(of: entry.article) ?? words.untitled, language: own,
            direction: direction,
            date: metadata.published.map { VisibleDate($0, language: own) },
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
    if let date = publication.date
      ?? (isDigest ? nil : items.first?.entry.article.metadata.published)
    {
      // An issue has a day; its latest article's hour says nothing of it.
      let text = VisibleDate(date, language: language)
      dateText = isDigest ? text.short : text.long
    }
    index = LinkIndex(items)
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

  private static func title(of article: Article) -> String? {
    if let title = article.metadata.title.flatMap(VisibleText.line) { return title }
    for block in article.body.prefix(10) {
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
