internal import NewsBlocks
internal import NewsBytes
internal import NewsConventions
internal import NewsHTML

/// The categories that a page files its article under, as readers see them.
struct CategoryFinder {
  let outline: PageOutline
  let body: Int
  private var tree: HTMLTree { outline.tree }

  /// A longer text is none.
  private static let longest = 60
  /// No article is in more.
  private static let most = 12
  /// Classes of elements that hold nothing but links to categories.
  private static let holders =
    [
      "cat-links", "entry-categories", "post-categories", "entry-category", "post-category",
      "article-category", "category-links", "categories-links", "meta-category", "post-cat",
      "article__category", "post__category", "entry__category", "td-category",
    ].map { Array($0.utf8) }
  /// What addresses of categories have in them.
  private static let folders = [
    "/category/", "/categories/", "/kategorie/", "/kategorien/", "/rubrik/", "/rubriken/",
    "/ressort/", "/categoria/", "/categorias/", "/categorie/", "/rubrique/", "/seccion/",
    "/section/",
  ].map { Array($0.utf8) }

  /// The categories in order, each once.
  func categories() -> [String] {
    var marked: [String] = []
    var near: [String] = []
    let from = nearestHeadline()
    let lines = outline.lines(in: body)
    let to =
      lines.isEmpty
      ? tree.count : Int(outline.lines[min(lines.upperBound + 8, outline.lines.count) - 1].end)
    var node = 0
    while node < tree.count {
      defer { node += 1 }
      guard tree.nodes[node].tag == .a, !outline.excluded[node],
        let href = tree.value(.href, of: node), href.count < 1000
      else { continue }
      let isMarked =
        tree.value(.rel, of: node).map { ClassTokens.contains($0, "category") } ?? false
        || isHeld(node)
      let isNear = !isMarked && node >= from && node < to && isFolder(href)
      guard isMarked || isNear, !isForeign(node), let name = name(of: node) else { continue }
      if isMarked { add(name, to: &marked) } else { add(name, to: &near) }
    }
    return marked.isEmpty ? near : marked
  }

  private func add(_ name: String, to names: inout [String]) {
    if names.count < Self.most, !names.contains(name) { names.append(name) }
  }

  private func name(of node: Int) -> String? {
    guard tree.end(of: node) - node <= 12 else { return nil }
    let text = PlainText.collapsed(tree.string(of: node))
    return text.count >= 2 && text.count <= Self.longest ? text : nil
  }

  /// The last headline before the body, some lines above it.
  private func nearestHeadline() -> Int {
    let first = outline.lines(in: body).lowerBound
    return first > 20 ? Int(outline.lines[first - 20].first) : 0
  }

  private func isHeld(_ node: Int) -> Bool {
    var node = tree.parent(of: node)
    for _ in 0..<3 where node > 0 {
      // Few elements are called so; all of the holders are.
      if let names = tree.value(.class, of: node), names.contains(bytesOf: "cat"),
        ClassTokens.split(names).contains(where: { name in
          Self.holders.contains { $0.count == name.count && name.elementsEqual($0) }
        })
      {
        return true
      }
      node = tree.parent(of: node)
    }
    return false
  }

  /// Whether an address goes on behind a folder of categories.
  private func isFolder(_ href: ArraySlice<UInt8>) -> Bool {
    href.withUnsafeBufferPointer { address in
      var start = 0
      while let slash = address.place(of: UInt8(ascii: "/"), from: start) {
        let rest = UnsafeBufferPointer(rebasing: address[slash...])
        // Most words are told apart by their first letter.
        if rest.count > 1, "ckrs".utf8.contains(rest[1] | 0x20),
          Self.folders.contains(where: { Self.begins(rest, with: $0) })
        {
          return true
        }
        start = slash + 1
      }
      return false
    }
  }

  /// Whether an address has a folder at its beginning, in small letters or capitals, and goes on.
  private static func begins(_ address: UnsafeBufferPointer<UInt8>, with folder: [UInt8]) -> Bool {
    guard address.count > folder.count else { return false }
    for (index, letter) in folder.enumerated() {
      let byte = address[index]
      if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != letter { return false }
    }
    return true
  }

  /// Whether a link is the navigation's or another article's.
  private func isForeign(_ node: Int) -> Bool {
    var node = tree.parent(of: node)
    for _ in 0..<10 where node > 0 {
      if node <= body, tree.end(of: node) > body { return false }
      switch tree.nodes[node].tag {
      case .nav, .footer, .aside, .menu: return true
      default: break
      }
      let hint = outline.hints[node]
      if !hint.isDisjoint(with: [.related, .side, .footer, .widget, .comments, .teaser]),
        hint.isDisjoint(with: [.about, .kicker])
      {
        return true
      }
      node = tree.parent(of: node)
    }
    return false
  }
}
