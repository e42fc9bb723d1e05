internal import NewsBytes
internal import NewsHTML

/// What names of elements and addresses say of who is named there.
enum BylineNames {
  /// Whether a name has a word for authors in it, alone or within another: `articleAuthorName`.
  static func isAuthor(_ node: Int, _ tree: HTMLTree) -> Bool {
    guard mayBeAuthor(node, tree) else { return false }
    return has(node, tree) { name in
      guard let place = name.place(of: author) ?? name.place(of: byline) else { return false }
      // Authority, authorized.
      let rest = name[(place + 6)...]
      return !rest.starts(with: "it".utf8) && !rest.starts(with: "iz".utf8)
    }
  }

  /// Whether it is the author's name that stands there, not a role or a description.
  static func isName(_ node: Int, _ tree: HTMLTree) -> Bool {
    has(node, tree) { $0.contains(bytesOf: "name") }
  }

  /// Whether it is what the author does, looks like or wrote.
  static func isRole(_ node: Int, _ tree: HTMLTree) -> Bool {
    has(node, tree) { name in roles.contains { name.contains(bytesOf: $0) } }
  }

  private static let author = Array("author".utf8)
  private static let byline = Array("byline".utf8)
  private static let roles = [
    "title", "role", "position", "job", "bio", "desc", "avatar", "image", "photo", "social", "date",
    "location", "more", "count",
  ]

  /// Whether it names who made the site.
  static func isCredit(_ node: Int, _ tree: HTMLTree) -> Bool {
    has(node, tree) { $0.contains(bytesOf: "credit") && !$0.contains(bytesOf: "author") }
  }

  /// Whether it is a box of what else the author wrote.
  static func isRelated(_ node: Int, _ tree: HTMLTree) -> Bool {
    has(node, tree) { $0.contains(bytesOf: "relat") }
  }

  /// Whether a link leads to the page of one who writes: `/author/jane-doe/`.
  static func isAuthorPage(_ node: Int, _ tree: HTMLTree) -> Bool {
    guard let address = tree.value(.href, of: node), address.count < 300 else { return false }
    let parts = address.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
    // Its last part is the one who writes.
    return parts.dropLast().contains { part in
      pages.contains(String(decoding: part, as: UTF8.self).lowercased())
    }
  }

  private static let pages: Set<String> = [
    "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs", "autore", "autori",
    "writer", "writers", "contributor", "contributors", "columnist", "columnists", "journalist",
    "journalists", "reporter", "reporters", "person", "staff", "team", "profile", "profiles",
    "experts", "user", "users",
  ]

  /// Whether a name has `th` of `author` or `li` of `byline`: most have neither.
  private static func mayBeAuthor(_ node: Int, _ tree: HTMLTree) -> Bool {
    for index in tree.attributes(of: node) where isName(tree.attributes[index].name) {
      let attribute = tree.attributes[index]
      let start = Int(attribute.start)
      let end = start + min(Int(attribute.count), longest)
      guard end - start >= 6 else { continue }
      let found = tree.bytes.withUnsafeBufferPointer { bytes in
        for index in (start + 2)..<(end - 3) {
          switch bytes[index] | 0x20 {
          case UInt8(ascii: "t"): if bytes[index + 1] | 0x20 == UInt8(ascii: "h") { return true }
          case UInt8(ascii: "l"): if bytes[index + 1] | 0x20 == UInt8(ascii: "i") { return true }
          default: break
          }
        }
        return false
      }
      if found { return true }
    }
    return false
  }

  private static func has(
    _ node: Int, _ tree: HTMLTree, _ condition: (ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    for index in tree.attributes(of: node) where isName(tree.attributes[index].name) {
      let name = tree.value(at: index).prefix(longest).map {
        (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
      }
      if condition(name[...]) { return true }
    }
    return false
  }

  private static func isName(_ attribute: HTMLAttributeName) -> Bool {
    switch attribute {
    case .class, .id, .itemprop, .dataTestid, .dataComponent: true
    default: false
    }
  }

  /// Names are read so far.
  private static let longest = 300
}
