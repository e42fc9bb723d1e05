public import NewsModel

/// Writes books: EPUB 3.3 with the contents of EPUB 2 beside, of one article or of a digest.
///
/// Whatever the articles hold, EPUBCheck has nothing to say of the book; the same publication,
/// options and surroundings give the same bytes.
public struct EPUBWriter: ArticleWriter {
  /// What the book is to be.
  public struct Options: Sendable, Hashable {
    /// Style sheets to add to the book's own: paths, read through the environment's loader.
    public var styleSheets: [String]

    /// Makes options.
    public init(styleSheets: [String] = []) { self.styleSheets = styleSheets }
  }

  /// What was asked for.
  public let options: Options
  /// What surrounds the writer.
  public let environment: WriterEnvironment

  /// Makes a writer.
  public init(
    options: Options = Options(), environment: WriterEnvironment = WriterEnvironment()
  ) {
    self.options = options
    self.environment = environment
  }

  /// The format as the registry knows it.
  public static let registration = WriterRegistration(
    format: Format(
      name: "epub", summary: "EPUB 3.3: a book for every reader", extensions: ["epub"],
      mediaType: "application/epub+zip", isText: false),
    options: [
      FormatOption("css", .values("FILE"), help: "A style sheet to add to the book's own.")
    ],
    make: { (options, environment) throws(ConversionError) in
      EPUBWriter(
        options: Options(styleSheets: options.values("css")), environment: environment)
    })

  /// Writes the book.
  ///
  /// - Throws: ``ConversionError`` for a publication without articles, a file named in the options
  ///   that is not there, and what the sink throws.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    var book = Book(publication, options: options, environment: environment)
    try book.write(to: &sink)
    for diagnostic in book.diagnostics.all { diagnostics.add(diagnostic) }
  }
}
