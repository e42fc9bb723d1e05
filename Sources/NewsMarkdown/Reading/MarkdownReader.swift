internal import NewsBlocks
internal import NewsCommonMark
internal import NewsFrontMatter
internal import NewsHTML
public import NewsModel
internal import NewsText
internal import YAML

/// Reads Markdown with front matter: what ``MarkdownWriter`` writes, and files of that kind.
///
/// CommonMark with or without GitHub's extensions, through cmark-gfm. Posts of a Jekyll site, in
/// kramdown and with Liquid, are ``JekyllReader``'s.
public struct MarkdownReader: ArticleReader {
  private let markdown: CommonMark.Options

  /// Makes a reader of GitHub's dialect.
  public init() { self.init(markdown: CommonMark.Options()) }

  init(markdown: CommonMark.Options) { self.markdown = markdown }

  /// Reads one article.
  ///
  /// - Throws: ``ConversionError/Code/badInput`` for an empty file and for front matter that is not
  ///   YAML.
  public func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    let text = try Self.text(of: source, diagnostics: &diagnostics)
    var article = Article()
    var bodyStart = 0
    var front: MetadataMap = [:]
    var hasFront = true
    if let found = FrontMatter(in: text) {
      bodyStart = found.bodyStart
      front = try Self.values(text[found.yaml], path: source.path)
    } else if FrontMatter.opens(text, from: 0) {
      diagnostics.warn(
        .frontMatterUnclosed, "no line of dashes closes the front matter; the whole file is text",
        line: 1)
      hasFront = false
    } else {
      hasFront = false
    }
    var metadata = MarkdownMetadata(front)
    metadata.read()
    article.metadata = metadata.metadata
    if article.metadata.language == nil { article.metadata.language = source.language }

    let body = Array(text[bodyStart...])
    let html = CommonMark.html(of: body, options: markdown) { message, line in
      let before = text[..<bodyStart].count { $0 == 0x0A }
      diagnostics.warn(.markdownSyntax, message, line: before + line)
    }
    let tree = try HTMLTree(
      parsing: html, isFragment: true, limits: limits, diagnostics: &diagnostics)
    let addresses = AddressText(source: body, html: html)
    var options = BlockBuilder.Options.fragment
    options.readsFigureLines = true
    let built = BlockBuilder(
      options: options, limits: limits, address: { addresses.asWritten($0) }
    ).blocks(of: tree, diagnostics: &diagnostics)
    article.body = built.blocks
    article.footnotes = built.footnotes
    if markdown.extensions != CommonMark.Options.commonmark.extensions {
      article = article.rewritten(by: GitHubMath())
    }
    if !hasFront, article.metadata.title == nil { article.takeTitleFromHeading() }
    if metadata.hasAutoIDs {
      var ids = HeadingIDs()
      article.body = ids.adding(to: article.body)
    }
    return [Publication.Entry(article, from: source)]
  }

  private static func values(
    _ yaml: ArraySlice<UInt8>, path: String?
  ) throws(ConversionError) -> MetadataMap {
    do throws(YAMLText.Failure) {
      switch try YAMLText(String(decoding: yaml, as: UTF8.self)).value {
      case .map(let map): return map
      case .null: return [:]
      default:
        throw YAMLText.Failure(problem: "it is no mapping of keys to values", line: 1)
      }
    } catch {
      throw ConversionError(
        .badInput, "the front matter is not YAML (\(error.problem)); mend it", file: path,
        line: error.line)
    }
  }

  private static func text(
    of source: Source, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [UInt8] {
    guard source.bytes.contains(where: { $0 > 0x20 }) else {
      throw ConversionError(.badInput, "the file is empty", file: source.path)
    }
    let hasMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if source.charset == nil, !hasMark, UTF8Check.isValid(source.bytes) { return source.bytes }
    let text = TextDecoder.plain(source.bytes, transport: source.charset)
    if text.isRepaired {
      diagnostics.warn(.encodingRepaired, "bytes that are no text were replaced")
    }
    return text.utf8
  }
}

extension MarkdownReader {
  /// `markdown`, `gfm`, `commonmark`.
  public static let registrations: [ReaderRegistration] = [
    registration("markdown", "Markdown with front matter, as --to markdown writes it", .init()) {
      dialects(in: $0).contains { $0 == "gfm" || $0 == "markdown" }
        ? 100 : MarkdownRecognizer.certainty(of: $0)
    },
    registration("gfm", "GitHub's Markdown", .init()) { _ in 0 },
    registration("commonmark", "CommonMark alone", .commonmark) {
      dialects(in: $0).contains("commonmark") ? 100 : 0
    },
  ]

  private static func registration(
    _ name: String, _ summary: String, _ options: CommonMark.Options,
    _ recognize: @escaping @Sendable (ArraySlice<UInt8>) -> Int
  ) -> ReaderRegistration {
    ReaderRegistration(
      format: Format(
        name: name, summary: summary, extensions: ["md", "markdown"], mediaType: "text/markdown",
        aliases: name == "markdown" ? ["md"] : []),
      recognize: recognize, make: { _ in MarkdownReader(markdown: options) })
  }

  /// What the line `markdown: …` of the front matter says, which the writer puts there.
  private static func dialects(in head: ArraySlice<UInt8>) -> [String] {
    guard head.starts(with: "---\nmarkdown: ".utf8) else { return [] }
    let name = head.dropFirst(14).prefix { $0 > 0x20 }
    return [String(decoding: name, as: UTF8.self)]
  }
}

extension CommonMark.Options {
  /// Nothing beyond CommonMark.
  fileprivate static var commonmark: CommonMark.Options {
    var options = CommonMark.Options()
    options.extensions = []
    options.footnotes = false
    return options
  }
}
