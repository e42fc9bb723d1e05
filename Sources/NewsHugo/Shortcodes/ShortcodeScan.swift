/// Goes through a text for shortcodes: what Hugo's and Zola's have in common.
enum ShortcodeScan {
  /// How a tag begins, which says how it ends.
  struct Opening {
    /// How many bytes it is long.
    var length: Int
    /// What the tag ends with.
    var close: [UInt8]
    /// Whether what follows, up to a closing tag, belongs to it.
    var hasBody = false
  }

  /// The tags of a text, in order; `{{/* … */}}` and its like only mean their own text.
  ///
  /// - Parameters:
  ///   - opening: what stands at a brace; `nil` where it opens nothing.
  ///   - tag: reads the tag that begins at a place, past its opening; `nil` for what is none.
  static func tags(
    in text: [UInt8], opening: (ShortcodeCursor) -> Opening?,
    tag: (inout ShortcodeCursor, Int, Opening) -> ShortcodeTag?
  ) -> [ShortcodeTag] {
    var tags: [ShortcodeTag] = []
    var cursor = ShortcodeCursor(text)
    var mayBeEscaped = true
    while let brace = text[cursor.position...].firstIndex(of: UInt8(ascii: "{")) {
      cursor.position = brace
      guard let opening = opening(cursor) else {
        cursor.position = brace + 1
        continue
      }
      cursor.position = brace + opening.length
      if cursor.starts(with: "/*".utf8) {
        if mayBeEscaped, let tag = escaped(&cursor, from: brace, opening) {
          tags.append(tag)
        } else {
          mayBeEscaped = false
        }
        continue
      }
      if let tag = tag(&cursor, brace, opening) {
        tags.append(tag)
      } else {
        cursor.position = brace + opening.length
      }
    }
    return tags
  }

  private static func escaped(
    _ cursor: inout ShortcodeCursor, from start: Int, _ opening: Opening
  ) -> ShortcodeTag? {
    let end = Array("*/".utf8) + opening.close
    var position = cursor.position + 2
    while let star = cursor.text[position...].firstIndex(of: UInt8(ascii: "*")) {
      if cursor.text[star...].starts(with: end) {
        let inner = cursor.string((cursor.position + 2)..<star)
        cursor.position = star + end.count
        return ShortcodeTag(
          range: start..<cursor.position, kind: .escaped, name: "",
          text: cursor.string(start..<(start + opening.length)) + inner
            + String(decoding: opening.close, as: UTF8.self))
      }
      position = star + 1
    }
    return nil
  }
}
