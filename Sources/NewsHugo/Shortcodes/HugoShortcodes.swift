/// Finds Hugo's shortcodes: `{{< name argument >}}`, `{{% name %}}`, their closing tags, and
/// `{{</* name */>}}`, which only means its own text.
enum HugoShortcodes {
  /// The tags of a text, in order.
  static func tags(in text: [UInt8]) -> [ShortcodeTag] {
    var tags: [ShortcodeTag] = []
    var cursor = ShortcodeCursor(text)
    var mayBeEscaped = true
    while let brace = text[cursor.position...].firstIndex(of: UInt8(ascii: "{")) {
      cursor.position = brace
      let isPlain = cursor.starts(with: "{{<".utf8)
      guard isPlain || cursor.starts(with: "{{%".utf8) else {
        cursor.position = brace + 1
        continue
      }
      let close: StaticString = isPlain ? ">}}" : "%}}"
      cursor.position = brace + 3
      if cursor.starts(with: "/*".utf8) {
        if mayBeEscaped, let tag = escaped(&cursor, from: brace, close) {
          tags.append(tag)
        } else {
          mayBeEscaped = false
        }
        continue
      }
      if let tag = tag(&cursor, from: brace, close) {
        tags.append(tag)
      } else {
        cursor.position = brace + 3
      }
    }
    return tags
  }

  private static func bytes(_ text: StaticString) -> [UInt8] { Array(text.description.utf8) }

  private static func escaped(
    _ cursor: inout ShortcodeCursor, from start: Int, _ close: StaticString
  ) -> ShortcodeTag? {
    let end = Array("*/".utf8) + bytes(close)
    var position = cursor.position + 2
    while let star = cursor.text[position...].firstIndex(of: UInt8(ascii: "*")) {
      if cursor.text[star...].starts(with: end) {
        let inner = cursor.string((cursor.position + 2)..<star)
        cursor.position = star + end.count
        return ShortcodeTag(
          range: start..<cursor.position, kind: .escaped, name: "",
          text: cursor.string(start..<(start + 3)) + inner + close.description)
      }
      position = star + 1
    }
    return nil
  }

  private static func tag(
    _ cursor: inout ShortcodeCursor, from start: Int, _ close: StaticString
  ) -> ShortcodeTag? {
    let close = bytes(close)
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
