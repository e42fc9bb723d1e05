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
    /// besides its bytes (metadata, language) goes for what is found there. Where the source has bytes,
    /// they are the input's: a file of an archive.
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
  /// The page that has the whole text of an ``Content/entry(_:)``, where it may have more than that.
  public var page: Page?

  /// A page behind an item.
  public struct Page: Sendable, Hashable {
    /// Its address.
    public var address: String
    /// How much the page has that the item has not.
    public var need: Need

    /// What an item is without its page.
    public enum Need: Sendable, Hashable {
      /// An article of its own, as far as can be seen.
      case optional
      /// Plainly less than the page: a summary.
      case summary
      /// Nothing but an address.
      case everything
    }

    /// Describes a page.
    public init(_ address: String, need: Need) {
      self.address = address
      self.need = need
    }
  }

  /// Makes an item.
  public init(name: String, _ content: Content) {
    self.name = name
    self.content = content
  }
}
