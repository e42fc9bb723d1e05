/// Finds Zola's shortcodes: `{{ name(key=value) }}`, `{% name(key=value) %}…{% end %}`, and
/// `{{/* name() */}}`, which only means its own text.
enum ZolaShortcodes {
  /// The tags of a text, in order.
  static func tags(in text: [UInt8]) -> [ShortcodeTag] {
    var tags: [ShortcodeTag] = []
    var cursor = ShortcodeCursor(text)
    var mayBeEscaped = true
    while let brace = text[cursor.position...].firstIndex(of: UInt8(ascii: "{")) {
      cursor.position = brace
      let hasBody = cursor.starts(with: "{%".utf8)
      guard hasBody || cursor.starts(with: "{{".utf8) else {
        cursor.position = brace + 1
        continue
      }
      let close: StaticString = hasBody ? "%}" : "}}"
      cursor.position = brace + 2
      if cursor.starts(with: "/*".utf8) {
        if mayBeEscaped, let tag = escaped(&cursor, from: brace, close) {
          tags.append(tag)
        } else {
          mayBeEscaped = false
        }
        continue
      }
      if let tag = tag(&cursor, from: brace, close, hasBody: hasBody) {
        tags.append(tag)
      } else {
        cursor.position = brace + 2
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
          text: cursor.string(start..<(start + 2)) + inner + close.description)
      }
      position = star + 1
    }
    return nil
  }

  private static func tag(
    _ cursor: inout ShortcodeCursor, from start: Int, _ close: StaticString, hasBody: Bool
  ) -> ShortcodeTag? {
    let close = bytes(close)
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
