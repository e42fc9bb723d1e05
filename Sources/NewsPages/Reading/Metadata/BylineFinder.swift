internal import NewsBlocks
internal import NewsConventions
internal import NewsHTML

/// Lines that name who wrote an article, as readers see them.
struct BylineFinder {
  let outline: PageOutline
  let body: Int
  private var tree: HTMLTree { outline.tree }

  /// The lines, the surest first.
  func lines() -> [String] {
    var sure: [(distance: Int, text: String)] = []
    var named: [(distance: Int, text: String)] = []
    for node in tree.nodes.indices {
      let entry = tree.nodes[node]
      guard entry.tag.rawValue > HTMLTag.rawText.rawValue, entry.tag != .meta,
        !outline.excluded[node]
      else { continue }
      guard tree.end(of: node) - node <= 80 else { continue }
      let isSure = isAuthorLink(node)
      guard isSure || outline.hints[node].contains(.author) else { continue }
      guard outline.hints[node].isDisjoint(with: [.comments, .related]) else { continue }
      let text = PlainText.collapsed(spaced(node))
      guard text.count >= 2, text.count <= 120 else { continue }
      let distance = abs(node - body)
      if isSure { sure.append((distance, text)) } else { named.append((distance, text)) }
    }
    sure.sort { $0.distance < $1.distance }
    named.sort { $0.distance < $1.distance }
    return sure.map(\.text) + named.map(\.text) + linesInText()
  }

  /// The text of an element, blanks between its parts: name and date stand in elements of their own.
  private func spaced(_ node: Int) -> String {
    var bytes: [UInt8] = []
    for index in node..<tree.end(of: node) where tree.nodes[index].tag == .text {
      bytes.append(0x20)
      bytes += tree.text(of: index)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isAuthorLink(_ node: Int) -> Bool {
    for index in tree.attributes(of: node) {
      switch tree.attributes[index].name {
      case .rel: if ClassTokens.contains(tree.value(at: index), "author") { return true }
      case .itemprop: if ClassTokens.contains(tree.value(at: index), "author") { return true }
      default: break
      }
    }
    return false
  }

  /// Short lines near the headline or the ends of the body that begin as bylines do.
  private func linesInText() -> [String] {
    let lines = outline.lines(in: body)
    let above = Array(max(0, lines.lowerBound - 20)..<min(lines.upperBound, lines.lowerBound + 6))
    let below =
      Array(max(lines.lowerBound, lines.upperBound - 4)..<lines.upperBound)
      + Array(lines.upperBound..<min(outline.lines.count, lines.upperBound + 3))
    let near = above + below.filter { !above.contains($0) }
    var found: [String] = []
    for index in near {
      let line = outline.lines[index]
      guard line.length >= 5, line.length <= 90, line.kind != .heading else { continue }
      var text: [UInt8] = []
      for node in Int(line.first)..<Int(line.end) where tree.nodes[node].tag == .text {
        text += tree.text(of: node)
      }
      let string = PlainText.collapsed(String(decoding: text, as: UTF8.self))
      // In the text, sentences begin so too.
      if line.endsSentence, !string.hasSuffix("\u{3002}"), string.contains(" ") { continue }
      guard isNoNote(Int(line.block)) else { continue }
      for prefix in ["By ", "Von ", "Par ", "Por ", "Text: ", "Autor: ", "作者：", "文/", "□"]
      where string.hasPrefix(prefix) && namesOnly(string) {
        found.append(string)
      }
      if found.isEmpty, let names = LabelledLine.authors(string) {
        found.append(names.joined(separator: ", "))
      }
    }
    if found.isEmpty, let name = chinese(near: lines.lowerBound, near) { found.append(name) }
    return found
  }

  /// The author as Chinese and Japanese lines name one, of those near the body or right above it.
  private func chinese(near first: Int, _ near: [Int]) -> String? {
    func text(_ index: Int) -> String? {
      let line = outline.lines[index]
      guard line.length >= 4, line.length <= 200, isNoCaption(Int(line.block)) else { return nil }
      return PlainText.collapsed(String(decoding: outline.text(of: index), as: UTF8.self))
    }
    for index in near {
      guard let line = text(index), line.utf8.contains(where: { $0 >= 0xE3 }) else { continue }
      if let name = ChineseByline.labelled(line) { return name }
    }
    for index in max(0, first - 3)..<min(outline.lines.count, first + 2)
    where outline.lines[index].linkLength == 0 && outline.lines[index].length <= 6
      && outline.lines[index].kind != .heading
    {
      if let line = text(index), let name = ChineseByline.alone(line) { return name }
    }
    return nil
  }

  private func isNoCaption(_ block: Int) -> Bool {
    var node = block
    for _ in 0..<4 where node > 0 {
      switch tree.nodes[node].tag {
      case .figcaption, .figure, .caption, .blockquote, .li: return false
      default: break
      }
      if outline.hints[node].contains(.caption) { return false }
      node = tree.parent(of: node)
    }
    return true
  }

  /// Whether what follows the first word of a line are names: all words but small ones have capitals.
  private func namesOnly(_ line: String) -> Bool {
    let words = line.split(separator: " ").dropFirst()
    guard let first = words.first?.first, words.count <= 12 else { return !line.contains(" ") }
    guard first.isUppercase || !first.isCased || first == "@" else { return false }
    let small = words.filter { $0.first?.isLowercase ?? false }.count
    return small * 2 <= words.count
  }

  /// Whether an element is neither a note, a caption nor an item of a list.
  private func isNoNote(_ block: Int) -> Bool {
    var node = block
    for _ in 0..<6 where node > 0 {
      switch tree.nodes[node].tag {
      case .li, .figcaption, .figure, .caption, .blockquote, .td: return false
      case .article, .main, .body: return true
      default: break
      }
      if outline.hints[node].contains(.caption) { return false }
      if let names = tree.value(.class, of: node),
        ClassTokens.contains(names, "footnotes") || ClassTokens.contains(names, "footnote")
      {
        return false
      }
      node = tree.parent(of: node)
    }
    return true
  }
}
