import NewsMarkup

/// Writes an SVG anew with what a still picture needs: no scripts, no handlers, nothing from
/// outside.
struct SVGCleaner {
  private var out = MarkupBuffer()
  private var ids: Set<String> = []
  /// The elements that are open, each with whether it is written.
  private var open: [(name: String, isWritten: Bool)] = []
  /// How deep within an element that is left out with all it holds.
  private var dropped = 0
  private var hasRoot = false

  /// The picture cleaned, or `nil` if it is not well formed.
  static func cleaned(_ bytes: [UInt8]) -> [UInt8]? {
    var cleaner = SVGCleaner()
    return cleaner.run(SVGTokens(bytes))
  }

  private mutating func run(_ tokens: SVGTokens) -> [UInt8]? {
    var tokens = tokens
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    while true {
      let (token, end) = tokens.next()
      guard let token else {
        return end == .complete && open.isEmpty && hasRoot ? out.bytes : nil
      }
      switch token {
      case .start(let name, let attributes, let isEmpty):
        guard open.count < 200, start(name, attributes) else { return nil }
        if isEmpty { _ = finish(name) }
      case .end(let name): guard finish(name) else { return nil }
      case .text(let text):
        guard dropped == 0, let parent = open.last(where: \.isWritten)?.name else { continue }
        if parent == "style" { style(text) } else { out.text(text) }
      }
    }
  }

  /// The name without the prefix of SVG's own name space, or `nil` for one of another.
  private static func local(_ name: String) -> String? {
    if !name.utf8.contains(UInt8(ascii: ":")) { return name }
    return name.hasPrefix("svg:") ? String(name.dropFirst(4)) : nil
  }

  private mutating func start(_ name: String, _ attributes: [(name: String, value: String)]) -> Bool
  {
    let element = Self.local(name)
    if open.isEmpty {
      guard element == "svg", !hasRoot else { return false }
      hasRoot = true
    }
    // A link's content stays, without the link.
    if dropped == 0, element == "a" {
      open.append((name, false))
      return true
    }
    guard dropped == 0, let element, SVGVocabulary.elements.contains(element) else {
      dropped += 1
      open.append((name, false))
      return true
    }
    out.raw("<")
    out.raw(string: element)
    if open.isEmpty {
      out.raw(" xmlns=\"http://www.w3.org/2000/svg\"")
      out.raw(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
    }
    var seen: Set<String> = []
    for (key, value) in attributes {
      guard let kept = kept(key, value, of: element), seen.insert(kept).inserted else { continue }
      out.raw(" ")
      out.raw(string: kept)
      out.raw("=\"")
      out.attributeValue(value)
      out.raw("\"")
    }
    out.raw(">")
    open.append((element, true))
    return true
  }

  private mutating func finish(_ name: String) -> Bool {
    guard let last = open.popLast() else { return false }
    if last.isWritten {
      guard Self.local(name) == last.name else { return false }
      out.raw("</")
      out.raw(string: last.name)
      out.raw(">")
    } else {
      guard name == last.name else { return false }
      if Self.local(name) != "a" || dropped > 0 { dropped -= 1 }
    }
    return true
  }

  /// The name to write an attribute under, or `nil` to leave it out.
  private mutating func kept(_ key: String, _ value: String, of element: String) -> String? {
    if key == "id" {
      guard let id = Anchor.clean(value), id == value, ids.insert(id).inserted else { return nil }
      return key
    }
    if key == "href" || key == "xlink:href" {
      if value.hasPrefix("#"), value.utf8.count > 1 { return "xlink:href" }
      let isPicture = element == "image" && Self.isPicture(value)
      return isPicture ? "xlink:href" : nil
    }
    guard SVGVocabulary.attributes.contains(key) else { return nil }
    return Self.isSelfContained(value) ? key : nil
  }

  private static func isPicture(_ address: String) -> Bool {
    ["data:image/png;", "data:image/jpeg;", "data:image/gif;"].contains {
      address.hasPrefix($0)
    }
  }

  /// Whether a value refers to nothing outside and runs nothing.
  private static func isSelfContained(_ value: String) -> Bool {
    let text = value.lowercased()
    if ["javascript:", "expression(", "@import", "image-set", "\\"].contains(where: {
      text.contains($0)
    }) {
      return false
    }
    var rest = text[...]
    while let mark = rest.firstRange(of: "url(") {
      rest = rest[mark.upperBound...]
      let target = rest.drop { $0 == " " || $0 == "'" || $0 == "\"" }
      if target.first != "#" { return false }
    }
    return true
  }

  private mutating func style(_ text: String) {
    if Self.isSelfContained(text) { out.text(text) }
  }
}
