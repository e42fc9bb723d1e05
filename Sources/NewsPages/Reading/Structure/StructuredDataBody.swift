import NewsBytes
internal import NewsBlocks
internal import NewsHTML
internal import NewsModel

/// The text of an article as a page's data has it, for pages that show readers little of it.
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
    let shown = Self.shown(article)
    guard shown < Self.enough, declared > shown * 2 else { return nil }
    let blocks = blocks(limits)
    return blocks.isEmpty ? nil : blocks
  }

  /// Whether a page shows so little that its data should be looked through.
  static func isShort(_ article: Article) -> Bool { shown(article) < enough }

  /// The letters that a page shows, counted until there are enough; what stands there again and again
  /// (`Loading …`) counts once.
  private static func shown(_ article: Article) -> Int {
    var seen: Set<[UInt8]> = []
    var count = 0
    for block in article.body where count < enough {
      let letters = Letters.of([block].plainText)
      if seen.insert(letters).inserted { count += letters.count }
    }
    return count
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
    let bytes = Array(text.utf8)
    return ["</p>", "<br", "<p>", "</div>"].contains { bytes.contains(bytesOf: $0) }
  }
}
