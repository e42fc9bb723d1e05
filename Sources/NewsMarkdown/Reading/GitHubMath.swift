import NewsModel

/// Formulas as GitHub writes them: code between dollar signs, and blocks of code in the language
/// `math`.
struct GitHubMath: BlockRewriter {
  func rewrite(_ inline: Inline) -> [Inline] {
    var inline = inline
    var depth = 0
    inline.updateContents(&depth) { $1 = Self.formulas(in: $1) }
    return [inline]
  }

  func rewrite(_ block: Block) -> [Block] {
    if case .code(let code) = block, code.language == "math" { return [.math(code.text)] }
    var block = block
    var depth = 0
    block.updateContents(&depth, blocks: { _, _ in }, inlines: { $1 = Self.formulas(in: $1) })
    return [block]
  }

  private static func formulas(in content: [Inline]) -> [Inline] {
    guard content.count > 2, content.contains(where: { if case .code = $0 { true } else { false } })
    else { return content }
    var result: [Inline] = []
    var index = 0
    while index < content.count {
      if case .code(let formula) = content[index], case .text(let before)? = result.last,
        before.utf8.last == UInt8(ascii: "$"), index + 1 < content.count,
        case .text(let after) = content[index + 1], after.utf8.first == UInt8(ascii: "$")
      {
        result.removeLast()
        if before.utf8.count > 1 { result.append(.text(String(before.dropLast()))) }
        result.append(.math(formula))
        if after.utf8.count > 1 { result.append(.text(String(after.dropFirst()))) }
        index += 2
      } else {
        result.append(content[index])
        index += 1
      }
    }
    return result
  }
}
