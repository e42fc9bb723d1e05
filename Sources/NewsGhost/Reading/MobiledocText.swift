internal import NewsBlocks
internal import NewsModel

/// The text of Ghost's former editor: sections of markers, with tables of marks, atoms and cards
/// (Mobiledoc 0.3).
struct MobiledocText {
  private let markups: [JSONValue]
  private let atoms: [JSONValue]
  private let cards: [JSONValue]

  static func html(of document: JSONValue) -> String {
    let text = MobiledocText(
      markups: document["markups"]?.array ?? [], atoms: document["atoms"]?.array ?? [],
      cards: document["cards"]?.array ?? [])
    return (document["sections"]?.array ?? []).map { text.section($0) }.joined(separator: "\n")
  }

  private static func number(_ value: JSONValue?) -> Int? {
    if case .integer(let number)? = value { number } else { nil }
  }

  private static func element<Value>(_ index: Int?, of list: [Value]) -> Value? {
    guard let index, list.indices.contains(index) else { return nil }
    return list[index]
  }

  private func section(_ value: JSONValue) -> String {
    guard let parts = value.array, let kind = Self.number(parts.first) else { return "" }
    switch kind {
    case 1:
      let tag = Self.tag(Self.element(1, of: parts)?.string, of: Self.blockTags, or: "p")
      return "<\(tag)>" + markers(Self.element(2, of: parts)) + "</\(tag)>"
    case 2:
      let source = MarkupText.escaped(Self.element(1, of: parts)?.string ?? "")
      return "<figure><img src=\"\(source)\" alt=\"\"></figure>"
    case 3:
      let tag = Self.tag(Self.element(1, of: parts)?.string, of: ["ul", "ol"], or: "ul")
      let items = (Self.element(2, of: parts)?.array ?? []).map { "<li>" + markers($0) + "</li>" }
      return "<\(tag)>" + items.joined() + "</\(tag)>"
    case 10:
      let card = Self.element(Self.number(Self.element(1, of: parts)), of: cards)?.array
      guard let card, let name = card.first?.string else { return "" }
      return GhostCard.html(name, Self.element(1, of: card) ?? .null)
    default: return ""
    }
  }

  private static let blockTags: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside", "pull-quote",
  ]
  private static let inlineTags: Set<String> = [
    "a", "strong", "b", "em", "i", "s", "u", "code", "sub", "sup", "mark", "del",
  ]

  private static func tag(_ name: String?, of known: Set<String>, or other: String) -> String {
    guard let name = name?.lowercased(), known.contains(name) else { return other }
    return name == "aside" || name == "pull-quote" ? "blockquote" : name
  }

  /// Texts and atoms, each opening and closing marks: `[type, [marks opened], marks closed, text]`.
  private func markers(_ value: JSONValue?) -> String {
    var html = ""
    var open: [String] = []
    for marker in value?.array ?? [] {
      guard let parts = marker.array, parts.count >= 4 else { continue }
      for index in parts[1].array ?? [] {
        guard let markup = Self.element(Self.number(index), of: markups)?.array else { continue }
        let tag = Self.tag(markup.first?.string, of: Self.inlineTags, or: "span")
        html += "<" + tag + attributes(Self.element(1, of: markup)) + ">"
        open.append(tag)
      }
      if Self.number(parts[0]) == 1 {
        let atom = Self.element(Self.number(parts[3]), of: atoms)?.array
        html +=
          atom?.first?.string == "soft-return"
          ? "<br>" : MarkupText.escaped(Self.element(1, of: atom ?? [])?.string ?? "")
      } else {
        html += MarkupText.escaped(parts[3].string ?? "")
      }
      for _ in 0..<min(open.count, max(0, Self.number(parts[2]) ?? 0)) {
        html += "</\(open.removeLast())>"
      }
    }
    while let tag = open.popLast() { html += "</\(tag)>" }
    return html
  }

  /// `["href", "https://…"]`
  private func attributes(_ value: JSONValue?) -> String {
    guard let list = value?.array, let place = list.firstIndex(of: .string("href")),
      let address = Self.element(place + 1, of: list)?.string
    else { return "" }
    return " href=\"\(MarkupText.escaped(address))\""
  }
}
