internal import NewsImages
public import NewsModel

/// Writes books: EPUB 3.3 with the contents of EPUB 2 beside, of one article or of a digest.
///
/// Whatever the articles hold, EPUBCheck has nothing to say of the book; the same publication,
/// options and surroundings give the same bytes.
public struct EPUBWriter: ArticleWriter {
  /// What the book is to be.
  public struct Options: Sendable, Hashable {
    /// Fonts to embed: paths, read through the environment's loader, of collections with the place of
    /// the face behind (`Serif.ttc#2`). Faces of one family are its weights and styles.
    public var fonts: [String] = []
    /// Style sheets to add to the book's own: paths, read through the environment's loader.
    public var styleSheets: [String]
    /// The picture in front.
    public var cover: Cover
    /// A picture of the paper's name for the front page of a digest: a path, read through the
    /// environment's loader.
    public var masthead: String?
    /// Whether pictures are shown; else their alternative texts stand for them.
    public var images: Bool
    /// The width in pixels that wider pictures are scaled down to.
    public var imageWidth: Int
    /// What it will be read on; `nil` for any reader.
    public var device: DeviceProfile?
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
      imageWidth: Int = 1600, vertical: Bool = false, device: DeviceProfile? = nil,
      masthead: String? = nil
    ) {
      self.masthead = masthead
      self.styleSheets = styleSheets
      self.cover = cover
      self.images = images
      self.imageWidth = imageWidth
      self.vertical = vertical
      self.device = device
    }

    /// What pictures must be like.
    var pictureProfile: PictureProfile {
      guard var profile = device?.pictures else { return PictureProfile(width: imageWidth) }
      if imageWidth < profile.width { profile.width = imageWidth }
      return profile
    }
  }

  /// What was asked for.
  public let options: Options
  /// What surrounds the writer.
  public let environment: WriterEnvironment
  /// The pictures of all books that are written, where they are written again and again.
  private let pictures: BookImages?

  /// Makes a writer.
  public init(
    options: Options = Options(), environment: WriterEnvironment = WriterEnvironment()
  ) {
    self.options = options
    self.environment = environment
    pictures = environment.isRepeated ? BookImages(options, environment) : nil
  }

  /// The format as the registry knows it.
  public static let registration = WriterRegistration(
    format: Format(
      name: "epub", summary: "EPUB 3.3: a book for every reader", extensions: ["epub"],
      mediaType: "application/epub+zip", isText: false),
    options: [
      FormatOption(
        "css", .values("FILE"),
        help: "A style sheet to add to the book's own; it may load nothing (@import, url())."),
      FormatOption(
        "font", .values("FILE"),
        help: "A font for the text, embedded with the glyphs that it needs; FILE#2 in a collection."
      ),
      FormatOption(
        "cover", .value("FILE|auto|none"),
        help: "The cover: a picture, 'auto' to have one drawn (as for digests), or 'none'."),
      FormatOption(
        "masthead", .value("FILE"), help: "A picture of the paper's name for a digest's front page."
      ),
      FormatOption("no-images", .flag, help: "Alternative texts instead of pictures."),
      FormatOption(
        "image-width", .value("PIXELS"),
        help: "Scale wider pictures down to this width (1600 by default)."),
      FormatOption(
        "device", .choice(DeviceProfile.all.map(\.name)),
        help: "Fit pictures, greys and marks to what the book will be read on."),
      FormatOption(
        "vertical", .flag, help: "Columns from right to left, for Japanese and Chinese."),
    ],
    make: { (options, environment) throws(ConversionError) in
      EPUBWriter(options: try Self.options(options), environment: environment)
    })

  /// The options of a command line.
  static func options(_ options: FormatOptions) throws(ConversionError) -> Options {
    var made = Options(styleSheets: options.values("css"))
    made.fonts = options.values("font")
    switch options.value("cover") {
    case nil: break
    case "auto"?: made.cover = .drawn
    case "none"?: made.cover = .none
    case let path?: made.cover = .file(path)
    }
    made.masthead = options.value("masthead")
    made.images = try !(options.flag("no-images") ?? false)
    made.imageWidth = try options.integer("image-width", in: 16...16_384) ?? made.imageWidth
    made.vertical = try options.flag("vertical") ?? false
    let device = options.value("device")
    made.device = DeviceProfile.all.first { $0.name == device }
    if let device, made.device == nil {
      throw ConversionError(
        .badOption,
        "--device is one of \(DeviceProfile.all.map(\.name).joined(separator: ", ")), not "
          + "'\(device)'")
    }
    return made
  }

  /// Kobo's own reader takes a book for one of its own by its name.
  public var fileExtension: String? { options.device?.isKobo == true ? "kepub.epub" : nil }

  /// Writes the book.
  ///
  /// - Throws: `ConversionError` for a publication without articles, a file named in the options
  ///   that is not there, and what the sink throws.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    var book = Book(
      publication, options: options, environment: environment, pictures: pictures)
    try book.write(to: &sink)
    for diagnostic in book.diagnostics.all { diagnostics.add(diagnostic) }
  }
}
