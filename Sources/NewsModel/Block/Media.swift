/// A video, an audio recording or an embedded page, of which a book keeps a link and a poster.
public struct Media: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable {
    /// Moving pictures.
    case video
    /// Sound.
    case audio
    /// A page in a frame: a player, a map, a post of a social network.
    case embed
  }

  /// What it is.
  public var kind: Kind
  /// Its address.
  public var source: String
  /// What to call it in a link.
  public var title: String?
  /// A picture that stands for it.
  public var poster: String?
  /// What the source shows where it cannot be played; may be empty.
  public var fallback: [Block]
  /// Anchor, classes, language, direction.
  public var attributes: Attributes

  /// Makes an embed.
  public init(
    _ kind: Kind, source: String, title: String? = nil, poster: String? = nil,
    fallback: [Block] = [], attributes: Attributes = .none
  ) {
    self.kind = kind
    self.source = source
    self.title = title
    self.poster = poster
    self.fallback = fallback
    self.attributes = attributes
  }
}
