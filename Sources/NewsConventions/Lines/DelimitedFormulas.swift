internal import NewsBlocks
internal import NewsBytes
package import NewsModel

/// Formulas that a page's script would set: TeX between the marks that MathJax and KaTeX look for.
///
/// Within a line `\(…\)`, a paragraph of its own `\[…\]` or `$$…$$`. A single dollar sign before and
/// after is one only where the article says that it has formulas, since prices have them too.
package struct DelimitedFormulas: BlockRewriter {
  /// Whether `$…$` is a formula.
  private let takesDollars: Bool

  /// - Parameter takesDollars: whether `$…$` is a formula.
  package init(takesDollars: Bool) { self.takesDollars = takesDollars }

  /// Whether a text may have any.
  package func mayFind(in bytes: ArraySlice<UInt8>) -> Bool {
    takesDollars && bytes.place(of: UInt8(ascii: "$")) != nil || bytes.contains(bytesOf: "\\(")
      || bytes.contains(bytesOf: "\\[") || bytes.contains(bytesOf: "$$")
  }

  /// Whether an article may have any.
  package func mayFind(in article: Article) -> Bool {
    var found = false
    for blocks in [article.body] + article.footnotes.map(\.content) where !found {
      blocks.walk({ _ in }) { inline in
        guard !found, case .text(let text) = inline else { return }
        found = text.withBytes { bytes in
          bytes.place(of: UInt8(ascii: "\\")) != nil || bytes.place(of: UInt8(ascii: "$")) != nil
        }
      }
    }
    return found
  }

  package func rewrite(_ block: Block) -> [Block] {
    if case .paragraph(let paragraph) = block, let formula = Self.display(paragraph.content) {
      return [.math(formula)]
    }
    var block = block
    var depth = 0
    block.updateContents(&depth, blocks: { _, _ in }, inlines: { $1 = formulas(in: $1) })
    return [block]
  }

  package func rewrite(_ inline: Inline) -> [Inline] {
    var inline = inline
    var depth = 0
    inline.updateContents(&depth) { $1 = formulas(in: $1) }
    return [inline]
  }

  /// The formula that a paragraph is.
  private static func display(_ content: [Inline]) -> String? {
    guard content.count == 1, case .text(let text) = content[0] else { return nil }
    for (open, close) in [("\\[", "\\]"), ("$$", "$$")]
    where text.utf8.count > 4 && text.hasPrefix(open) && text.hasSuffix(close) {
      let inside = text.dropFirst(2).dropLast(2)
      // Two of them in a paragraph are none that is all of it.
      if inside.place(of: close) != nil { return nil }
      let formula = PlainText.trimmed(String(inside))
      return formula.isEmpty ? nil : formula
    }
    return nil
  }

  private func formulas(in content: [Inline]) -> [Inline] {
    guard content.contains(where: { if case .text = $0 { true } else { false } }) else {
      return content
    }
    return content.flatMap { inline -> [Inline] in
      guard case .text(let text) = inline else { return [inline] }
      return parts(of: text)
    }
  }

  /// A text as texts and formulas.
  private func parts(of text: String) -> [Inline] {
    let bytes = Array(text.utf8)
    var parts: [Inline] = []
    var copied = 0
    var index = 0
    // A mark that is looked for in vain once is not there further on either.
    var missing: Set<String> = []
    while index < bytes.count {
      guard let (inside, end) = formula(in: bytes, at: index, &missing) else {
        index += 1
        continue
      }
      if copied < index {
        parts.append(.text(String(decoding: bytes[copied..<index], as: UTF8.self)))
      }
      parts.append(.math(String(decoding: bytes[inside], as: UTF8.self)))
      index = end
      copied = end
    }
    if copied == 0 { return [.text(text)] }
    if copied < bytes.count {
      parts.append(.text(String(decoding: bytes[copied...], as: UTF8.self)))
    }
    return parts
  }

  /// The formula that begins at a place, and where the text goes on.
  private func formula(
    in bytes: [UInt8], at start: Int, _ missing: inout Set<String>
  ) -> (inside: Range<Int>, end: Int)? {
    let (backslash, dollar) = (UInt8(ascii: "\\"), UInt8(ascii: "$"))
    guard start + 1 < bytes.count, bytes[start] == backslash || bytes[start] == dollar else {
      return nil
    }
    let close: String
    switch (bytes[start], bytes[start + 1]) {
    case (backslash, UInt8(ascii: "(")): close = "\\)"
    case (backslash, UInt8(ascii: "[")): close = "\\]"
    case (dollar, dollar): close = "$$"
    case (dollar, _) where takesDollars: return dollars(in: bytes, at: start)
    default: return nil
    }
    guard !missing.contains(close) else { return nil }
    guard let end = bytes.place(of: Array(close.utf8), from: start + 2) else {
      missing.insert(close)
      return nil
    }
    var inside = start + 2..<end
    while let first = inside.first, bytes[first] <= 0x20 { inside.removeFirst() }
    while let last = inside.last, bytes[last] <= 0x20 { inside.removeLast() }
    // Two pairs of dollar signs may be prices of restaurants: a formula begins at once.
    let isWhole = close != "$$" || takesDollars || inside == start + 2..<end
    return inside.isEmpty || !isWhole ? nil : (inside, end + 2)
  }

  /// `$…$` as pandoc takes it: no blank within it beside the signs, no digit after it.
  private func dollars(in bytes: [UInt8], at start: Int) -> (inside: Range<Int>, end: Int)? {
    guard bytes[start + 1] > 0x20,
      let end = bytes.place(of: UInt8(ascii: "$"), from: start + 1), end > start + 1,
      bytes[end - 1] > 0x20, bytes[end - 1] != UInt8(ascii: "\\"),
      end + 1 == bytes.count || !(0x30...0x39).contains(bytes[end + 1])
    else { return nil }
    return (start + 1..<end, end + 1)
  }
}
