import NewsBytes
internal import NewsBlocks
internal import NewsHTML
internal import NewsModel

/// The text of an article as a page tells it machines, for pages that show readers little of it.
struct StructuredDataBody {
  private let text: String
  private let builder: BlockBuilder

  /// A page that shows so many letters has its article.
  private static let enough = 500

  init(_ text: String, builder: BlockBuilder) {
    self.text = text
    self.builder = builder
  }

  /// The blocks of the text, if it is much more than what the page shows.
  func rescue(of article: Article, limits: Limits) -> [Block]? {
    let declared = Letters.of(text).count
    guard declared >= 60 else { return nil }
    let shown = Letters.of(article.body.plainText).count
    guard shown < Self.enough, declared > shown * 3 else { return nil }
    let blocks = blocks(limits)
    return blocks.isEmpty ? nil : blocks
  }

  private func blocks(_ limits: Limits) -> [Block] {
    var markup = text
    // Some escape their markup.
    if !hasMarkup(markup), markup.contains("&lt;p") || markup.contains("&lt;br") {
      var diagnostics = Diagnostics()
      if let tree = try? HTMLTree(
        parsing: Array(markup.utf8), limits: limits, diagnostics: &diagnostics)
      {
        markup = tree.string(of: HTMLTree.root)
      }
    }
    if !hasMarkup(markup) {
      // Each line is a paragraph.
      markup = markup.split(whereSeparator: \.isNewline).map { line in
        "<p>" + String(line).components(separatedBy: "<").joined(separator: "&lt;")
      }.joined(separator: "\n")
    }
    var diagnostics = Diagnostics()
    guard
      let tree = try? HTMLTree(
        parsing: Array(markup.utf8), limits: limits, diagnostics: &diagnostics)
    else { return [] }
    return builder.blocks(of: tree, diagnostics: &diagnostics).blocks
  }

  private func hasMarkup(_ text: String) -> Bool {
    text.contains("</p>") || text.contains("<br") || text.contains("<p>") || text.contains("</div>")
  }
}
