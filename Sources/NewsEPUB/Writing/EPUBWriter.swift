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
    /// The picture in front.
    public var cover: Cover
    /// Whether pictures are shown; else their alternative texts stand for them.
    public var images: Bool
    /// The width in pixels that wider pictures are scaled down to.
    public var imageWidth: Int
    /// Whether text runs in columns from right to left, as Japanese and Traditional Chinese may.
    public var vertical: Bool

    /// Where the cover comes from.
    public enum Cover: Sendable, Hashable {
      /// Drawn for a digest; none for a single article.
      case automatic
      /// Drawn in any case.
      case drawn
      /// A picture: a path, read through the environment's loader.
      case file(String)
      /// No cover.
      case none
    }

    /// Makes options.
    public init(
      styleSheets: [String] = [], cover: Cover = .automatic, images: Bool = true,
      imageWidth: Int = 1600, vertical: Bool = false
    ) {
      self.styleSheets = styleSheets
      self.cover = cover
      self.images = images
      self.imageWidth = imageWidth
      self.vertical = vertical
    }
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
      FormatOption("css", .values("FILE"), help: "A style sheet to add to the book's own."),
      FormatOption(
        "cover", .value("FILE|auto|none"),
        help: "The cover: a picture, 'auto' to have one drawn (as for digests), or 'none'."),
      FormatOption("no-images", .flag, help: "Alternative texts instead of pictures."),
      FormatOption(
        "image-width", .value("PIXELS"),
        help: "Scale wider pictures down to this width (1600 by default)."),
      FormatOption(
        "vertical", .flag, help: "Columns from right to left, for Japanese and Chinese."),
    ],
    make: { (options, environment) throws(ConversionError) in
      var made = Options(styleSheets: options.values("css"))
      switch options.value("cover") {
      case nil: break
      case "auto"?: made.cover = .drawn
      case "none"?: made.cover = .none
      case let path?: made.cover = .file(path)
      }
      made.images = try !(options.flag("no-images") ?? false)
      made.imageWidth = try options.integer("image-width", in: 16...16_384) ?? made.imageWidth
      made.vertical = try options.flag("vertical") ?? false
      return EPUBWriter(options: made, environment: environment)
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
