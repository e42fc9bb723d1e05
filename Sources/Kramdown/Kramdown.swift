internal import NewsBytes

/// kramdown's Markdown dialect, read and printed as HTML the way Jekyll does.
///
/// The dialect is the one of kramdown 2.4 with kramdown-parser-gfm 1.1, which Jekyll 4 uses by
/// default. Blocks and spans are parsed by rules of this module and not by a CommonMark parser bent
/// to fit: kramdown's spans (typographic symbols, attribute lists, links across lines, emphasis,
/// footnotes, abbreviations, math) and its blocks (lists, lazy lines, HTML with Markdown inside)
/// follow other rules than CommonMark's in so many places that rewriting the input for such a
/// parser would be harder to understand than parsing it.
///
/// Parsing is done in three steps. ``Kramdown/html(of:options:)-([UInt8],_)`` first splits the text
/// into a tree of blocks and collects definitions (links, footnotes, abbreviations, attribute lists),
/// then parses the spans of each block, and last prints the tree.
public enum Kramdown {
  /// Converts Markdown to the HTML that Jekyll would print for it.
  ///
  /// - Parameters:
  ///   - source: Markdown in UTF-8. Invalid sequences are read as U+FFFD; CR and CRLF end lines too.
  ///   - options: the dialect's options, Jekyll's defaults unless said otherwise.
  /// - Returns: the HTML in UTF-8 and what had to be repaired or ignored. No input is an error.
  public static func html(of source: [UInt8], options: Options = .jekyll) -> Output {
    if source.withUnsafeBufferPointer({ $0.utf8Kind }) == .invalid {
      let repaired = Array(String(decoding: source, as: UTF8.self).utf8)
      return html(of: UTF8Span(unchecked: repaired.span), options: options)
    }
    return html(of: UTF8Span(unchecked: source.span), options: options)
  }

  /// Converts Markdown that is known to be UTF-8.
  ///
  /// - Parameters:
  ///   - source: Markdown; CR and CRLF end lines too.
  ///   - options: the dialect's options, Jekyll's defaults unless said otherwise.
  /// - Returns: the HTML in UTF-8 and what had to be repaired or ignored. No input is an error.
  public static func html(of source: UTF8Span, options: Options = .jekyll) -> Output {
    var parser = Parser(source: source, options: options)
    parser.parse()
    var renderer = Renderer(parser)
    renderer.renderDocument()
    return Output(html: renderer.output, warnings: parser.warnings.list)
  }
}
