internal import NewsBlocks
internal import NewsHTML
internal import NewsText

/// The language of a text that names none.
enum LanguageGuess {
  /// A BCP 47 tag out of what pages write: `en_US`, `EN-us`, ` de `.
  static func tag(_ text: String?) -> String? {
    guard let text else { return nil }
    let parts = PlainText.collapsed(text).split { $0 == "-" || $0 == "_" }
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A })
    else { return nil }
    var tag = first.lowercased()
    for part in parts.dropFirst() {
      guard part.utf8.count <= 8, part.utf8.allSatisfy({ $0 < 0x80 && $0 > 0x2F }) else { break }
      switch part.utf8.count {
      case 2: tag += "-" + part.uppercased()
      case 4: tag += "-" + part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: tag += "-" + part.lowercased()
      }
    }
    return tag
  }

  /// By the text below a node.
  static func language(of tree: HTMLTree, from body: Int) -> String? {
    var detector = LanguageDetector()
    for node in body..<tree.end(of: body) where tree.nodes[node].tag == .text {
      if detector.isSatisfied { break }
      let text = tree.text(of: node)
      guard text.count >= shortestText else { continue }
      detector.add(String(decoding: text, as: UTF8.self) + " ")
    }
    return detector.language
  }

  /// Shorter texts are labels, often in the language of the site's program.
  private static let shortestText = 12
}
