/// An input that holds many articles: a site, a feed, an export, an archive, lines of JSON.
///
/// It is opened once, gives its items one at a time, as they are asked for, and keeps no more of them
/// than it must. Items are read elsewhere, several at once: `next()` only finds them and says what is
/// known of each.
///
/// ```swift
/// final class LinesOfText: ArticleCollection {
///   private let bytes: ByteReader
///   private var number = 0
///
///   init(_ bytes: ByteReader) { self.bytes = bytes }
///
///   func next() throws(ConversionError) -> CollectionItem? {
///     guard let line = try bytes.line(limit: 1 << 20) else { return nil }
///     number += 1
///     return CollectionItem(name: "\(number)", .source(Source(bytes: line.bytes)))
///   }
/// }
/// ```
public protocol ArticleCollection: AnyObject {
  /// The next item; `nil` at the end. Never called by two threads at once.
  ///
  /// What is wrong with one item is that item's ``CollectionItem/Content/failure(_:)``.
  ///
  /// - Throws: ``ConversionError`` where nothing more can be had of the collection.
  func next() throws(ConversionError) -> CollectionItem?

  /// Whether it has no articles, only other inputs: a list of feeds.
  var holdsInputs: Bool { get }

  /// Whether it is a file of one article, packed with what belongs to it: a compressed page, a page saved
  /// with its pictures. Outputs are named after the file then.
  var isSingle: Bool { get }

  /// What is to be reported that belongs to no item: damage between them, what was passed over. Asked
  /// after each ``next()``; what was given is not given again.
  func takeDiagnostics() -> [Diagnostic]

  /// What the collection says of itself: title, address, language, publisher. A digest takes its
  /// title from it.
  var metadata: Metadata { get }

  /// How many items it has, if it knows without looking.
  var count: Int? { get }

  /// Reads its items; `nil` where the format of each is to be recognised.
  var reader: (any ArticleReader)? { get }

  /// Opens its packed items; `nil` where it has none.
  var unpacker: (any ItemUnpacker)? { get }

  /// Finds what its articles refer to, if that lies within it: pictures in an archive. Asked for
  /// articles whose ``Origin/collection`` is its ``identifier``.
  var resources: (any ResourceLoader)? { get }

  /// What its items bear as ``Source/collection``; the path or address it was opened by, usually.
  var identifier: String? { get }
}

extension ArticleCollection {
  /// It has articles.
  public var holdsInputs: Bool { false }
  /// It has as many articles as it has.
  public var isSingle: Bool { false }
  /// Nothing.
  public func takeDiagnostics() -> [Diagnostic] { [] }
  /// Nothing.
  public var metadata: Metadata { Metadata() }
  /// Not known.
  public var count: Int? { nil }
  /// The format of each item is recognised.
  public var reader: (any ArticleReader)? { nil }
  /// It has no packed items.
  public var unpacker: (any ItemUnpacker)? { nil }
  /// Nothing lies within it.
  public var resources: (any ResourceLoader)? { nil }
  /// None.
  public var identifier: String? { nil }
}
