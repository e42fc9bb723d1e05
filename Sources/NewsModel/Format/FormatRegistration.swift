/// A reader as it is registered: what it reads, how it is recognised, how it is made.
public struct ReaderRegistration: Sendable {
  /// What the format is called.
  public var format: Format
  /// The options it takes.
  public var options: [FormatOption]
  /// How sure the reader is that bytes are its own: 0 (no) to 100 (certain), from their beginning.
  public var recognize: @Sendable (_ head: ArraySlice<UInt8>) -> Int
  /// Makes the reader from options.
  public var make: @Sendable (FormatOptions) throws(ConversionError) -> any ArticleReader
  /// The files that a folder stands for, where the format knows folders of a certain build.
  public var expand: Expansion

  /// Gives the paths of the files to read for a folder, in their order, or `nil` for a folder that
  /// is none of the format's; what is left out is reported in the diagnostics.
  public typealias Expansion =
    @Sendable (_ folder: String, FormatOptions, inout Diagnostics) throws(ConversionError)
    -> [String]?

  /// Describes a reader.
  public init(
    format: Format, options: [FormatOption] = [],
    recognize: @escaping @Sendable (ArraySlice<UInt8>) -> Int = { _ in 0 },
    expand: @escaping Expansion = { _, _, _ in nil },
    make: @escaping @Sendable (FormatOptions) throws(ConversionError) -> any ArticleReader
  ) {
    self.format = format
    self.options = options
    self.recognize = recognize
    self.expand = expand
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
