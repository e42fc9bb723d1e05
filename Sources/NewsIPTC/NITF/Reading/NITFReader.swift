internal import NewsBlocks
public import NewsModel
internal import NewsXML

/// Reads IPTC's NITF, the News Industry Text Format, 3.0 to 3.6, with or without its namespace.
public struct NITFReader: ArticleReader {
  /// How the format is registered.
  public static let registration = ReaderRegistration(
    format: Format(
      name: "nitf", summary: "IPTC's News Industry Text Format", extensions: ["nitf"],
      mediaType: "application/nitf+xml"),
    recognize: { RootElement.localName(in: $0) == "nitf" ? 100 : 0 },
    make: { _ in NITFReader() })

  /// Makes a reader.
  public init() {}

  /// Reads one article.
  ///
  /// - Throws: ``ConversionError/Code/badInput`` for what is no NITF.
  public func read(
    _ source: Source, limits: Limits = .standard, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    let document = try ItemDocument(
      source, name: "NITF", limits: limits, diagnostics: &diagnostics)
    let roots = document.tree.outermost(["nitf"], from: XMLTree.root)
    guard !roots.isEmpty else {
      throw ConversionError(.badInput, "it is no NITF: it has no 'nitf' element", file: source.path)
    }
    var entries: [Publication.Entry] = []
    for root in roots {
      let item = NITFItem(tree: document.tree, root: root)
      var article = item.article(
        base: source.referenceBase, language: source.language, limits: limits,
        diagnostics: &diagnostics)
      article.dropRepeatedHeadline(&diagnostics)
      entries.append(Publication.Entry(article, from: source))
    }
    return entries
  }
}
