import NewsCommonMark
package import NewsFrontMatter
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
    /// What the front matter of pages of Hugo is written in.
    package var notation = FrontMatterNotation.yaml

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

  /// A page of Hugo has its pictures in its own folder.
  public var bundlesPictures: Bool { flavor.isHugo }

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
    if flavor.isHugo {
      let front = FrontMatterText(
        hugo: article.metadata, keepsUnsafeLinks: options.unsafeLinks)
      front.refused.warn(&diagnostics, remedy: ", see --unsafe-links")
      return try front.bytes(in: options.notation) + [0x0A] + body
    }
    let front = FrontMatterText(
      article.metadata, dialect: flavor.isLiquid ? nil : flavor.name,
      hasAutoIDs: hasAutoIDs && !flavor.isKramdown,
      isLiquid: flavor.isLiquid && LiquidBody.isLiquid(body),
      keepsUnsafeLinks: options.unsafeLinks)
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
    of article: Article, hasAutoIDs: Bool, anchors: Set<String> = [], labels: String = "",
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
      flavor: flavor, wrap: wrap,
      references: options.linkStyle == .reference ? MarkdownReferences(prefix: labels) : nil,
      hasAutoIDs: hasAutoIDs, keepsUnsafeLinks: options.unsafeLinks,
      isLossless: options.isLossless)
    renderer.write(article)
    for diagnostic in renderer.diagnostics.all { diagnostics.add(diagnostic) }
    if flavor.isLiquid, LiquidBody.isLiquid(renderer.out) {
      return LiquidBody.escaped(renderer.out)
    }
    guard flavor.isHugo else { return renderer.out }
    if Self.hasMarkup(renderer.out) {
      diagnostics.notice(
        .markupReduced,
        "some of the text is HTML, which Hugo shows only with markup.goldmark.renderer.unsafe = true"
      )
    }
    return renderer.out
  }

  /// Whether there is HTML among Markdown.
  private static func hasMarkup(_ text: [UInt8]) -> Bool {
    let code = VerbatimText(text)
    var index = 0
    var position = 0
    while let place = text[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = place + 1
      if let range = code.range(at: place, index: &index) {
        position = max(range.upperBound, position)
        continue
      }
      if place > 0, text[place - 1] == UInt8(ascii: "\\") || text[place - 1] == 0x7B { continue }
      var end = position
      if end < text.count, text[end] == UInt8(ascii: "/") { end += 1 }
      let name = text[end...].prefix {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
      }
      // The scheme of an address is no name of an element.
      guard !name.isEmpty, name.endIndex < text.count, " />\n".utf8.contains(text[name.endIndex])
      else { continue }
      return true
    }
    return false
  }
}

extension MarkdownWriter {
  /// `markdown`, `gfm`, `commonmark`, `kramdown`, `jekyll`, `hugo`.
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
    registration(
      .hugo, name: "hugo", summary: "A page of Hugo: front matter and Goldmark's Markdown",
      extensions: [], fileNaming: "{slug}/index"),
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
      ]
        + (flavor.isHugo
          ? [
            FormatOption(
              "front-matter", .choice(FrontMatterNotation.allCases.map(\.rawValue)),
              help: "What the front matter is written in.")
          ] : []),
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
    notation = try options.choice("front-matter") ?? .yaml
    switch options.value("wrap") {
    case nil, "none": wrap = .none
    case "sentence": wrap = .sentence
    default:
      if let columns = try options.integer("wrap", in: 20...1000) { wrap = .columns(columns) }
    }
  }
}
