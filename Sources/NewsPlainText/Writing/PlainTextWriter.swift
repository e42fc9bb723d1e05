public import NewsModel

/// Writes articles to be read in a terminal, in a mail or aloud.
///
/// Lines are broken by UAX #14 at display width. Nothing that the article says is lost: addresses
/// become numbered notes, pictures their alternative texts and captions.
public struct PlainTextWriter: ArticleWriter {
  /// What may be chosen.
  public struct Options: Sendable, Hashable {
    /// What becomes of the addresses of links.
    public enum Links: String, Sendable, Hashable, CaseIterable {
      /// Numbered notes at the end of the article.
      case notes
      /// In angle brackets after the link's text.
      case inline
      /// Left out.
      case none
    }

    /// What becomes of pictures.
    public enum Figures: String, Sendable, Hashable, CaseIterable {
      /// Their alternative texts and captions.
      case caption
      /// Left out with their captions.
      case none
    }

    /// How much is drawn with characters.
    public enum Style: String, Sendable, Hashable, CaseIterable {
      /// Bullets, indents, rules, drawn tables.
      case normal
      /// Nothing but words: for scripts and speech.
      case text
    }

    /// Columns of a line, or `nil` for a line a paragraph.
    public var width: Int? = 72
    /// What becomes of links.
    public var links = Links.notes
    /// What becomes of pictures.
    public var figures = Figures.caption
    /// How much is drawn.
    public var style = Style.normal
    /// Whether to write the body alone, without the header.
    public var isFragment = false

    /// The defaults.
    public init() {}
  }

  private let options: Options

  /// Makes a writer.
  public init(options: Options = Options()) { self.options = options }

  /// Writes the text in UTF-8.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    if !options.isFragment, publication.onlyArticle == nil || publication.title != nil {
      var digest = PlainTextDigest(publication, options: options)
      while let part = digest.next() { try sink.write(part) }
      return
    }
    for (index, entry) in publication.entries.enumerated() {
      var renderer = PlainTextRenderer(
        options: options,
        language: entry.article.metadata.language ?? publication.language)
      renderer.write(entry.article, isAfterAnother: index > 0)
      try sink.write(renderer.out)
    }
  }
}

extension PlainTextWriter {
  /// `plain`.
  public static let registration = WriterRegistration(
    format: Format(
      name: "plain", summary: "Plain text for terminals, mail and speech",
      extensions: ["txt", "text"], mediaType: "text/plain"),
    options: [
      FormatOption("fragment", .flag, help: "Write the body alone."),
      FormatOption("wrap", .value("none|N"), help: "Columns of a line; 72 if not given."),
      FormatOption(
        "links", .choice(Options.Links.allCases.map(\.rawValue)),
        help: "Addresses as numbered notes, after the link's text, or left out."),
      FormatOption(
        "figures", .choice(Options.Figures.allCases.map(\.rawValue)),
        help: "Pictures as their texts, or left out."),
      FormatOption(
        "plain-style", .choice(Options.Style.allCases.map(\.rawValue)),
        help: "'text' draws nothing: for scripts and speech."),
    ],
    make: { (options, _) throws(ConversionError) in PlainTextWriter(options: try Options(options)) }
  )
}

extension PlainTextWriter.Options {
  init(_ options: FormatOptions) throws(ConversionError) {
    self.init()
    isFragment = try options.flag("fragment") ?? false
    style = try options.choice("plain-style") ?? .normal
    // What is spoken has no lines and no notes, unless they are asked for.
    if style == .text {
      width = nil
      links = .none
    }
    links = try options.choice("links") ?? links
    figures = try options.choice("figures") ?? .caption
    if let wrap = options.value("wrap") {
      width = wrap == "none" ? nil : try options.integer("wrap", in: 20...1000)
    }
  }
}
