/// What a writer writes: one article, or many in sections.
public struct Publication: Sendable, Hashable {
  /// An article with where it was read from.
  public struct Entry: Sendable, Hashable {
    /// The article.
    @inlinable public var article: Article {
      _read { yield shared.article }
      _modify {
        var own = shared.article
        defer { shared = Shared(own, origin: shared.origin) }
        yield &own
      }
    }
    /// Where it was read from, to find its pictures; not part of what is written.
    @inlinable public var origin: Origin? {
      get { shared.origin }
      set { shared = Shared(shared.article, origin: newValue) }
    }

    /// Both behind one reference: entries are sorted, grouped and handed on, and an article has some
    /// thirty parts to be counted each time. Open to inlining, so that who wants a title does not
    /// copy the article.
    @usableFromInline internal var shared: Shared

    @usableFromInline
    internal final class Shared: Sendable {
      @usableFromInline internal let article: Article
      @usableFromInline internal let origin: Origin?

      @usableFromInline
      internal init(_ article: Article, origin: Origin?) {
        self.article = article
        self.origin = origin
      }
    }

    /// Makes an entry.
    public init(_ article: Article, origin: Origin? = nil) {
      shared = Shared(article, origin: origin)
    }

    /// Whether two entries have equal articles and origins.
    public static func == (one: Entry, other: Entry) -> Bool {
      (one.shared === other.shared || one.article == other.article) && one.origin == other.origin
    }

    /// Hashes article and origin.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(article)
      hasher.combine(origin)
    }
  }

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

  /// All articles in order.
  public var entries: [Entry] { sections.flatMap(\.entries) }
  /// The article, if there is only one.
  public var onlyArticle: Article? {
    guard sections.count == 1, sections[0].entries.count == 1 else { return nil }
    return sections[0].entries[0].article
  }
}
