/// Finds Hugo's shortcodes: `{{< name argument >}}`, `{{% name %}}`, their closing tags, and
/// `{{</* name */>}}`, which only means its own text.
enum HugoShortcodes {
  /// The tags of a text, in order.
  static func tags(in text: [UInt8]) -> [ShortcodeTag] {
    ShortcodeScan.tags(in: text) { cursor in
      if cursor.starts(with: "{{<".utf8) { return .init(length: 3, close: Array(">}}".utf8)) }
      if cursor.starts(with: "{{%".utf8) { return .init(length: 3, close: Array("%}}".utf8)) }
      return nil
    } tag: { cursor, start, opening in
      tag(&cursor, from: start, opening.close)
    }
  }

  private static func tag(
    _ cursor: inout ShortcodeCursor, from start: Int, _ close: [UInt8]
  ) -> ShortcodeTag? {
    cursor.skipBlanks()
    var kind = ShortcodeTag.Kind.opening
    if cursor.skip("/".utf8) { kind = .closing }
    cursor.skipBlanks()
    let name = cursor.name()
    guard !name.isEmpty else { return nil }
    var tag = ShortcodeTag(range: start..<start, kind: kind, name: name)
    while cursor.position < cursor.text.count {
      cursor.skipBlanks()
      if cursor.skip(close) {
        tag.range = start..<cursor.position
        return tag
      }
      if cursor.starts(with: [UInt8(ascii: "/")] + close) {
        cursor.position += 1 + close.count
        tag.kind = .selfClosing
        tag.range = start..<cursor.position
        return tag
      }
      guard let word = word(&cursor, close) else { return nil }
      if !word.isQuoted, cursor.skip("=".utf8) {
        cursor.skipBlanks()
        guard let value = self.word(&cursor, close) else { return nil }
        tag.named[word.text] = value.text
      } else {
        tag.positional.append(word.text)
      }
    }
    return nil
  }

  private static func word(
    _ cursor: inout ShortcodeCursor, _ close: [UInt8]
  ) -> (text: String, isQuoted: Bool)? {
    if let text = cursor.quoted() { return (text, true) }
    let start = cursor.position
    while cursor.position < cursor.text.count {
      let byte = cursor.text[cursor.position]
      if byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\"")
        || cursor.starts(with: close) || cursor.starts(with: [UInt8(ascii: "/")] + close)
      {
        break
      }
      if cursor.starts(with: "{{".utf8) { return nil }
      cursor.position += 1
    }
    guard cursor.position > start else { return nil }
    return (cursor.string(start..<cursor.position), false)
  }
}
