internal import NewsArchive
internal import NewsBlocks
internal import NewsXML

/// The contents of a book as they are listed: EPUB 3's navigation document, or EPUB 2's NCX.
struct EPUBContents: Sendable {
  /// One line.
  struct Line: Sendable {
    /// The document that it leads to.
    var name: String
    /// Where in the document.
    var fragment: String?
    var title: String
    /// How many lines it is below.
    var depth: Int
  }

  private(set) var lines: [Line] = []
  /// What the book names as its cover, title page or list of contents.
  private(set) var furniture: Set<String> = []

  /// No contents.
  init() {}

  /// The lines of EPUB 3's contents.
  init(navigation tree: XMLTree, name: String) {
    let folder = MemberName.folder(of: name)
    for node in 0..<tree.count where !tree.isText(node) && tree.name(of: node) == "nav" {
      let type = Self.type(of: node, tree)
      switch type {
      case nil where lines.isEmpty, "toc" where lines.isEmpty:
        appendLines(of: node, tree, folder)
      case "landmarks":
        for link in node..<tree.end(of: node)
        where !tree.isText(link) && tree.name(of: link) == "a" {
          if let href = tree.attribute("href", of: link), let type = Self.type(of: link, tree) {
            addFurniture(type, MemberName.resolved(href, from: folder), name)
          }
        }
      default: break
      }
    }
  }

  private static func type(of node: Int, _ tree: XMLTree) -> String? {
    tree.attributes(of: node).first { $0.name.hasSuffix(":type") || $0.name == "type" }?.value
  }

  private mutating func appendLines(of nav: Int, _ tree: XMLTree, _ folder: String) {
    // How many lists are open: counted on the way down, not upward from each line.
    var lists: [Int] = []
    for node in nav..<tree.end(of: nav) where !tree.isText(node) {
      while let last = lists.last, last <= node { lists.removeLast() }
      switch tree.name(of: node) {
      case "ol": lists.append(tree.end(of: node))
      case "a", "span":
        // A line without a link is a part whose first document is that of its first line.
        let title = PlainText.collapsed(tree.trimmedText(of: node))
        let parent = tree.parent(of: node)
        guard !title.isEmpty, parent >= 0, tree.name(of: parent) == "li" else { continue }
        let href = tree.attribute("href", of: node) ?? ""
        lines.append(
          Line(
            name: href.isEmpty ? "" : MemberName.resolved(href, from: folder),
            fragment: MemberName.fragment(of: href), title: title, depth: lists.count))
      default: break
      }
    }
  }

  /// The lines of EPUB 2's contents.
  init(ncx tree: XMLTree, name: String) {
    let folder = MemberName.folder(of: name)
    var open: [Int] = []
    for node in 0..<tree.count where !tree.isText(node) && tree.name(of: node) == "navPoint" {
      while let last = open.last, last <= node { open.removeLast() }
      open.append(tree.end(of: node))
      let source = tree.child("content", of: node).flatMap { tree.attribute("src", of: $0) } ?? ""
      let title = tree.child("navLabel", of: node).map { tree.trimmedText(of: $0) } ?? ""
      lines.append(
        Line(
          name: source.isEmpty ? "" : MemberName.resolved(source, from: folder),
          fragment: MemberName.fragment(of: source), title: PlainText.collapsed(title),
          depth: open.count))
    }
  }

  /// Takes the lines of other contents, where there are none here.
  mutating func fill(from other: EPUBContents) {
    if lines.isEmpty { lines = other.lines }
  }

  /// Notes what a document is, in the words of EPUB 3's landmarks or EPUB 2's guide.
  ///
  /// - Parameter navigation: the list of contents itself, which is no document to be left out.
  mutating func addFurniture(_ type: String, _ name: String, _ navigation: String? = nil) {
    let types = ["cover", "titlepage", "title-page", "toc"]
    let words = type.split(separator: " ").map { $0.lowercased() }
    if words.contains(where: types.contains), name != navigation { furniture.insert(name) }
  }
}
