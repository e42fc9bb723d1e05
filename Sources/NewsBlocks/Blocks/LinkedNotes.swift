internal import NewsHTML

/// Notes that a page marks by nothing but links: a short one to the note, and one from it back.
///
/// So write Wikipedia, word processors, plug-ins for notes and authors by hand.
struct LinkedNotes {
  /// A note: what the text calls it, and the element that it is.
  struct Note {
    var label: String
    var node: Int
  }

  /// The notes by the links that refer to them.
  private(set) var byReference: [Int: Note] = [:]
  /// The elements that are notes.
  private(set) var nodes: Set<Int> = []
  /// What notes are called by links.
  private(set) var anchors: Set<String> = []
  /// What leads back from notes to the text.
  private(set) var backLinks: Set<Int> = []

  /// A longer text is no mark.
  private static let longestMark = 8
  /// A longer element is no note.
  private static let longestNote = 20_000

  /// What the page calls itself: links to it with a fragment stay within.
  private var addresses: [ArraySlice<UInt8>] = []

  init() {}

  private static func addresses(of tree: HTMLTree) -> [ArraySlice<UInt8>] {
    var addresses: [ArraySlice<UInt8>] = []
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .link:
        if let rel = tree.value(.rel, of: node), ClassTokens.contains(rel, "canonical"),
          let href = tree.value(.href, of: node)
        {
          addresses.append(href)
        }
      case .meta:
        if tree.value(.property, of: node)?.elementsEqual("og:url".utf8) == true,
          let content = tree.value(.content, of: node)
        {
          addresses.append(content)
        }
      case .body: return addresses
      default: continue
      }
    }
    return addresses
  }

  /// Where in the page a link leads; `nil` for one that leads away.
  private func fragment(of link: Int, _ tree: HTMLTree) -> ArraySlice<UInt8>? {
    guard let href = tree.value(.href, of: link), let hash = href.firstIndex(of: UInt8(ascii: "#")),
      hash + 1 < href.endIndex,
      hash == href.startIndex || addresses.contains(where: { $0.elementsEqual(href[..<hash]) })
    else { return nil }
    return href[(hash + 1)...]
  }

  /// Finds the references in some parts of a tree.
  ///
  /// - Parameter known: elements that are notes by their names.
  init(_ tree: HTMLTree, roots: [Int], known: Set<Int>) {
    var links: [(node: Int, target: ArraySlice<UInt8>)] = []
    addresses = Self.addresses(of: tree)
    for root in roots {
      for node in root..<tree.end(of: root) where tree.nodes[node].tag == .a {
        guard let target = fragment(of: node, tree), Self.mark(node, tree) != nil else { continue }
        links.append((node, target))
      }
    }
    guard !links.isEmpty else { return }
    let anchors = Self.anchors(of: tree)
    var labels: [Int: String] = [:]
    var used: Set<String> = []
    for link in links {
      guard let target = anchors[link.target], target > link.node,
        let note = Self.block(of: target, tree), note > link.node,
        !known.contains(note),
        let mark = Self.mark(link.node, tree)
      else { continue }
      if labels[note] == nil {
        guard let backs = backLinks(from: note, to: link.node, anchors, tree) else { continue }
        backLinks.formUnion(backs)
        nodes.insert(note)
        self.anchors.insert(String(decoding: link.target, as: UTF8.self))
        var label = mark
        var number = labels.count + 1
        while !used.insert(label).inserted {
          label = "\(number)"
          number += 1
        }
        labels[note] = label
      }
      byReference[link.node] = labels[note].map { Note(label: $0, node: note) }
    }
  }

  /// The nodes that links may lead to.
  private static func anchors(of tree: HTMLTree) -> [ArraySlice<UInt8>: Int] {
    var anchors: [ArraySlice<UInt8>: Int] = [:]
    for node in tree.nodes.indices {
      for index in tree.attributes(of: node) {
        let name = tree.attributes[index].name
        guard name == .id || name == .name && tree.nodes[node].tag == .a else { continue }
        let value = tree.value(at: index)
        if !value.isEmpty, anchors[value] == nil { anchors[value] = node }
      }
    }
    return anchors
  }

  /// What a link to a note shows, without brackets; `nil` if it is no mark.
  private static func mark(_ link: Int, _ tree: HTMLTree) -> String? {
    guard tree.end(of: link) - link <= 8 else { return nil }
    var text: [UInt8] = []
    for node in link..<tree.end(of: link) where tree.nodes[node].tag == .text {
      text += tree.text(of: node).filter { $0 > 0x20 }
      if text.count > longestMark { return nil }
    }
    let brackets = Array("[]()".utf8)
    text.removeAll { brackets.contains($0) }
    guard !text.isEmpty else { return nil }
    let isNumber = text.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    let isLetter = text.count == 1 && (text[0] | 0x20) >= 0x61 && (text[0] | 0x20) <= 0x7A
    if isNumber || isLetter { return String(decoding: text, as: UTF8.self) }
    // *, †, ‡, i, ii, note 1.
    let isSign = ["*", "**", "***", "†", "‡", "§"].contains { text.elementsEqual($0.utf8) }
    let isRaised = tree.parent(of: link) >= 0 && tree.nodes[tree.parent(of: link)].tag == .sup
    guard isSign || isRaised && text.allSatisfy({ $0 < 0x80 && ($0 >= 0x30 || $0 == 0x2A) }) else {
      return nil
    }
    let letters = text.filter { $0 >= 0x30 && $0 < 0x80 }
    return letters.isEmpty ? "note" : String(decoding: letters, as: UTF8.self)
  }

  /// The element that an anchor makes a note of.
  private static func block(of target: Int, _ tree: HTMLTree) -> Int? {
    var node = target
    for _ in 0..<6 where node > 0 {
      switch tree.nodes[node].tag {
      case .li, .p, .dd, .div, .td, .aside, .section: return node
      case .body, .html, .article, .main: return nil
      default: node = tree.parent(of: node)
      }
    }
    return nil
  }

  /// What of a note leads back to a reference; `nil` if nothing does.
  private func backLinks(
    from note: Int, to reference: Int, _ anchors: [ArraySlice<UInt8>: Int], _ tree: HTMLTree
  ) -> Set<Int>? {
    guard tree.end(of: note) - note < Self.longestNote else { return nil }
    var backs: Set<Int> = []
    var isMutual = false
    for node in note..<tree.end(of: note) where tree.nodes[node].tag == .a {
      guard let back = fragment(of: node, tree), let target = anchors[back], target < note
      else { continue }
      // The link itself, what is in it, or what is close around it.
      var near = tree.parent(of: reference)
      if near >= 0, tree.nodes[near].tag != .sup, tree.nodes[near].tag != .span { near = reference }
      let isNear = target >= near - 2 && target < tree.end(of: max(near, reference))
      if isNear { isMutual = true }
      backs.insert(wrapping(node, in: note, tree))
    }
    return isMutual ? backs : nil
  }

  /// The element around a link back that holds nothing else: arrows, blanks, other such links.
  private func wrapping(_ link: Int, in note: Int, _ tree: HTMLTree) -> Int {
    var node = link
    while tree.parent(of: node) > note {
      let parent = tree.parent(of: node)
      guard tree.end(of: parent) - parent < 64 else { break }
      if saysMore(parent, tree) { break }
      node = parent
    }
    return node
  }

  /// Whether words or pictures stand in an element besides links within the page.
  private func saysMore(_ node: Int, _ tree: HTMLTree) -> Bool {
    var index = node
    while index < tree.end(of: node) {
      switch tree.nodes[index].tag {
      case .a where fragment(of: index, tree) != nil:
        index = tree.end(of: index)
        continue
      case .a, .img: return true
      case .text: if tree.text(of: index).contains(where: Self.isOfWord) { return true }
      default: break
      }
      index += 1
    }
    return false
  }

  /// Whether a byte belongs to a letter or digit: arrows and marks begin with 0xC2, 0xE2, 0xEF or 0xF0.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xE1, 0xE3...0xEE: true
    default: false
    }
  }
}
