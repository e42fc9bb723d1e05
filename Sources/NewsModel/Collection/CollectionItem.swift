/// One item of a collection.
public struct CollectionItem: Sendable {
  /// What there is to read.
  public enum Content: Sendable {
    /// Bytes, with what the collection knows of them.
    case source(Source)
    /// Bytes that are read when the item's turn comes, from any thread, perhaps more than once.
    case deferred(@Sendable (Limits) throws(ConversionError) -> Source)
    /// Bytes as they lie in the collection, which its ``ArticleCollection/unpacker`` opens when the
    /// item's turn comes, from any thread or in another process: what takes time to open, a response
    /// of an archive, a line of JSON. The source says what is known so far.
    case packed(Source)
    /// An article that needs no reading.
    case entry(Publication.Entry)
    /// A path or address that is an input of its own: a feed in a list of feeds. What the source says
    /// besides its bytes (metadata, language) goes for what is found there.
    case input(String, Source)
    /// What cannot be had, and why.
    case failure(ConversionError)
    /// The same, where something is known of it: its address, its identifier.
    case unreadable(Source, ConversionError)
  }

  /// What it is called within the collection, as a path without a leading slash: outputs are named
  /// after it.
  public var name: String
  /// What there is to read.
  public var content: Content

  /// Makes an item.
  public init(name: String, _ content: Content) {
    self.name = name
    self.content = content
  }
}
