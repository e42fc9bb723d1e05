internal import NewsAddress
internal import NewsBlocks
internal import NewsBytes
internal import NewsHTML
internal import NewsModel
internal import NewsText

/// The pages that an article is cut into, one after the other.
///
/// `rel=next` alone does not tell them: blogs name the article that was published next so. A part has
/// the address of the first with a number: `story?page=2`, `story/2`, `story/page/2/`,
/// `story-p2.html`.
package struct ArticleParts: Sendable {
  private let host: String?
  /// Its address without a number.
  private let stems: Set<String>
  /// The number of the last part; `nil` while there is the first alone.
  private var number: Int?

  /// Begins with the address of the first part.
  package init(first address: String) {
    let address = WebAddress(address)
    host = address.authority
    var stems = Set([Self.Part.stem(of: address)])
    // A first page may have its number, too.
    if let part = Part(address), part.number <= 1 { stems.insert(part.stem) }
    self.stems = stems
  }

  /// The address of the part behind the last one that was found, or behind the first.
  ///
  /// - Parameters:
  ///   - bytes: the last part.
  ///   - address: its address.
  package mutating func next(in bytes: [UInt8], at address: String) -> String? {
    var diagnostics = Diagnostics()
    let text = TextDecoder.html(bytes)
    guard let tree = try? HTMLTree(parsing: text.utf8, diagnostics: &diagnostics) else {
      return nil
    }
    return next(in: tree, base: address)
  }

  /// The address of the second part of a page that was not fetched.
  ///
  /// - Parameters:
  ///   - address: the page's; `nil` where it is not known, and then a part's is as the page has it.
  ///   - base: what the page's references are relative to.
  static func next(in tree: HTMLTree, of address: String?, base: String?) -> String? {
    if let address {
      var parts = Self(first: address)
      return parts.next(in: tree, base: base ?? address)
    }
    let unknown = "https://page.invalid/"
    var parts = Self(first: unknown)
    return parts.next(in: tree, base: unknown).map { String($0.dropFirst(unknown.count)) }
  }

  private mutating func next(in tree: HTMLTree, base: String) -> String? {
    var base = base
    var found: (address: String, number: Int)?
    for node in 0..<tree.count {
      let tag = tree.nodes[node].tag
      guard tag == .a || tag == .link || tag == .base else { continue }
      let isNamed =
        tree.value(.rel, of: node).map {
          ClassTokens.contains($0.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }[...], "next")
        } ?? false
      // A link that does not say so is the one of a row of numbers.
      let text = tag == .a && !isNamed ? Self.short(node, in: tree) : nil
      guard tag == .base || isNamed || text != nil,
        let reference = tree.string(.href, of: node), !reference.isEmpty
      else { continue }
      if tag == .base { base = URLReference.resolved(reference, against: base) }
      guard tag != .base, found == nil else { continue }
      var target = WebAddress(URLReference.resolved(reference, against: base))
      target.fragment = nil
      guard target.authority == host, WebAddress.isWeb(target.scheme), let part = Part(target),
        stems.contains(part.stem), follows(part.number)
      else { continue }
      if isNamed || text == String(part.number) {
        found = (target.text, part.number)
      }
    }
    number = found?.number ?? number
    return found?.address
  }

  /// The text of an element without blanks; `nil` for one that is no number.
  private static func short(_ node: Int, in tree: HTMLTree) -> String? {
    var count = 0
    for index in node..<tree.end(of: node) where tree.nodes[index].tag == .text {
      for byte in tree.text(of: index) where byte > 0x20 {
        count += 1
        // A number may stand behind a hard blank.
        if count > 8 || count == 1 && byte != 0xC2 && !(0x30...0x39).contains(byte) { return nil }
      }
    }
    return tree.string(of: node).filter { !$0.isWhitespace }
  }

  /// Whether a page says that another comes next: cheaper than to look for it.
  package static func isHinted(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 6
      while start < bytes.count, let x = bytes.place(of: UInt8(ascii: "x"), from: start) {
        start = x + 1
        guard start < bytes.count, bytes[start] == UInt8(ascii: "t"),
          bytes[x - 1] == UInt8(ascii: "e"), bytes[x - 2] == UInt8(ascii: "n")
        else { continue }
        // `rel="next"`, `rel='next'`, `rel=next`
        let mark = bytes[x - 3]
        let isQuoted = mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
        if isQuoted, start + 1 >= bytes.count || bytes[start + 1] != mark { continue }
        let end = isQuoted ? x - 3 : x - 2
        if end >= 4, bytes[(end - 4)..<end].elementsEqual("rel=".utf8) { return true }
      }
      return false
    }
  }

  /// Some count from 0: their second page is number 1.
  private func follows(_ next: Int) -> Bool {
    number.map { next == $0 + 1 } ?? (next == 1 || next == 2)
  }
}

