internal import NewsBlocks
internal import NewsCommonMark
internal import NewsFiles
internal import NewsFrontMatter
public import NewsModel
internal import NewsText

/// Reads a note of Obsidian: properties, then Markdown with wiki links, embeds and callouts.
///
/// A note within a vault is read with the vault's other files: links lead to them, embeds show them.
public struct ObsidianReader: ArticleReader {
  /// How the format is registered.
  public static let registration: ReaderRegistration = {
    var registration = ReaderRegistration(
      format: Format(
        name: "obsidian", summary: "a note of Obsidian: properties, Markdown with wiki links",
        extensions: [], mediaType: "text/markdown"),
      make: { _ in ObsidianReader() })
    registration.claims = { path, _ in
      FileSystem.pathExtension(of: path).lowercased() == ".md" && Vault.root(above: path) != nil
    }
    return registration
  }()

  private let vaults = Vaults()

  /// Makes a reader.
  public init() {}

  /// Reads the article of a note.
  ///
  /// - Throws: ``ConversionError/Code/badInput`` for an empty note and for properties that are not YAML.
  public func read(
    _ source: Source, limits: Limits = .standard, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    let vault = try vaults.vault(for: source.path, isTrusted: source.isTrusted)
    return [try read(source, in: vault, limits: limits, diagnostics: &diagnostics)]
  }

  func read(
    _ source: Source, in vault: Vault, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> Publication.Entry {
    let bytes = try Self.text(of: source, diagnostics: &diagnostics)
    let note = source.path.flatMap(vault.path(of:))
    let (front, start) = try Self.properties(of: bytes, source, &diagnostics)
    var properties = NoteProperties(front, vault: vault, note: note)
    let name = source.path.map { FileSystem.name(of: $0) }
    properties.read(
      name: name.map { String($0.dropLast(FileSystem.pathExtension(of: $0).count)) })
    var article = Article()
    article.metadata = properties.metadata
    var expander = NoteExpander(vault: vault)
    let markdown = expander.markdown(of: Array(bytes[start...]), note: note)
    read(markdown, vault, into: &article, limits: limits, diagnostics: &diagnostics)
    var known = Set(article.metadata.tags.map { $0.lowercased() })
    article.metadata.tags += expander.tags.filter { known.insert($0.lowercased()).inserted }
    Self.tell(of: expander, hasVault: !vault.root.isEmpty, &diagnostics)
    if properties.isNamedByFile, case .heading(let heading)? = article.body.first,
      heading.level == 1
    {
      article.metadata.title = nil
      article.takeTitleFromHeading()
      article.metadata.title = article.metadata.title ?? properties.metadata.title
    }
    if article.metadata.language == nil {
      article.metadata.language = source.language ?? LanguageDetector.language(of: article)
    }
    var origin = Origin(of: source)
    if !vault.root.isEmpty { origin.siteRoot = vault.root }
    return Publication.Entry(article, origin: origin)
  }

  private func read(
    _ markdown: [UInt8], _ vault: Vault, into article: inout Article, limits: Limits,
    diagnostics: inout Diagnostics
  ) {
    var options = CommonMark.Options()
    options.hardBreaks = !vault.hasStrictLineBreaks
    var warnings: [String] = []
    let html = CommonMark.html(of: markdown, options: options) { message, _ in
      warnings.append(message)
    }
    for warning in warnings { diagnostics.warn(.markdownSyntax, warning) }
    let built = BlockBuilder.blocks(
      ofMarkup: html, limits: limits, diagnostics: &diagnostics, address: { $0 })
    var callouts = Callouts()
    var ids = HeadingIDs()
    article.body = ids.adding(to: built.blocks.rewritten(by: &callouts))
    article.footnotes = built.footnotes
  }

  private static func tell(
    of expander: NoteExpander, hasVault: Bool, _ diagnostics: inout Diagnostics
  ) {
    var known: Set<String> = []
    for target in expander.missing where known.insert(target).inserted {
      if hasVault {
        diagnostics.warn(
          .linkUnresolved, "'\(target)' is not in the vault; its name stands for it")
      }
    }
    if !hasVault, !known.isEmpty {
      diagnostics.notice(
        .linkUnresolved,
        "links to other notes are text: the note lies in no vault (no folder with .obsidian)")
    }
    for target in Set(expander.refused).sorted() {
      diagnostics.warn(
        .depthFlattened, "'\(target)' is not put in: it holds itself, or notes nest too deeply")
    }
  }

  /// The properties of a note, and where its text begins.
  static func properties(
    of bytes: [UInt8], _ source: Source, _ diagnostics: inout Diagnostics
  ) throws(ConversionError) -> (MetadataMap, Int) {
    switch FrontMatterBlock.search(bytes) {
    case .found(let block) where block.syntax == .yaml:
      return (try block.values(in: bytes, path: source.path), block.bodyStart)
    case .unclosed(.yaml):
      diagnostics.warn(
        .frontMatterUnclosed, "no line of dashes closes the properties; the whole note is text",
        line: 1)
      return ([:], 0)
    default: return ([:], bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }
  }

  static func text(
    of source: Source, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [UInt8] {
    guard source.bytes.contains(where: { $0 > 0x20 }) else {
      throw ConversionError(.badInput, "the note is empty", file: source.path)
    }
    if source.charset == nil, UTF8Check.isValid(source.bytes), !source.bytes.contains(0) {
      return source.bytes
    }
    let text = TextDecoder.plain(source.bytes, transport: source.charset)
    if text.isRepaired || text.charset != .utf8 {
      diagnostics.warn(
        .encodingGuessed, "the note is not UTF-8; it was read as \(text.charset.name)")
    }
    return text.utf8
  }
}
