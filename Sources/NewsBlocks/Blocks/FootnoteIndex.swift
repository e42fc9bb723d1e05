internal import NewsHTML

/// The notes of a page that its markup marks as such: a list at the end as kramdown, cmark-gfm and
/// pandoc print it, or elements anywhere in the words of EPUB's semantics, and references that link to
/// them.
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
  /// Notes that stand by themselves in the text.
  private(set) var alone: Set<Int> = []
  /// The anchors of marked references, which links in a note lead back to.
  private var referenceAnchors: Set<String> = []

  init(_ tree: HTMLTree, roots: [Int]) {
    var labels: Set<String> = []
    for root in roots {
      var node = root
      while node < tree.end(of: root) {
        guard Self.isContainer(node, tree) else {
          if Self.isNote(node, tree), let anchor = tree.string(.id, of: node) {
            if add(anchor, node, &labels) { alone.insert(node) }
            node = tree.end(of: node)
          } else {
            node += 1
          }
          continue
        }
        let before = notes.count
        // Whether more stands in it than notes and their heading.
        var holdsMore = false
        var next = node
        while next < tree.end(of: node) {
          let item = next
          next += 1
          switch tree.nodes[item].tag {
          case .h1, .h2, .h3, .h4, .h5, .h6:
            next = tree.end(of: item)
            continue
          case .text: holdsMore = holdsMore || tree.text(of: item).contains { $0 > 0x20 }
          default: break
          }
          guard tree.nodes[item].tag == .li || Self.isNote(item, tree),
            let anchor = tree.string(.id, of: item)
          else { continue }
          // Lists within a note are its text.
          next = tree.end(of: item)
          _ = add(anchor, item, &labels)
        }
        if holdsMore {
          for note in notes[before...] { alone.insert(note.node) }
        } else if notes.count > before {
          containers.insert(node)
        }
        node = tree.end(of: node)
      }
    }
    if !notes.isEmpty { setReferenceAnchors(tree, roots: roots) }
  }

  /// Whether a link leads from a note back to its reference, as its number does.
  func isReturn(_ node: Int, in tree: HTMLTree) -> Bool {
    guard !referenceAnchors.isEmpty, tree.nodes[node].tag == .a,
      let href = tree.string(.href, of: node), href.hasPrefix("#"), isShort(node, tree)
    else { return false }
    let fragment = String(href.dropFirst())
    return referenceAnchors.contains(fragment)
      || referenceAnchors.contains(PercentCoding.decoded(fragment))
  }

  /// The anchors of the references to notes: the links' own, or those of what holds nothing else.
  private mutating func setReferenceAnchors(_ tree: HTMLTree, roots: [Int]) {
    for root in roots {
      for node in root..<tree.end(of: root)
      where tree.nodes[node].tag == .a && Self.isMarked(node, tree) {
        guard target(of: node, in: tree) != nil else { continue }
        var around = node
        for _ in 0..<2 {
          if let id = tree.string(.id, of: around) { referenceAnchors.insert(id) }
          around = tree.parent(of: around)
          guard around >= 0, [.sup, .span].contains(tree.nodes[around].tag) else { break }
        }
      }
    }
  }

  /// Takes a note in; whether it has a label of its own.
  private mutating func add(_ anchor: String, _ node: Int, _ labels: inout Set<String>) -> Bool {
    var label = Self.label(of: anchor)
    if !labels.insert(label).inserted {
      label = anchor
      guard labels.insert(label).inserted else { return false }
    }
    let note = Note(label: label, node: node)
    byAnchor[anchor] = note
    notes.append(note)
    return true
  }

  /// Whether an element is marked as a note.
  private static func isNote(_ node: Int, _ tree: HTMLTree) -> Bool {
    switch tree.nodes[node].tag {
    case .aside, .div, .section, .li, .p, .dd: break
    default: return false
    }
    for index in tree.attributes(of: node) {
      switch tree.attributes[index].name {
      case .role:
        let value = tree.value(at: index)
        if value.elementsEqual("doc-footnote".utf8) || value.elementsEqual("doc-endnote".utf8) {
          return true
        }
      case .epubType:
        let value = tree.value(at: index)
        if ["footnote", "endnote", "rearnote"].contains(where: { ClassTokens.contains(value, $0) })
        {
          return true
        }
      default: break
      }
    }
    return false
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
      case .epubType:
        let value = tree.value(at: index)
        if ["footnotes", "endnotes", "rearnotes"].contains(where: {
          ClassTokens.contains(value, $0)
        }) {
          return true
        }
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
      case .epubType: if ClassTokens.contains(value, "noteref") { return true }
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
      case .epubType: if ClassTokens.contains(value, "backlink") { return true }
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
