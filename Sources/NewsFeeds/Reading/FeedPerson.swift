internal import NewsBytes
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
    let text = collapsed(text)
    guard !text.isEmpty else { return nil }
    let bytes = text.utf8
    guard bytes.contains(UInt8(ascii: "@")) else { return Person(name: text) }
    if let open = bytes.firstIndex(of: UInt8(ascii: "(")),
      let close = bytes.lastIndex(of: UInt8(ascii: ")")), open < close
    {
      let inside = collapsed(String(text[bytes.index(after: open)..<close]))
      if !inside.isEmpty, !inside.utf8.contains(UInt8(ascii: "@")) { return Person(name: inside) }
      let outside = collapsed(String(text[..<open]))
      if !outside.isEmpty { return Person(name: outside) }
    }
    if let open = bytes.firstIndex(of: UInt8(ascii: "<")) {
      let outside = collapsed(String(text[..<open]).filter { $0 != "\"" })
      if !outside.isEmpty { return Person(name: outside) }
    }
    let words = text.split(separator: " ").filter { !$0.contains("@") }
    return Person(name: words.isEmpty ? text : words.joined(separator: " "))
  }

  static func collapsed(_ text: String) -> String {
    // Most are so already.
    var previous: UInt8 = 0x20
    let isCollapsed = text.utf8.allSatisfy { byte in
      defer { previous = byte }
      return byte < 0x80 && (byte > 0x20 || byte == 0x20 && previous != 0x20)
    }
    if isCollapsed, previous != 0x20 { return text }
    if let ascii = text.withBytes(collapsedASCII) { return ascii }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func collapsedASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.utf8Kind == .ascii else { return nil }
    var words: [UInt8] = []
    words.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte != 0x20, !(0x09...0x0D).contains(byte) {
        words.append(byte)
      } else if let last = words.last, last != 0x20 {
        words.append(0x20)
      }
    }
    if words.last == 0x20 { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }
}
