import NewsModel

/// Emphasis that Markdown cannot mark as it stands: its edge is a sign, with a letter beside it.
///
/// Of `word**, more**` the stars would be text; `word, **more**` says the same.
struct EmphasisEdges: BlockRewriter {
  func rewrite(_ block: Block) -> [Block] {
    var block = block
    var depth = 0
    block.updateContents(&depth, blocks: { _, _ in }, inlines: { $1 = Self.opened($1) })
    return [block]
  }

  /// A line whose emphases have such signs outside.
  private static func opened(_ line: [Inline]) -> [Inline] {
    guard line.count > 1, line.contains(where: { $0.emphasized != nil }) else { return line }
    var result: [Inline] = []
    result.reserveCapacity(line.count)
    for (index, inline) in line.enumerated() {
      guard var inner = inline.emphasized else {
        result.appendJoining(inline)
        continue
      }
      let isAfterLetter = result.last?.scalar(atEnd: true).map { isLetter($0) } ?? false
      let isBeforeLetter =
        index + 1 < line.count
        ? line[index + 1].scalar(atEnd: false).map { isLetter($0) } ?? false : false
      let startsWithSign = inner.first?.scalar(atEnd: false).map { isSign($0) } ?? false
      let endsWithSign = inner.last?.scalar(atEnd: true).map { isSign($0) } ?? false
      guard isAfterLetter && startsWithSign || isBeforeLetter && endsWithSign else {
        result.append(inline)
        continue
      }
      // Marks of a pair go together.
      var before = ""
      var after = ""
      if startsWithSign, case .text(let text)? = inner.first {
        before = String(text.unicodeScalars.prefix { isSign($0) || $0 == " " })
        inner[0] = .text(String(text.unicodeScalars.dropFirst(before.unicodeScalars.count)))
      }
      if endsWithSign, case .text(let text)? = inner.last {
        let rest = text.unicodeScalars
        var end = rest.endIndex
        while end > rest.startIndex,
          isSign(rest[rest.index(before: end)]) || rest[rest.index(before: end)] == " "
        {
          end = rest.index(before: end)
        }
        after = String(rest[end...])
        inner[inner.count - 1] = .text(String(rest[..<end]))
      }
      inner.removeAll { $0 == .text("") }
      result.appendJoining(.text(before))
      if !inner.isEmpty { result.append(inline.replacingEmphasized(inner)) }
      result.appendJoining(.text(after))
    }
    return result
  }

  /// What stands by itself on neither side: no blank and no sign.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    !isSign(scalar) && !scalar.properties.isWhitespace
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}

extension Inline {
  fileprivate var emphasized: [Inline]? {
    switch self {
    case .emphasis(let content), .strong(let content), .strikethrough(let content): content
    default: nil
    }
  }

  fileprivate func replacingEmphasized(_ content: [Inline]) -> Inline {
    switch self {
    case .emphasis: .emphasis(content)
    case .strong: .strong(content)
    case .strikethrough: .strikethrough(content)
    default: self
    }
  }

  /// The first or last character of a text.
  fileprivate func scalar(atEnd: Bool) -> Unicode.Scalar? {
    guard case .text(let text) = self else { return nil }
    return atEnd ? text.unicodeScalars.last : text.unicodeScalars.first
  }
}
