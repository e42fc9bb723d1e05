import NewsMarkup
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
    /// BCP 47, where all its articles are in one language that is not the book's.
    var language: String?
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

  /// What it should have and has not.
  let omissions: [Publication.Omission]
  /// What was there and is not in it.
  let leftOut: [Publication.LeftOut]
  /// Whether its pages have the marks of Kobo's own reader.
  let isKobo: Bool

  /// Plans the book of a publication.
  init(_ publication: Publication, isKobo: Bool = false) {
    self.isKobo = isKobo
    let isDigest = publication.onlyArticle == nil
    let ownLanguages =
      publication.sections.lazy.flatMap(\.entries).map { entry in
        entry.metadata.language.flatMap(LanguageTag.normalized)
          ?? LanguageDetector.language(of: entry.article)
      } as [String?]
    let language =
      publication.language.flatMap(LanguageTag.normalized)
      ?? LanguageTag.commonest(of: ownLanguages.compactMap(\.self))
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
          entry.metadata.direction
          ?? (own.map(LanguageTag.isRightToLeft) == true ? .rightToLeft : .leftToRight)
        let number = items.count + 1
        items.append(
          Item(
            entry: entry,
            fileName: isDigest ? "article-\(Self.padded(number)).xhtml" : "article.xhtml",
            title: Self.title(of: entry) ?? words.untitled, language: own,
            direction: direction,
            date: entry.metadata.published.map { VisibleDate($0, language: own) },
            section: sections.count, words: ownWords))
      }
      let name = section.title.flatMap(VisibleText.line)
      let languages = Set(items[start...].map(\.language))
      let ownLanguage = languages.count == 1 ? languages.first ?? nil : nil
      sections.append(
        Section(
          title: name,
          // A list of one article is no page.
          fileName: isDigest && name != nil && items.count - start > 1
            ? "section-\(Self.padded(sections.count + 1)).xhtml" : nil,
          items: start..<items.count, language: ownLanguage == language ? nil : ownLanguage))
    }
    title =
      publication.title.flatMap(VisibleText.line) ?? (isDigest ? nil : items.first?.title)
      ?? words.untitled
    let date =
      publication.date ?? (isDigest ? nil : items.first?.entry.metadata.published)
    // An issue has a day, or the days from its first article to its last; their hours say nothing.
    dateText =
      isDigest
      ? Self.days(of: items, until: date, language: language)
      : date.map { VisibleDate($0, language: language).long }
    omissions = publication.omissions
    leftOut = publication.leftOut.filter { $0.count > 0 }
    creator = publication.creator.flatMap(VisibleText.line)
    direction = language.map(LanguageTag.isRightToLeft) == true ? .rightToLeft : .leftToRight
    index = LinkIndex(items)
    self.isDigest = isDigest
    self.language = language
    self.words = words
    self.sections = sections
    self.items = items
  }

  /// The articles that come first: that of each section where there are several, else the first
  /// ones.
  var leads: [Item] {
    let most = 4
    let firsts = sections.count > 1 ? sections.map { $0.items.lowerBound } : Array(items.indices)
    var titles: Set<String> = []
    var leads: [Item] = []
    // A story that stands in several sections leads once.
    for item in firsts.lazy.map({ self.items[$0] }) where titles.insert(item.title).inserted {
      leads.append(item)
      if leads.count == most { break }
    }
    return leads
  }

  /// The leads, where the front page shows them: where all articles are leads, the contents come
  /// next and say the same.
  var shownLeads: [Item] {
    let leads = leads
    return items.count > leads.count ? leads : []
  }

  /// The headlines that come first, for lists of books.
  var leadHeadlines: String {
    let leads = leads
    let titles = leads.map(\.title).joined(separator: " · ")
    let colon = ["zh", "ja"].contains(LanguageTag.primary(language ?? "")) ? "：" : ": "
    return FrontMatterStrings.of(language).inThisIssue + colon
      + (items.count > leads.count ? titles + " …" : titles)
  }

  /// From the day of the first article to that of the last, or to the day of the issue.
  private static func days(
    of items: [Item], until date: Timestamp?, language: String?
  ) -> String? {
    let dates = items.compactMap(\.entry.metadata.published)
    guard let last = date ?? dates.max(by: { $0.secondsSince1970 < $1.secondsSince1970 }) else {
      return nil
    }
    let until = VisibleDate(last, language: language).short
    guard let first = dates.min(by: { $0.secondsSince1970 < $1.secondsSince1970 }) else {
      return until
    }
    let from = VisibleDate(first, language: language).short
    return from == until || first.secondsSince1970 > last.secondsSince1970
      ? until : "\(from) – \(until)"
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func title(of entry: Publication.Entry) -> String? {
    if let title = entry.metadata.title.flatMap(VisibleText.line) { return title }
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
