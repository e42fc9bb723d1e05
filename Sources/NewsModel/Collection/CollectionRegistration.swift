/// A kind of collection as it is registered: how it is recognised and opened.
public struct CollectionRegistration: Sendable {
  /// What it is called. A reader of the same name reads single files of the kind.
  public var format: Format
  /// The options it takes.
  public var options: [FormatOption]
  /// How sure it is that bytes are its own: 0 (no) to 100 (certain), from their beginning. Asked as
  /// readers are, and before them where both are as sure.
  public var recognize: @Sendable (_ head: ArraySlice<UInt8>) -> Int
  /// Whether a folder is one of its own, by what lies in it.
  public var recognizeFolder: @Sendable (_ path: String) -> Bool
  /// Whether files that lie together are one of its own: the members of an archive.
  public var recognizeFiles: @Sendable (any InputFiles) -> Bool = { _ in false }
  /// Whether it is all of a site: files beside it in an archive are its pictures and templates, not
  /// articles.
  public var isWholeSite = false
  /// The reader whose articles it holds many of: where that one recognises the bytes or was named, the
  /// collection may look further ahead (``looksAhead``).
  public var holds: String?
  /// Looks as far ahead as it must, taking nothing, to see whether bytes that ``holds`` would read are
  /// the collection's.
  public var looksAhead: (@Sendable (ByteReader) throws(ConversionError) -> Bool)?
  /// Opens a collection.
  public var open: Opening

  /// Opens a collection; what is odd about it as a whole is reported once, here.
  public typealias Opening =
    @Sendable (CollectionInput, FormatOptions, inout Diagnostics) throws(ConversionError)
    -> any ArticleCollection

  /// Describes a kind of collection.
  public init(
    format: Format, options: [FormatOption] = [],
    recognize: @escaping @Sendable (ArraySlice<UInt8>) -> Int = { _ in 0 },
    recognizeFolder: @escaping @Sendable (String) -> Bool = { _ in false },
    open: @escaping Opening
  ) {
    self.format = format
    self.options = options
    self.recognize = recognize
    self.recognizeFolder = recognizeFolder
    self.open = open
  }

  /// The same, also for the members of an archive.
  public func recognizing(
    _ recognizeFiles: @escaping @Sendable (any InputFiles) -> Bool
  ) -> CollectionRegistration {
    var registration = self
    registration.recognizeFiles = recognizeFiles
    return registration
  }

  /// The same, declared to be all of a site (``isWholeSite``).
  public var holdingWholeSite: CollectionRegistration {
    var registration = self
    registration.isWholeSite = true
    return registration
  }
}
