internal import NewsHTML
internal import NewsModel
internal import NewsText

/// The lines of pages with their features, as training needs them (`Benchmarks/extraction`).
package enum LineTable {
  /// The names of the features, parted by tabs.
  package static var header: String { LineFeatures.names.joined(separator: "\t") }

  /// A row for each line of a page: features, then the text without tabs and line breaks.
  package static func rows(of page: [UInt8]) -> [String] {
    var diagnostics = Diagnostics()
    let text = TextDecoder.html(page, transport: nil)
    guard var tree = try? HTMLTree(parsing: text.utf8, diagnostics: &diagnostics) else { return [] }
    if let placed = StreamedBlocks.placed(in: tree) { tree = placed }
    let declared = LinkedData(tree).articleBody
    let extractor = ArticleExtractor(tree, declared: declared)
    guard let features = extractor.features else { return [] }
    return extractor.outline.lines.indices.map { index in
      let line = extractor.outline.lines[index]
      var bytes: [UInt8] = []
      for node in Int(line.first)..<Int(line.end) where tree.nodes[node].tag == .text {
        bytes += tree.text(of: node).map { $0 < 0x20 ? 0x20 : $0 }
      }
      return features.row(index).map(String.init).joined(separator: "\t") + "\t"
        + String(decoding: bytes, as: UTF8.self)
    }
  }
}