extension ArticleParts {
  /// An address that has the number of a page in it.
  struct Part: Equatable {
    /// The address without it.
    let stem: String
    let number: Int

    /// Words before the number of a page, in what languages blogs and papers have them.
    private static let words: Set<String> = [
      "p", "pg", "page", "part", "pagenum", "pageno", "paged", "pagenumber", "currentpage", "s",
      "seite", "teil", "pagina", "página", "sida", "side", "strona", "sayfa",
    ]
    private static let endings = [".html", ".htm", ".shtml", ".php", ".aspx", ".jsp"]

    /// An address's path without its ending and what follows it, with its query.
    static func stem(of address: WebAddress, query: String?) -> String {
      stem(ofPath: address.path) + (query.map { "?" + $0 } ?? "")
    }

    static func stem(of address: WebAddress) -> String { stem(of: address, query: address.query) }

    private static func stem(ofPath path: String) -> String {
      var path = path[...]
      while path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
      for ending in endings where path.hasSuffix(ending) {
        return String(path.dropLast(ending.count))
      }
      return String(path)
    }

    init?(_ address: WebAddress) {
      if let (query, number) = address.query.flatMap(Self.split(query:)) {
        stem = Self.stem(of: address, query: query)
        self.number = number
      } else if let (path, number) = Self.split(path: Self.stem(ofPath: address.path)) {
        stem = Self.stem(ofPath: path) + (address.query.map { "?" + $0 } ?? "")
        self.number = number
      } else {
        return nil
      }
    }

    /// `id=7&page=2`: what is left of a query, and the number.
    private static func split(query: String) -> (rest: String?, number: Int)? {
      var rest: [Substring] = []
      var found: Int?
      for field in query.split(separator: "&") {
        let parts = field.split(separator: "=", maxSplits: 1)
        if found == nil, parts.count == 2, words.contains(parts[0].lowercased()),
          let number = number(parts[1])
        {
          found = number
        } else {
          rest.append(field)
        }
      }
      return found.map { (rest.isEmpty ? nil : rest.joined(separator: "&"), $0) }
    }

    /// `/story/2`, `/story/page/2`, `/story-page-2`, `/story_2`.
    private static func split(path: String) -> (rest: String, number: Int)? {
      let digits = path.reversed().prefix { $0.isASCII && $0.isNumber }.count
      guard let number = number(path.suffix(digits)) else { return nil }
      var rest = path.dropLast(digits)
      let marks: Set<Character> = ["/", "-", "_", ",", "."]
      while let last = rest.last, marks.contains(last) { rest.removeLast() }
      let hasMark = rest.utf8.count < path.utf8.count - digits
      let word = String(rest.reversed().prefix { $0.isLetter }.reversed())
      if words.contains(word.lowercased()) {
        let before = rest.dropLast(word.count)
        guard let last = before.last, marks.contains(last) else {
          return hasMark ? (String(rest), number) : nil
        }
        rest = before
        while let last = rest.last, marks.contains(last) { rest.removeLast() }
      } else if !hasMark {
        return nil
      }
      return (String(rest), number)
    }

    private static func number(_ text: Substring) -> Int? {
      guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      return Int(text)
    }
  }
}
