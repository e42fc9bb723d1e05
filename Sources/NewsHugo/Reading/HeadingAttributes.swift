import NewsModel

/// Anchors of headings: those that `{#name .class}` at their end gives, and those that Hugo and Zola
/// make of their text.
enum HeadingAttributes {
  /// Blocks whose headings have their anchors.
  static func read(in blocks: [Block]) -> [Block] {
    let declared = blocks.map(withAttributes)
    var ids = HeadingIDs()
    return ids.adding(to: declared)
  }

  private static func withAttributes(_ block: Block) -> Block {
    guard case .heading(var heading) = block, case .text(let text)? = heading.content.last,
      text.hasSuffix("}"), let brace = text.lastIndex(of: "{")
    else { return block }
    let inside = text[text.index(after: brace)...].dropLast()
    var attributes = heading.attributes
    for word in inside.split(separator: " ") {
      if word.hasPrefix("#"), word.count > 1 {
        attributes.id = String(word.dropFirst())
      } else if word.hasPrefix("."), word.count > 1 {
        attributes.classes.append(String(word.dropFirst()))
      } else if !word.contains("=") {
        return block
      }
    }
    guard !inside.isEmpty else { return block }
    var rest = text[..<brace]
    while rest.last == " " { rest.removeLast() }
    heading.content.removeLast()
    if !rest.isEmpty { heading.content.append(.text(String(rest))) }
    heading.attributes = attributes
    return .heading(heading)
  }
}
