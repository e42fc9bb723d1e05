import NewsAddress
import NewsMarkup

/// Writes an SVG anew with what a still picture needs: no scripts, no handlers, nothing from
/// outside, no parts that multiply beyond what can be drawn.
package struct SVGCleaner {
  private var out = MarkupBuffer()
  private var ids: Set<String> = []
  /// The elements that are open, each with whether it is written.
  private var open: [(name: String, isWritten: Bool)] = []
  /// How deep within an element that is left out with all it holds.
  private var dropped = 0
  private var hasRoot = false
  /// The text of the style element that is open: judged when it is whole, for neither comments nor
  /// sections nor references part it.
  private var sheet: String?
  private var expansion = SVGExpansion()

  /// Why a drawing cannot be shown.
  package enum Failure: Error {
    case notWellFormed
    case multiplies

    /// What is wrong with the drawing, after its name.
    package var words: String {
      switch self {
      case .notWellFormed: "is not well formed"
      case .multiplies: "shows its own parts too many times over"
      }
    }
  }

  /// The picture cleaned.
  package static func cleaned(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
    var cleaner = SVGCleaner()
    guard let clean = cleaner.run(SVGTokens(bytes)) else { throw .notWellFormed }
    if cleaner.expansion.isTooLarge { throw .multiplies }
    return clean
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
        if parent == "style" { sheet?.append(text) } else { out.text(text) }
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
    var id: String?
    var size = 0
    var targets: [Substring] = []
    for (key, value) in attributes {
      guard let (kept, value) = kept(key, value, of: element), seen.insert(kept).inserted else {
        continue
      }
      out.raw(" ")
      out.raw(string: kept)
      out.raw("=\"")
      out.attributeValue(value)
      out.raw("\"")
      size += value.utf8.count
      if kept == "id" { id = value }
      if kept == "xlink:href" {
        if value.utf8.first == UInt8(ascii: "#") { targets.append(value.dropFirst()) }
      } else {
        targets += SVGExpansion.targets(in: value)
      }
    }
    out.raw(">")
    open.append((element, true))
    expansion.begin(id: id, size: size, targets: targets)
    if element == "style" { sheet = "" }
    return true
  }

  private mutating func finish(_ name: String) -> Bool {
    guard let last = open.popLast() else { return false }
    if last.isWritten {
      guard Self.local(name) == last.name else { return false }
      if last.name == "style" { writeSheet() }
      expansion.end()
      out.raw("</")
      out.raw(string: last.name)
      out.raw(">")
    } else {
      guard name == last.name else { return false }
      if Self.local(name) != "a" || dropped > 0 { dropped -= 1 }
    }
    return true
  }

  /// The name and value to write an attribute with, or `nil` to leave it out.
  private mutating func kept(
    _ key: String, _ value: String, of element: String
  ) -> (name: String, value: String)? {
    if key == "id" {
      guard let id = Anchor.clean(value), id == value, ids.insert(id).inserted else { return nil }
      return (key, value)
    }
    if key == "href" || key == "xlink:href" {
      guard let address = SafeAddress(value, in: .drawing)?.text, address.utf8.count > 1 else {
        return nil
      }
      // Only a picture is shown that is within its address; all else is a part of the drawing.
      let isPart = address.utf8.first == UInt8(ascii: "#")
      return isPart || element == "image" ? ("xlink:href", address) : nil
    }
    guard SVGVocabulary.attributes.contains(key) else { return nil }
    let written = MarkupBuffer.writable(value)
    return Self.isSelfContained(written) ? (key, written) : nil
  }

  /// Whether a value or a style sheet refers to nothing outside and runs nothing.
  private static func isSelfContained(_ css: String) -> Bool {
    StyleSheetCheck.finding(in: css, place: .drawing) == nil
  }

  private mutating func writeSheet() {
    let text = MarkupBuffer.writable(sheet ?? "")
    sheet = nil
    if Self.isSelfContained(text) { out.text(text) }
  }
}
