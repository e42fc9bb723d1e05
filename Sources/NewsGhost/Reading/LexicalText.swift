internal import NewsBlocks
internal import NewsModel

/// The text of Ghost's present editor, which keeps a tree of nodes.
enum LexicalText {
  /// Of deeper nodes the texts are taken; the editor makes none.
  private static let deepest = 64

  static func html(of document: JSONValue) -> String {
    guard let root = document["root"] else { return "" }
    return children(of: root, depth: 0)
  }

  private static func children(of node: JSONValue, depth: Int) -> String {
    guard depth < deepest else { return texts(of: node) }
    return (node["children"]?.array ?? []).map { html(of: $0, depth: depth + 1) }.joined()
  }

  private static func html(of node: JSONValue, depth: Int) -> String {
    func within(_ tag: String) -> String {
      "<\(tag)>" + children(of: node, depth: depth)
        + "</\(tag.prefix { $0 != " " })>"
    }
    var name = node["type"]?.string ?? ""
    if name.hasPrefix("extended-") { name = String(name.dropFirst(9)) }
    switch name {
    case "paragraph": return within("p")
    case "heading":
      let tag = node["tag"]?.string ?? "h2"
      return within(["h1", "h2", "h3", "h4", "h5", "h6"].contains(tag) ? tag : "h2")
    case "text": return text(node)
    case "linebreak": return "<br>"
    case "tab": return "\t"
    case "link", "autolink":
      return within("a href=\"\(MarkupText.escaped(node["url"]?.string ?? ""))\"")
    case "list":
      var start = ""
      if case .integer(let number)? = node["start"], number != 1 { start = " start=\"\(number)\"" }
      let tag = node["listType"]?.string == "number" ? "ol\(start)" : "ul"
      return "<\(tag)>" + items(of: node, depth: depth) + "</\(tag.prefix(2))>"
    case "listitem": return within("li")
    case "quote": return within("blockquote")
    case "aside": return within("blockquote")
    case "zwnj", "at-link", "at-link-search": return ""
    default:
      if node["children"]?.array?.isEmpty == false { return within("div") }
      // Nodes that are a text of some kind: an emoji, a mark of what is still to come.
      if node["text"]?.string != nil, node["html"] == nil { return text(node) }
      return GhostCard.html(name, node)
    }
  }

  /// The items of a list. A list within it is an item of nothing else: it belongs to the one before.
  private static func items(of list: JSONValue, depth: Int) -> String {
    guard depth < deepest else { return texts(of: list) }
    var html = ""
    for item in list["children"]?.array ?? [] {
      let content = item["children"]?.array ?? []
      let isNested = !content.isEmpty && content.allSatisfy { $0["type"]?.string == "list" }
      if isNested, html.hasSuffix("</li>") {
        html.removeLast("</li>".count)
        html += children(of: item, depth: depth + 1) + "</li>"
      } else {
        html += Self.html(of: item, depth: depth + 1)
      }
    }
    return html
  }

  /// All texts below a node, each block's apart.
  private static func texts(of node: JSONValue) -> String {
    var html = ""
    var open = Array((node["children"]?.array ?? []).reversed())
    while let next = open.popLast() {
      guard let children = next["children"]?.array else {
        html += text(next)
        continue
      }
      if !html.isEmpty, !html.hasSuffix(" ") { html += " " }
      open += children.reversed()
    }
    return html
  }

  /// A text with its marks, which are bits of a number.
  private static func text(_ node: JSONValue) -> String {
    let text = MarkupText.escaped(node["text"]?.string ?? "")
    guard case .integer(let format)? = node["format"], format != 0 else { return text }
    let tags = ["strong", "em", "s", "u", "code", "sub", "sup", "mark"]
    var html = text
    for (bit, tag) in tags.enumerated().reversed() where format & (1 << bit) != 0 {
      html = "<\(tag)>\(html)</\(tag)>"
    }
    return html
  }
}
