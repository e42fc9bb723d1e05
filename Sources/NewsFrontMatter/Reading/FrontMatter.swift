/// Where a post's front matter ends and its text begins.
///
/// The rules are those of Jekyll's regular expression
/// `\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)`, applied to bytes in one pass: an opening line of
/// three dashes, a closing line of three dashes or dots, and every blank line after that.
package struct FrontMatter {
  /// The mapping's bytes, from the opening dashes on, so that line numbers are the file's.
  package var yaml: Range<Int>
  /// Where the text begins.
  package var bodyStart: Int
  /// How many lines stand before the opening dashes.
  package var linesBefore: Int

  /// Finds the front matter of a file, or `nil` where it has none.
  ///
  /// - Parameter lenient: whether blank lines may stand before it, which Jekyll does not allow.
  package init?(in bytes: [UInt8], from start: Int = 0, lenient: Bool = false) {
    var open = start
    var before = 0
    if lenient {
      while open < bytes.count, Self.isBlank(bytes[open]) {
        if bytes[open] == 0x0A { before += 1 }
        open += 1
      }
      // The dashes must begin a line.
      guard open == start || bytes[open - 1] == 0x0A else { return nil }
    }
    guard Self.hasMarker(bytes, at: open, of: 0x2D) else { return nil }
    var position = open + 3
    while position < bytes.count, bytes[position] != 0x0A {
      guard Self.isBlank(bytes[position]) else { return nil }
      position += 1
    }
    guard position < bytes.count else { return nil }
    position += 1

    while position < bytes.count {
      if Self.hasMarker(bytes, at: position, of: 0x2D)
        || Self.hasMarker(bytes, at: position, of: 0x2E),
        let body = Self.bodyStart(after: position + 3, in: bytes)
      {
        yaml = open..<position
        bodyStart = body
        linesBefore = before
        return
      }
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      position += 1
    }
    return nil
  }

  /// Whether a file opens like front matter that is never closed.
  package static func opens(_ bytes: [UInt8], from start: Int) -> Bool {
    guard hasMarker(bytes, at: start, of: 0x2D) else { return false }
    var position = start + 3
    while position < bytes.count, bytes[position] != 0x0A {
      guard isBlank(bytes[position]) else { return false }
      position += 1
    }
    return position < bytes.count
  }

  /// The start of the text after a closing marker, or `nil` if its line says more.
  private static func bodyStart(after marker: Int, in bytes: [UInt8]) -> Int? {
    var position = marker
    var afterLastNewline: Int?
    while position < bytes.count, isBlank(bytes[position]) {
      position += 1
      if bytes[position - 1] == 0x0A { afterLastNewline = position }
    }
    return position == bytes.count ? position : afterLastNewline
  }

  private static func hasMarker(_ bytes: [UInt8], at position: Int, of byte: UInt8) -> Bool {
    position + 2 < bytes.count && bytes[position] == byte && bytes[position + 1] == byte
      && bytes[position + 2] == byte
  }

  /// What `\s` matches.
  package static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
}
