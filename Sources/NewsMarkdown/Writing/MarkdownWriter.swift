import NewsCommonMark
import NewsFrontMatter
import NewsAddress
public import NewsModel

/// Writes articles as Markdown for people to read and edit.
///
/// CommonMark 0.31 and GitHub's 0.29, or kramdown. Words, structure, links and pictures read back;
/// with ``Options/isLossless`` all of the article does, and what a dialect has no words for is HTML.
/// Metadata stand in YAML front matter under Jekyll's keys.
public struct MarkdownWriter: ArticleWriter {
  /// What may be chosen.
  public struct Options: Sendable, Hashable {
    /// How lines end.
    public enum Wrap: Sendable, Hashable {
      /// A line a paragraph.
      case none
      /// A line a sentence.
      case sentence
      /// Columns of a line.
      case columns(Int)
    }

    /// How links say where they lead.
    public enum LinkStyle: String, Sendable, Hashable, CaseIterable {
      /// In parentheses after the text.
      case inline
      /// By a number, with the addresses at the end.
      case reference
    }

    /// Whether to write the body alone.
    public var isFragment = false
    /// How lines end.
    public var wrap = Wrap.none
    /// How links say where they lead.
    public var linkStyle = LinkStyle.inline
    /// Whether every address stays as the article has it, those too that run a script in the page
    /// that the Markdown becomes.
    public var unsafeLinks = false
    /// Whether what is written reads back to the last attribute, in HTML where Markdown has no words
    /// for it.
    ///
    /// By default words, structure, links and pictures read back, and there is HTML only where a
    /// reader of the text would lose its meaning.
    public var isLossless = false

    /// The defaults.
    public init() {}
  }

  let options: Options
  let flavor: MarkdownFlavor

  /// Makes a writer of GitHub's dialect.
  public init(options: Options = Options()) { self.init(options: options, flavor: .gfm) }

  /// Makes a writer of a dialect.
  package init(options: Options, flavor: MarkdownFlavor) {
    self.options = options
    self.flavor = flavor
  }

  /// Writes the Markdown in UTF-8.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    if let article = publication.onlyArticle, publication.title == nil {
      try sink.write(try text(of: article, diagnostics: &diagnostics))
      return
    }
    var digest = MarkdownDigest(publication, writer: self)
    while let part = try digest.next(diagnostics: &diagnostics) { try sink.write(part) }
  }

  /// A post refers to pictures by their place in its site; other files to those beside them.
  public var refersToPictures: Bool { !flavor.isLiquid }

  /// One article as a file of its own.
  func text(
    of article: Article, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [UInt8] {
    let hasAutoIDs =
      flavor.isKramdown
      || !options.isFragment
        && (HeadingIDs.areAutomatic(in: article.body)
          || !options.isLossless && HeadingTargets.lead(in: article))
    let body = body(of: article, hasAutoIDs: hasAutoIDs, diagnostics: &diagnostics)
    if options.isFragment { return body }
    let front = FrontMatterText(
      article.metadata, dialect: flavor.isLiquid ? nil : flavor.name,
      hasAutoIDs: hasAutoIDs && !flavor.isKramdown,
      isLiquid: flavor.isLiquid && Self.hasLiquid(body), keepsUnsafeLinks: options.unsafeLinks)
    front.refused.warn(&diagnostics, remedy: ", see --unsafe-links")
    var out = try front.bytes()
    if !body.isEmpty { out.append(0x0A) }
    out += body
    return out
  }

  /// The Markdown of a body.
  ///
  /// - Parameter anchors: anchors that other articles of the text lead to.
  func body(
    of article: Article, hasAutoIDs: Bool, anchors: Set<String> = [],
    diagnostics: inout Diagnostics
  ) -> [UInt8] {
    let article =
      options.isLossless
      ? article
      : ReadableForm.of(article, flavor: flavor, anchors: anchors, diagnostics: &diagnostics)
    let wrap: MarkdownRenderer.Wrap =
      switch options.wrap {
      case .none: .none
      case .sentence: .sentence
      case .columns(let columns): .columns(columns)
      }
    var renderer = MarkdownRenderer(
      flavor: flavor, wrap: wrap, usesReferences: options.linkStyle == .reference,
      hasAutoIDs: hasAutoIDs, keepsUnsafeLinks: options.unsafeLinks,
      isLossless: options.isLossless)
    renderer.write(article)
    for diagnostic in renderer.diagnostics.all { diagnostics.add(diagnostic) }
    return renderer.out
  }

  /// Whether there are braces that Liquid would take for its own.
  private static func hasLiquid(_ text: [UInt8]) -> Bool {
    zip(text, text.dropFirst()).contains {
      $0 == UInt8(ascii: "{") && ($1 == UInt8(ascii: "{") || $1 == UInt8(ascii: "%"))
    }
  }
}

extension MarkdownWriter {
  /// `markdown`, `gfm`, `commonmark`, `kramdown`, `jekyll`.
  public static let registrations: [WriterRegistration] = [
    registration(
      .gfm, name: "markdown", summary: "Markdown: CommonMark with GitHub's extensions",
      extensions: ["md", "markdown"]),
    registration(.gfm, name: "gfm", summary: "GitHub's Markdown", extensions: []),
    registration(
      .commonmark, name: "commonmark", summary: "CommonMark alone, HTML for what it lacks",
      extensions: []),
    registration(.kramdown, name: "kramdown", summary: "kramdown's Markdown", extensions: []),
    registration(
      .jekyll, name: "jekyll", summary: "A Jekyll post: front matter and kramdown",
      extensions: [], fileNaming: "{date}-{slug}"),
  ]

  private static func registration(
    _ flavor: MarkdownFlavor, name: String, summary: String, extensions: [String],
    fileNaming: String? = nil
  ) -> WriterRegistration {
    WriterRegistration(
      format: Format(
        name: name, summary: summary, extensions: extensions.isEmpty ? ["md"] : extensions,
        mediaType: "text/markdown", fileNaming: fileNaming,
        aliases: name == "markdown" ? ["md"] : []),
      options: [
        FormatOption("fragment", .flag, help: "Write the body alone."),
        FormatOption(
          "wrap", .value("none|N|sentence"),
          help: "A line a paragraph, so many columns, or a line a sentence."),
        FormatOption(
          "unsafe-links", .flag, help: "Keep addresses that run scripts ('javascript:')."),
        FormatOption(
          "lossless", .flag,
          help: "Write what reads back to the last class and size, in HTML where need be."),
        FormatOption(
          "link-style", .choice(Options.LinkStyle.allCases.map(\.rawValue)),
          help: "Addresses after the link's text or at the end."),
      ],
      make: { (options, _) throws(ConversionError) in
        MarkdownWriter(options: try Options(options), flavor: flavor)
      })
  }
}

extension MarkdownWriter.Options {
  init(_ options: FormatOptions) throws(ConversionError) {
    self.init()
    isFragment = try options.flag("fragment") ?? false
    linkStyle = try options.choice("link-style") ?? .inline
    unsafeLinks = try options.flag("unsafe-links") ?? false
    isLossless = try options.flag("lossless") ?? false
    switch options.value("wrap") {
    case nil, "none": wrap = .none
    case "sentence": wrap = .sentence
    default:
      if let columns = try options.integer("wrap", in: 20...1000) { wrap = .columns(columns) }
    }
  }
}
