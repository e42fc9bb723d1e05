/// What a writer writes: one article, or many in sections.
public struct Publication: Sendable, Hashable {
  /// Articles under a common heading.
  public struct Section: Sendable, Hashable {
    /// The heading; `nil` for articles without one.
    public var title: String?
    /// The articles in order.
    public var entries: [Entry]

    /// Makes a section.
    public init(title: String? = nil, entries: [Entry]) {
      self.title = title
      self.entries = entries
    }
  }

  /// The title of a digest; a single article's own if `nil`.
  public var title: String?
  /// Who made the digest.
  public var creator: String?
  /// The date of the issue.
  public var date: Timestamp?
  /// BCP 47 tag of the main language; else that of most articles.
  public var language: String?
  /// A series that the digest is part of, and its place in it.
  public var series: Series?
  /// The sections in order.
  public var sections: [Section]
  /// What the digest should have and has not: sources that were not reached, articles that could
  /// not be read. A book says so on its last page.
  public var omissions: [Omission] = []
  /// What was there and is not in the digest, by causes. A book says so on its last page.
  public var leftOut: [LeftOut] = []

  /// Something that a digest does not have.
  public struct Omission: Sendable, Hashable {
    /// What it is: the name of a source, the title or the file of an article.
    public var title: String
    /// Where it is to be had.
    public var url: String?
    /// Why it is not there, in a few words.
    public var reason: String?
    /// BCP 47 tag of the title's language.
    public var language: String?

    /// Makes an omission.
    public init(
      title: String, url: String? = nil, reason: String? = nil, language: String? = nil
    ) {
      self.title = title
      self.url = url
      self.reason = reason
      self.language = language
    }
  }

  /// A series of digests.
  public struct Series: Sendable, Hashable {
    /// Its name.
    public var title: String
    /// The place in it, for example `42` or `2022-03-07`.
    public var position: String?

    /// Makes a series.
    public init(title: String, position: String? = nil) {
      self.title = title
      self.position = position
    }
  }

  /// Makes a publication of sections.
  public init(title: String? = nil, sections: [Section]) {
    self.title = title
    self.sections = sections
  }

  /// Makes a publication of one article.
  public init(_ article: Article, origin: Origin? = nil) {
    self.init(sections: [Section(entries: [Entry(article, origin: origin)])])
  }

  /// Changes every article.
  public mutating func rewriteArticles(_ change: (Article) -> Article) {
    for section in sections.indices {
      for entry in sections[section].entries.indices {
        sections[section].entries[entry].article = change(sections[section].entries[entry].article)
      }
    }
  }

  /// All articles in order.
  public var entries: [Entry] { sections.flatMap(\.entries) }
  /// The article, if there is only one.
  public var onlyArticle: Article? {
    guard sections.count == 1, sections[0].entries.count == 1 else { return nil }
    return sections[0].entries[0].article
  }
}
