/// Walks over a program's text once.
struct CodeScanner {
  let syntax: CodeSyntax
  private var tokens: [CodeToken] = []

  init(syntax: CodeSyntax) { self.syntax = syntax }

  mutating func tokens(of code: UnsafeBufferPointer<UInt8>) -> [CodeToken] {
    var index = 0
    var isLineStart = true
    while index < code.count {
      let byte = code[index]
      if let end = comment(code, at: index, isLineStart: isLineStart) {
        add(.comment, index..<end)
        index = end
      } else if let end = string(code, at: index) {
        add(.string, index..<end)
        index = end
      } else if syntax.isWordStart(byte) {
        var end = index + 1
        while end < code.count, syntax.isWordByte(code[end]) { end += 1 }
        word(code, index..<end)
        index = end
      } else if isDigit(byte) {
        var end = index + 1
        while end < code.count, isNumberByte(code, end) { end += 1 }
        add(.number, index..<end)
        index = end
      } else {
        index += 1
      }
      if byte == 0x0A { isLineStart = true } else if byte > 0x20 { isLineStart = false }
    }
    return tokens
  }

  private mutating func add(_ kind: CodeToken.Kind, _ range: Range<Int>) {
    tokens.append(CodeToken(kind: kind, range: range))
  }

  private mutating func word(_ code: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard range.count <= 24 else { return }
    var word = String(decoding: code[range], as: UTF8.self)
    if syntax.ignoresCase { word = word.lowercased() }
    if syntax.keywords.contains(word) {
      add(.keyword, range)
    } else if syntax.values.contains(word) {
      add(.number, range)
    }
  }

  /// Where a remark that begins here ends.
  private func comment(
    _ code: UnsafeBufferPointer<UInt8>, at index: Int, isLineStart: Bool
  ) -> Int? {
    for pair in syntax.blockComments where begins(code, pair.open, at: index) {
      return end(of: pair.close, code, from: index + pair.open.count) ?? code.count
    }
    for mark in syntax.lineComments where begins(code, mark, at: index) {
      // `$#` and `a#b` in shells are no remarks.
      if mark == [UInt8(ascii: "#")], index > 0, code[index - 1] > 0x20 { continue }
      return lineEnd(code, from: index)
    }
    for mark in syntax.lineStartComments where isLineStart && begins(code, mark, at: index) {
      return lineEnd(code, from: index)
    }
    return nil
  }

  /// Where a text that begins here ends; one that is not closed ends with its line.
  private func string(_ code: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    for mark in syntax.longStrings where begins(code, mark, at: index) {
      return end(of: mark, code, from: index + mark.count) ?? code.count
    }
    let quote = code[index]
    guard syntax.quotes.contains(quote) else { return nil }
    // `don't` and Rust's lifetimes.
    if quote == UInt8(ascii: "'"), index > 0, syntax.isWordByte(code[index - 1]) { return nil }
    if quote == UInt8(ascii: "'"), syntax.quoteIsCharacter { return character(code, at: index) }
    var end = index + 1
    while end < code.count, code[end] != 0x0A {
      if code[end] == UInt8(ascii: "\\"), syntax.hasEscapes {
        end += 2
        continue
      }
      if code[end] == quote { return end + 1 }
      end += 1
    }
    return min(end, code.count)
  }

  /// Where `'x'` or `'\n'` that begins here ends.
  private func character(_ code: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    var end = index + 1
    if end < code.count, code[end] == UInt8(ascii: "\\") {
      let limit = min(code.count, index + 14)
      end += 2
      while end < limit, code[end] != UInt8(ascii: "'") { end += 1 }
      return end < limit ? end + 1 : nil
    }
    guard end < code.count, code[end] != 0x0A else { return nil }
    end += 1
    while end < code.count, code[end] & 0xC0 == 0x80 { end += 1 }
    return end < code.count && code[end] == UInt8(ascii: "'") ? end + 1 : nil
  }

  private func begins(_ code: UnsafeBufferPointer<UInt8>, _ mark: [UInt8], at index: Int) -> Bool {
    guard code[index] == mark[0], index + mark.count <= code.count else { return false }
    for offset in 1..<max(mark.count, 1) where code[index + offset] != mark[offset] { return false }
    return true
  }

  private func lineEnd(_ code: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
    var end = index
    while end < code.count, code[end] != 0x0A { end += 1 }
    return end
  }

  private func end(
    of mark: [UInt8], _ code: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    while index < code.count {
      if begins(code, mark, at: index) { return index + mark.count }
      index += 1
    }
    return nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func isNumberByte(_ code: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = code[index]
    if isDigit(byte) || byte == UInt8(ascii: "_") { return true }
    if byte == UInt8(ascii: ".") { return index + 1 < code.count && isDigit(code[index + 1]) }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
