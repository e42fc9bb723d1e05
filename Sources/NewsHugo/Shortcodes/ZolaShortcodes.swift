/// Finds Zola's shortcodes: `{{ name(key=value) }}`, `{% name(key=value) %}…{% end %}`, and
/// `{{/* name() */}}`, which only means its own text.
enum ZolaShortcodes {
  /// The tags of a text, in order.
  static func tags(in text: [UInt8]) -> [ShortcodeTag] {
    ShortcodeScan.tags(in: text) { cursor in
      if cursor.starts(with: "{%".utf8) {
        return .init(length: 2, close: Array("%}".utf8), hasBody: true)
      }
      return cursor.starts(with: "{{".utf8) ? .init(length: 2, close: Array("}}".utf8)) : nil
    } tag: { cursor, start, opening in
      tag(&cursor, from: start, opening.close, hasBody: opening.hasBody)
    }
  }

  private static func tag(
    _ cursor: inout ShortcodeCursor, from start: Int, _ close: [UInt8], hasBody: Bool
  ) -> ShortcodeTag? {
    // Tera's marks for trimming.
    _ = cursor.skip("-".utf8)
    cursor.skipBlanks()
    let name = cursor.name()
    guard !name.isEmpty else { return nil }
    var tag = ShortcodeTag(
      range: start..<start, kind: .opening, name: name, hasBody: hasBody)
    if hasBody, name == "end" {
      tag.kind = .closing
    } else {
      guard cursor.skip("(".utf8), arguments(&cursor, &tag) else { return nil }
    }
    cursor.skipBlanks()
    _ = cursor.skip("-".utf8)
    guard cursor.skip(close) else { return nil }
    tag.range = start..<cursor.position
    return tag
  }

  /// Takes arguments up to the closing parenthesis.
  private static func arguments(_ cursor: inout ShortcodeCursor, _ tag: inout ShortcodeTag) -> Bool
  {
    while cursor.position < cursor.text.count {
      cursor.skipBlanks()
      if cursor.skip(")".utf8) { return true }
      if cursor.skip(",".utf8) { continue }
      let name = cursor.name()
      cursor.skipBlanks()
      guard !name.isEmpty, cursor.skip("=".utf8) else { return false }
      cursor.skipBlanks()
      if let text = cursor.quoted() {
        tag.named[name] = text
        continue
      }
      let start = cursor.position
      var depth = 0
      scan: while cursor.position < cursor.text.count {
        switch cursor.text[cursor.position] {
        case UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: ","), UInt8(ascii: ")"):
          if depth <= 0 { break scan }
        case UInt8(ascii: "{"), UInt8(ascii: "}"), 0x0A: return false
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
          guard cursor.quoted() != nil else { return false }
          continue scan
        default: break
        }
        cursor.position += 1
      }
      guard cursor.position > start else { return false }
      tag.named[name] = cursor.string(start..<cursor.position)
    }
    return false
  }
}
