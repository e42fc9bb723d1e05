/// What is known of an article before its text is read, for choosing among many.
public struct ArticlePreview: Sendable, Hashable {
  /// What is known, as far as it goes: a language that only the text would show is missing.
  public var metadata: Metadata
  /// The address of the original, where it is known.
  public var url: String?
  /// Whether reading it gives nothing, since its site does not show it: a draft, a post to come.
  public var isHidden: Bool

  /// Makes a preview.
  ///
  /// - Parameter origin: where the article is, which may know its address on the web.
  public init(_ metadata: Metadata, origin: Origin? = nil, isHidden: Bool = false) {
    self.metadata = metadata
    self.isHidden = isHidden
    url = Publication.Entry(Article(metadata: metadata), origin: origin).originalURL
  }

  /// Takes what is known from outside where it knows nothing itself.
  package mutating func fill(from source: Source) {
    metadata.fill(from: source.metadata)
    url = url ?? Self(metadata, origin: Origin(of: source)).url
  }
}
