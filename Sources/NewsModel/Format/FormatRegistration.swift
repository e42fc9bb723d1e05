/// A reader as it is registered: what it reads, how it is recognised, how it is made.
public struct ReaderRegistration: Sendable {
  /// What the format is called.
  public var format: Format
  /// The options it takes.
  public var options: [FormatOption]
  /// How sure the reader is that bytes are its own: 0 (no) to 100 (certain), from their beginning.
  public var recognize: @Sendable (_ head: ArraySlice<UInt8>) -> Int
  /// Whether a file is the reader's own by where it lies: among the pages of a site. Asked for files
  /// that are Markdown or HTML by their names, before their bytes decide.
  public var claims: (@Sendable (_ path: String, _ head: ArraySlice<UInt8>) -> Bool)?
  /// Makes the reader from options.
  public var make: @Sendable (FormatOptions) throws(ConversionError) -> any ArticleReader

  /// Describes a reader.
  public init(
    format: Format, options: [FormatOption] = [],
    recognize: @escaping @Sendable (ArraySlice<UInt8>) -> Int = { _ in 0 },
    make: @escaping @Sendable (FormatOptions) throws(ConversionError) -> any ArticleReader
  ) {
    self.format = format
    self.options = options
    self.recognize = recognize
    self.make = make
  }
}

/// A writer as it is registered: what it writes and how it is made.
public struct WriterRegistration: Sendable {
  /// What the format is called.
  public var format: Format
  /// The options it takes.
  public var options: [FormatOption]
  /// Makes the writer from options and what surrounds it.
  public var make:
    @Sendable (FormatOptions, WriterEnvironment) throws(ConversionError) -> any ArticleWriter

  /// Describes a writer.
  public init(
    format: Format, options: [FormatOption] = [],
    make:
      @escaping @Sendable (FormatOptions, WriterEnvironment) throws(ConversionError) ->
      any ArticleWriter
  ) {
    self.format = format
    self.options = options
    self.make = make
  }
}
