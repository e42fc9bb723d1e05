/// What a collection is opened from.
public struct CollectionInput {
  /// The folder, the bytes or the files.
  public enum Content {
    /// A folder, as a path.
    case folder(String)
    /// Bytes from their beginning.
    case bytes(ByteReader)
    /// The members of an archive: for collections that ``CollectionRegistration/recognizeFiles`` knows.
    case files(any InputFiles)
  }

  /// The folder, the bytes or the files.
  public var content: Content
  /// What is known besides the bytes: path, address, media type, language. Its own bytes are empty.
  public var source: Source
  /// What reading may take.
  public var limits: Limits

  /// Describes an input.
  public init(_ content: Content, source: Source, limits: Limits = .standard) {
    self.content = content
    self.source = source
    self.limits = limits
  }
}
