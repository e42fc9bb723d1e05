internal import NewsHTML

/// The notes of a page as kramdown, cmark-gfm and pandoc print them: a list at the end, references
/// that link to its items.
struct FootnoteIndex {
  /// One note.
  struct Note {
    var label: String
    var node: Int
  }

  /// The notes by the anchors that references link to.
  private(set) var byAnchor: [String: Note] = [:]
  /// The notes in the order of the list.
  private(set) var notes: [Note] = []
  /// The elements that hold the lists.
  private(set) var containers: Set<Int> = []

  init(_ tree: HTMLTree, roots: [Int]) {
    var labels: Set<String> = []
    for root in roots {
      var node = root
      while node < tree.end(of: root) {
        guard Self.isContainer(node, tree) else {
          node += 1
          continue
        }
        let before = notes.count
        var next = node
        while next < tree.end(of: node) {
          let item = next
          next += 1
          guard tree.nodes[item].tag == .li, let anchor = tree.string(.id, of: item) else {
            continue
          }
          // Lists within a note are its text.
          next = tree.end(of: item)
          var label = Self.label(of: anchor)
          if !labels.insert(label).inserted {
            label = anchor
            guard labels.insert(label).inserted else { continue }
          }
          let note = Note(label: label, node: item)
          byAnchor[anchor] = note
          notes.append(note)
        }
        if notes.count > before { containers.insert(node) }
        node = tree.end(of: node)
      }
    }
  }

  /// Whether an element holds a list of notes.
  private static func isContainer(_ node: Int, _ tree: HTMLTree) -> Bool {
    switch tree.nodes[node].tag {
    case .div, .section, .aside, .footer, .ol: break
    default: return false
    }
    for index in tree.attributes(of: node) {
      switch tree.attributes[index].name {
      case .role: if tree.value(at: index).elementsEqual("doc-endnotes".utf8) { return true }
      case .dataFootnotes: return true
      case .class: if ClassTokens.contains(tree.value(at: index), "footnotes") { return true }
      default: break
      }
    }
    return false
  }

  /// `fn:1`, `fn-1`, `fn1` and `user-content-fn-1` are note 1.
  private static func label(of anchor: String) -> String {
    var label = anchor[...]
    if label.hasPrefix("user-content-") { label = label.dropFirst(13) }
    for prefix in ["fn:", "fn-", "fn"] where label.hasPrefix(prefix) && label.count > prefix.count {
      label = label.dropFirst(prefix.count)
      break
    }
    return String(label)
  }

  /// The note that an element refers to, if it is a reference.
  func note(referredToBy node: Int, in tree: HTMLTree) -> Note? {
    guard !byAnchor.isEmpty else { return nil }
    switch tree.nodes[node].tag {
    case .a:
      let parent = tree.parent(of: node)
      guard
        Self.isMarked(node, tree) || wraps(node, .sup, tree)
          || parent >= 0 && tree.nodes[parent].tag == .sup && isShort(node, tree)
      else { return nil }
      return target(of: node, in: tree)
    case .sup:
      var only: Int?
      for child in tree.children(of: node) {
        switch tree.nodes[child].tag {
        case .text:
          if tree.text(of: child).contains(where: { $0 > 0x20 }) { return nil }
        case .a where only == nil: only = child
        default: return nil
        }
      }
      guard let only, isShort(only, tree) else { return nil }
      return target(of: only, in: tree)
    default: return nil
    }
  }

  private func target(of link: Int, in tree: HTMLTree) -> Note? {
    guard let href = tree.string(.href, of: link), href.hasPrefix("#") else { return nil }
    let fragment = String(href.dropFirst())
    return byAnchor[fragment] ?? byAnchor[PercentCoding.decoded(fragment)]
  }

  /// Whether a link is a mark: no more than a number or a sign, in brackets or not.
  private func isShort(_ node: Int, _ tree: HTMLTree) -> Bool {
    tree.end(of: node) - node <= 8 && tree.string(of: node).utf8.count <= 12
  }

  private func wraps(_ node: Int, _ tag: HTMLTag, _ tree: HTMLTree) -> Bool {
    let child = node + 1
    return child < tree.end(of: node) && tree.nodes[child].tag == tag
      && tree.end(of: child) == tree.end(of: node)
  }

  private static func isMarked(_ node: Int, _ tree: HTMLTree) -> Bool {
    for index in tree.attributes(of: node) {
      let value = tree.value(at: index)
      switch tree.attributes[index].name {
      case .role: if value.elementsEqual("doc-noteref".utf8) { return true }
      case .epubType: if value.elementsEqual("noteref".utf8) { return true }
      case .dataFootnoteRef: return true
      case .class:
        if ClassTokens.contains(value, "footnote") || ClassTokens.contains(value, "footnote-ref") {
          return true
        }
      default: break
      }
    }
    return false
  }

  /// Whether an element is the arrow from a note back to its reference.
  static func isBackLink(_ node: Int, in tree: HTMLTree) -> Bool {
    for index in tree.attributes(of: node) {
      let value = tree.value(at: index)
      switch tree.attributes[index].name {
      case .role: if value.elementsEqual("doc-backlink".utf8) { return true }
      case .dataFootnoteBackref: return true
      case .class:
        for name in ["reversefootnote", "footnote-back", "footnote-backref"]
        where ClassTokens.contains(value, name) {
          return true
        }
      case .href where value.first == UInt8(ascii: "#") && isArrow(node, in: tree): return true
      default: break
      }
    }
    return false
  }

  /// What notes show to lead back.
  private static let arrows: [String] = [
    "↩", "↩︎", "↩\u{FE0E}", "↑", "⤴", "↵", "⏎", "⮐", "↰", "^", "🔙",
  ]

  private static func isArrow(_ node: Int, in tree: HTMLTree) -> Bool {
    guard tree.nodes[node].tag == .a, tree.end(of: node) - node <= 4 else { return false }
    let text = tree.string(of: node)
    guard text.utf8.count <= 12 else { return false }
    return arrows.contains(String(text.filter { !$0.isWhitespace }))
  }
}
