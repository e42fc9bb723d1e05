import NewsModel

/// Makes asides of quotations that open with `[!kind] Title`.
struct Callouts: BlockRewriter {
  mutating func rewrite(_ block: Block) -> [Block] {
    guard case .quote(let quote) = block, quote.attributes.isEmpty,
      case .paragraph(let first)? = quote.content.first,
      case .text(let text)? = first.content.first,
      text.hasPrefix("[!"), let end = text.firstIndex(of: "]")
    else { return [block] }
    let kind = text[text.index(text.startIndex, offsetBy: 2)..<end].lowercased()
    let name = kind.split(separator: "|").first.map(String.init) ?? ""
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 }), !name.contains("[") else {
      return [block]
    }
    var rest = text[text.index(after: end)...]
    var fold: Character?
    if let mark = rest.first, mark == "+" || mark == "-" {
      fold = mark
      rest = rest.dropFirst()
    }
    while rest.first == " " { rest = rest.dropFirst() }
    var title = Array(first.content.dropFirst())
    if !rest.isEmpty { title.insert(.text(String(rest)), at: 0) }
    while title.last == .lineBreak { title.removeLast() }
    if title.isEmpty { title = [.text(name.prefix(1).uppercased() + name.dropFirst())] }
    let attributes = Attributes(classes: ["callout", name])
    let content = Array(quote.content.dropFirst())
    if let fold {
      return [
        .details(
          Details(summary: title, content: content, isOpen: fold == "+", attributes: attributes))
      ]
    }
    // A quotation keeps its words where it is called one.
    return [
      .division(
        Division(
          [.paragraph(Paragraph([.strong(title)]))] + content, attributes: attributes))
    ]
  }
}
