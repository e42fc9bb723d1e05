internal import NewsBlocks
internal import NewsConventions
internal import NewsHTML

/// The names in a line that says who wrote an article.
///
/// Name, role and date stand in elements of their own: what they hold is looked at piece by piece.
struct BylineText {
  private(set) var names: [String]
  /// The line as printed.
  private(set) var text: String

  init(names: [String], text: String) {
    self.names = names
    self.text = text
  }

  /// Reads an element; `nil` if it has no name.
  ///
  /// - Parameter isLoose: whether one word in small letters may be a name.
  init?(in node: Int, of tree: HTMLTree, isLoose: Bool) {
    self.init(nodes: node..<tree.end(of: node), of: tree, isLoose: isLoose)
  }

  /// Reads some nodes.
  init?(nodes: Range<Int>, of tree: HTMLTree, isLoose: Bool) {
    var pieces: [Piece] = []
    var length = 0
    for node in nodes where tree.nodes[node].tag == .text {
      guard tree.nodes[node].count <= 1000 else { return nil }
      let text = PlainText.collapsed(String(decoding: tree.text(of: node), as: UTF8.self))
      guard !text.isEmpty else { continue }
      length += text.count
      guard length <= 200 else { break }
      pieces.append(Piece(text: text, parent: tree.parent(of: node)))
    }
    guard length >= 2, length <= 200 else { return nil }
    var index = 0
    var isAnnounced = false
    while index < pieces.count {
      let piece = pieces[index]
      index += 1
      if AuthorName.isOfOthers(piece.text) {
        // Who did it may stand in the next.
        if piece.text.count < 40, piece.text.hasSuffix("by") || piece.text.hasSuffix(":") {
          index += 1
        }
        continue
      }
      if AuthorName.isLabel(piece.text) {
        isAnnounced = true
        continue
      }
      // What stands for a picture.
      if index < pieces.count, Self.isInitials(piece.text, of: pieces[index].text) { continue }
      var names = AuthorName.names(in: piece.text).filter { isLoose || !AuthorName.isSmall($0) }
      guard let first = names.first else { continue }
      let isWord = names.count == 1 && !first.contains(" ")
      if isWord, first.first?.isLowercase == true, !isLoose, !isAnnounced,
        AuthorName.withoutPrefix(piece.text) == piece.text
      {
        continue
      }
      self.names = []
      text = piece.text
      // Given and family name in elements of their own.
      if isWord, index == pieces.count - 1, let last = pieces.last?.text, !last.contains(" "),
        last.first?.isUppercase == true, first.first?.isUppercase == true,
        AuthorName.isName(last), tree.isAlike(piece.parent, pieces[index].parent)
      {
        names = [first + " " + last]
        text = names[0]
        index += 1
      }
      self.names = names
      var isConnected = Self.endsConnected(piece.text)
      while index < pieces.count, self.names.count < 12 {
        let other = pieces[index]
        index += 1
        if Self.isConnector(other.text) {
          isConnected = true
          continue
        }
        guard
          tree.isAlike(piece.parent, other.parent) || isConnected && other.parent == piece.parent,
          isConnected || tree.isLinked(other.parent),
          let name = AuthorName.names(in: other.text).first
        else { break }
        add(name)
        isConnected = false
      }
      return
    }
    return nil
  }

  /// Adds a name.
  mutating func add(_ name: String) {
    guard !names.contains(name) else { return }
    names.append(name)
    text = names.joined(separator: ", ")
  }

  private struct Piece {
    var text: String
    var parent: Int
  }

  private static func isConnector(_ text: String) -> Bool {
    [",", "and", "&", "und", "et", "y", "e", ", and", ";", "|", "·", "•", "en", "og", "och", "i"]
      .contains(text.lowercased())
  }

  private static func endsConnected(_ text: String) -> Bool {
    text.hasSuffix(",") || text.hasSuffix(" and") || text.hasSuffix("&")
  }

  /// Whether a piece has the first letters of the next one's words.
  private static func isInitials(_ text: String, of name: String) -> Bool {
    (1...3).contains(text.count)
      && text.allSatisfy { letter in
        letter.isUppercase && name.split(separator: " ").contains { $0.first == letter }
      }
  }
}

extension HTMLTree {
  /// Whether two elements have one tag and one class.
  fileprivate func isAlike(_ node: Int, _ other: Int) -> Bool {
    nodes[node].tag == nodes[other].tag && value(.class, of: node) == value(.class, of: other)
  }

  /// Whether an element is a link or within one.
  fileprivate func isLinked(_ node: Int) -> Bool {
    nodes[node].tag == .a || parent(of: node) > 0 && nodes[parent(of: node)].tag == .a
  }
}
