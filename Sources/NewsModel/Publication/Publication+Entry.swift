extension Publication {
  /// An article with where it was read from.
  public struct Entry: Sendable, Hashable {
    /// The article. Of an entry whose text rests elsewhere it is fetched each time: who wants its
    /// metadata alone asks for ``metadata``.
    @inlinable public var article: Article {
      _read {
        if shared.store == nil { yield shared.kept } else { yield shared.fetched() }
      }
      _modify {
        var own = shared.fetched()
        defer { shared = Shared(own, origin: shared.origin) }
        yield &own
      }
    }
    /// What is known of the article besides its text.
    @inlinable public var metadata: Metadata {
      _read { yield shared.kept.metadata }
    }
    /// Where it was read from, to find its pictures; not part of what is written.
    @inlinable public var origin: Origin? {
      get { shared.origin }
      set { shared = Shared(shared.kept, origin: newValue, store: shared.store) }
    }

    /// All behind one reference: entries are sorted, grouped and handed on, and an article has some
    /// thirty parts to be counted each time. Open to inlining, so that who wants a title does not
    /// copy the article.
    @usableFromInline internal var shared: Shared

    @usableFromInline
    internal final class Shared: Sendable {
      /// The article, or its metadata alone where the text rests elsewhere.
      @usableFromInline internal let kept: Article
      @usableFromInline internal let origin: Origin?
      @usableFromInline internal let store: (any StoredText)?

      @usableFromInline
      internal init(_ kept: Article, origin: Origin?, store: (any StoredText)? = nil) {
        self.kept = kept
        self.origin = origin
        self.store = store
      }

      @usableFromInline
      internal func fetched() -> Article {
        guard let store else { return kept }
        let text = store.fetch()
        return Article(metadata: kept.metadata, body: text.body, footnotes: text.footnotes)
      }
    }

    /// Makes an entry.
    public init(_ article: Article, origin: Origin? = nil) {
      shared = Shared(article, origin: origin)
    }

    /// Makes an entry of an article whose text rests elsewhere.
    package init(_ metadata: Metadata, text: any StoredText, origin: Origin?) {
      shared = Shared(Article(metadata: metadata), origin: origin, store: text)
    }

    /// The same with its text in memory, for who asks for it more than once.
    package var withText: Entry {
      shared.store == nil ? self : Entry(shared.fetched(), origin: shared.origin)
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
}

/// The text of an article that rests elsewhere than in memory.
@usableFromInline
package protocol StoredText: Sendable {
  /// Body and footnotes. Where they cannot be had any more, nothing: who stores texts remembers that
  /// and fails the output.
  func fetch() -> (body: [Block], footnotes: [Footnote])
}
