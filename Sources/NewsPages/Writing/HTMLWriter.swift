import NewsMarkup
import NewsAddress
public import NewsModel

/// Writes HTML5: a whole page with its metadata, or the body alone.
public struct HTMLWriter: ArticleWriter {
  /// What the page is to be.
  public struct Options: Sendable, Hashable {
    /// The body alone, without header, metadata and style.
    public var fragment: Bool
    /// Whether a fragment keeps every address as the article has it, those too that run a script
    /// when they are followed. A whole page never does.
    public var unsafeLinks: Bool

    /// Whether pictures are written into the page itself, as `data:` addresses.
    public var selfContained: Bool

    /// Makes options; by default a whole page that refers to its pictures.
    public init(fragment: Bool = false, unsafeLinks: Bool = false, selfContained: Bool = false) {
      self.fragment = fragment
      self.unsafeLinks = unsafeLinks
      self.selfContained = selfContained
    }
  }

  /// What was asked for.
  public let options: Options

  /// Finds pictures for a page that holds them.
  private let resources: (any ResourceLoader)?

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - options: what is written.
  ///   - resources: finds pictures for a page that holds them.
  public init(options: Options = Options(), resources: (any ResourceLoader)? = nil) {
    self.options = options
    self.resources = resources
  }

  /// The format as the registry knows it.
  public static let registration = WriterRegistration(
    format: Format(
      name: "html", summary: "HTML5: a page with its metadata, or a fragment",
      extensions: ["html", "htm"], mediaType: "text/html", aliases: ["htm"]),
    options: [
      FormatOption(
        "fragment", .flag, help: "The body alone: no header, no metadata."),
      FormatOption(
        "unsafe-links", .flag,
        help: "Keep addresses that run scripts ('javascript:'); only with --fragment."),
      FormatOption(
        "self-contained", .flag, help: "Pictures within the page, which needs no other file then."),
    ],
    make: { (options, environment) throws(ConversionError) in
      HTMLWriter(
        options: Options(
          fragment: try options.flag("fragment") ?? false,
          unsafeLinks: try options.flag("unsafe-links") ?? false,
          selfContained: try options.flag("self-contained") ?? false),
        resources: environment.resources)
    })

  /// Unless they are within the page.
  public var refersToPictures: Bool { !options.selfContained }

  /// A fragment is the body alone.
  public var showsMetadata: Bool { !options.fragment }

  /// Writes one page, or the bodies alone, one after the other.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    var publication = publication
    if options.selfContained, let resources {
      for section in publication.sections.indices {
        for index in publication.sections[section].entries.indices {
          let entry = publication.sections[section].entries[index]
          publication.sections[section].entries[index] = EmbeddedPictures.embedded(
            entry, resources, diagnostics: &diagnostics)
        }
      }
    }
    let entries = publication.entries
    guard options.fragment else {
      if options.unsafeLinks {
        diagnostics.warn(
          .optionIgnored, "--unsafe-links does nothing here: a whole page keeps no such link")
      }
      var page = HTMLPage(publication)
      let bytes = page.bytes()
      for diagnostic in page.diagnostics.all { diagnostics.add(diagnostic) }
      return try sink.write(bytes)
    }
    for (index, entry) in entries.enumerated() {
      var style = HTMLSerializer<PageReferences>.Style()
      if entries.count > 1 { style.idPrefix = "a\(index + 1)-" }
      var serializer = HTMLSerializer(
        style: style,
        references: PageReferences(
          idPrefix: style.idPrefix, keepsUnsafe: options.unsafeLinks),
        footnotes: entry.article.footnotes)
      serializer.blocks(entry.article.body)
      serializer.footnotes(entry.article.footnotes)
      for diagnostic in serializer.diagnostics.all { diagnostics.add(diagnostic) }
      serializer.references.refused.warn(&diagnostics, remedy: ", see --unsafe-links")
      try sink.write(serializer.out.bytes)
    }
  }
}
