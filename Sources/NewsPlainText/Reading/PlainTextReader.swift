import NewsConventions
public import NewsModel
import NewsText

/// Reads plain text as people write it: a title set off by a blank line, paragraphs between blank
/// lines, underlined headings, quotations, lists with dashes.
///
/// Nothing is markup: a star is a star. What is Markdown in a file of text is ``MarkdownReader``'s.
public struct PlainTextReader: ArticleReader {
  /// How the format is registered.
  public static let registration = ReaderRegistration(
    format: Format(
      name: "plain", summary: "plain text: a title, paragraphs between blank lines",
      extensions: ["txt", "text"], mediaType: "text/plain", aliases: ["txt", "text"]),
    recognize: TextRecognizer.certainty(of:), make: { _ in PlainTextReader() })

  /// Makes a reader.
  public init() {}

  /// Reads one article.
  ///
  /// - Throws: ``ConversionError/Code/badInput`` for an empty or binary file.
  public func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    let text = try Self.text(of: source, diagnostics: &diagnostics)
    var number = 0
    let lines = Self.lines(of: text).map { line in
      number += 1
      return TextLine(line, number: number)
    }
    guard lines.contains(where: { !$0.isBlank }) else {
      throw ConversionError(.badInput, "the file is empty", file: source.path)
    }
    var outline = TextOutline(limits: limits)
    let (title, body) = outline.article(lines)
    if outline.isFlattened {
      diagnostics.warn(.depthFlattened, "quotations nested too deeply were flattened")
    }
    var article = Article(metadata: Metadata(title: title), body: body)
    article.metadata.language = source.language ?? LanguageDetector.language(of: article)
    ArticleConventions().apply(to: &article, diagnostics: &diagnostics)
    return [Publication.Entry(article, from: source)]
  }

  /// The lines, ended as any system ends them; a new page is a blank line.
  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    var index = start
    let scalars = text.unicodeScalars
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      switch scalar {
      case "\n", "\u{85}", "\u{2028}":
        lines.append(text[start..<index])
        start = next
      case "\r":
        lines.append(text[start..<index])
        start = next
        if next < scalars.endIndex, scalars[next] == "\n" {
          start = scalars.index(after: next)
          index = start
          continue
        }
      case "\u{0C}", "\u{2029}":
        lines.append(text[start..<index])
        lines.append("")
        start = next
      default: break
      }
      index = next
    }
    lines.append(text[start...])
    return lines
  }

  private static func text(
    of source: Source, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> String {
    guard source.bytes.contains(where: { $0 > 0x20 }) else {
      throw ConversionError(.badInput, "the file is empty", file: source.path)
    }
    let text = TextDecoder.plain(source.bytes, transport: source.charset)
    if text.charset == .utf8, text.removedNULs > 0 {
      throw ConversionError(.badInput, "the file is binary, not text", file: source.path)
    }
    if text.isGuess, text.charset != .utf8 {
      diagnostics.warn(
        .encodingGuessed,
        "the encoding is not declared and the text is not UTF-8; it was read as \(text.charset.name)"
      )
    } else if text.isRepaired {
      diagnostics.warn(.encodingRepaired, "bytes that are no text were replaced")
    }
    var result = String(decoding: text.utf8, as: UTF8.self)
    let isControl: (Unicode.Scalar) -> Bool = { scalar in
      scalar.value < 0x20 && !"\t\n\r\u{0C}".unicodeScalars.contains(scalar) || scalar.value == 0x7F
    }
    if result.unicodeScalars.contains(where: isControl) {
      diagnostics.warn(.bytesRemoved, "control characters were removed")
      result.unicodeScalars.removeAll(where: isControl)
    }
    return result
  }
}
