internal import NewsModel
internal import NewsXML

/// Reads persons as feeds write them.
enum FeedPerson {
  /// A person construct of Atom: `<author><name/><uri/><email/></author>`; in RSS 2.0, text.
  static func person(_ tree: XMLTree, _ node: Int) -> Person? {
    let children = tree.children(of: node).map { (tree.name(of: $0), $0) }
    func text(_ local: String) -> String? {
      for (name, child) in children where name == local || name == "atom:" + local {
        let text = tree.trimmedText(of: child)
        if !text.isEmpty { return text }
      }
      return nil
    }
    if children.isEmpty { return person(named: tree.trimmedText(of: node)) }
    guard let name = text("name") ?? text("title") else {
      return text("email").map { Person(name: $0) }
    }
    var person = Self.person(named: name)
    person?.url = text("uri") ?? text("url") ?? text("homepage")
    return person
  }

  /// `ann@example.org (Ann Lee)`, `Ann Lee <ann@example.org>`, `Ann Lee`: mail addresses are left out.
  static func person(named text: String) -> Person? {
    let text = FeedLine.collapsed(text)
    guard !text.isEmpty else { return nil }
    let bytes = text.utf8
    guard bytes.contains(UInt8(ascii: "@")) else { return Person(name: text) }
    if let open = bytes.firstIndex(of: UInt8(ascii: "(")),
      let close = bytes.lastIndex(of: UInt8(ascii: ")")), open < close
    {
      let inside = FeedLine.collapsed(String(text[bytes.index(after: open)..<close]))
      if !inside.isEmpty, !inside.utf8.contains(UInt8(ascii: "@")) { return Person(name: inside) }
      let outside = FeedLine.collapsed(String(text[..<open]))
      if !outside.isEmpty { return Person(name: outside) }
    }
    if let open = bytes.firstIndex(of: UInt8(ascii: "<")) {
      let outside = FeedLine.collapsed(String(text[..<open]).filter { $0 != "\"" })
      if !outside.isEmpty { return Person(name: outside) }
    }
    let words = text.split(separator: " ").filter { !$0.contains("@") }
    return Person(name: words.isEmpty ? text : words.joined(separator: " "))
  }
}
