import Liquid
import NewsBlocks
import NewsHTML
import NewsModel

/// Turns the text of a post into blocks: Liquid, then Markdown, then the builder that reads HTML.
struct PostRenderer {
  let page: JekyllPage
  let site: JekyllSite
  let liquid: JekyllLiquid
  let limits: Limits

  /// The blocks of a piece of the post.
  ///
  /// - Parameter line: the line of the file that the piece begins on.
  func blocks(
    of text: ArraySlice<UInt8>, line: Int, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> BlockBuilder.Output {
    let html = try self.html(of: Array(text), line: line, diagnostics: &diagnostics)
    let tree = try HTMLTree(
      parsing: html, isFragment: true, limits: limits, diagnostics: &diagnostics)
    return BlockBuilder(options: .fragment, limits: limits).blocks(
      of: tree, diagnostics: &diagnostics)
  }

  /// The HTML of a piece of the post, as Jekyll makes it.
  private func html(
    of text: [UInt8], line: Int, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [UInt8] {
    let rendered = try liquidless(text, line: line, diagnostics: &diagnostics)
    guard isMarkdown else { return rendered }
    // Liquid moves lines: then only the message is reported.
    let isMoved = rendered != text
    // The file itself was checked when it was read.
    return site.configuration.markdown.html(of: rendered, isChecked: !isMoved) { message, number in
      diagnostics.warn(.markdownSyntax, message, line: isMoved ? nil : line + number - 1)
    }
  }

  /// The text after Liquid, where there is any and the front matter does not forbid it.
  private func liquidless(
    _ text: [UInt8], line: Int, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [UInt8] {
    if Template.isPlain(utf8: text) || page.data["render_with_liquid"] == .bool(false) {
      return text
    }
    let rendering = liquid.render(
      text, page: PageObject(page, site), path: site.exists ? page.place.relativePath : nil,
      isMarkdown: isMarkdown, line: line)
    if let lateness = rendering.problems.first(where: { $0.code == .time }) {
      // Where it stopped depends on the machine, so what it printed so far is no article.
      throw ConversionError(.limitExceeded, lateness.message, line: lateness.line)
    }
    for problem in rendering.problems {
      diagnostics.warn(.liquid, problem.message, line: problem.line)
    }
    return rendering.output
  }

  /// Whether the file's extension means Markdown. Outside a site every file with front matter is,
  /// but for HTML: there is no telling what a site would have made of it.
  private var isMarkdown: Bool {
    if site.configuration.isMarkdown(extension: page.fileExtension) { return true }
    guard !site.exists || page.place.kind == .page else { return false }
    return ![".html", ".htm", ".xhtml"].contains(page.fileExtension.lowercased())
  }

  /// Characters of a summary. What is longer is the article itself, with little left to say.
  private static let longestSummary = 1000

  /// The excerpt in plain text, or `nil` where it sums up nothing: it is empty, too long, or the
  /// whole of a text of more than one block.
  func excerpt(whole: [Block]) throws(ConversionError) -> String? {
    let separator = page.excerptSeparator(site.configuration)
    guard let source = Excerpt.source(of: page.body, separator: separator) else { return nil }
    var blocks = whole
    if source.isWhole {
      guard whole.count == 1, case .paragraph? = whole.first else { return nil }
    } else if separator == "\n\n", isMarkdown, Self.isPlainParagraph(source.text),
      case .paragraph? = whole.first
    {
      // Alone it would say what it says in the whole.
      blocks = [whole[0]]
    } else {
      // What is wrong in it was reported of the whole.
      var unheard = Diagnostics()
      blocks = try self.blocks(of: source.text[...], line: page.bodyLine, diagnostics: &unheard)
        .blocks
    }
    // Sites print it without markup: a picture says nothing in it.
    let text = blocks.plainText(withPictures: false)
    let isLong =
      text.utf8.count > Self.longestSummary && text.unicodeScalars.count > Self.longestSummary
    return text.isEmpty || isLong ? nil : text
  }

  /// Whether nothing in a text, if it is a paragraph, depends on what stands around it: no Liquid,
  /// HTML, attribute list, table, formula or link by reference.
  private static func isPlainParagraph(_ text: [UInt8]) -> Bool {
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "$"),
        UInt8(ascii: "^"):
        return false
      case UInt8(ascii: "]"):
        guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "(") else { return false }
      default: break
      }
    }
    return true
  }
}
