/// What stands between the brackets of a wiki link or embed: `Note#Heading|text`.
struct WikiLink: Sendable, Hashable {
  /// The name or path of a file; empty for the note itself.
  var target: String
  /// The heading, the last of several.
  var heading: String?
  /// The block, without its circumflex.
  var block: String?
  /// What is shown instead, or the size of a picture.
  var label: String?

  /// Reads the words; `nil` where there are none.
  init?(_ words: String) {
    var text = words[...]
    if let bar = text.firstIndex(of: "|") {
      label = Self.trimmed(text[text.index(after: bar)...])
      text = text[..<bar]
      // Within a table the bar is escaped.
      if text.hasSuffix("\\") { text.removeLast() }
    }
    if let hash = text.firstIndex(of: "#") {
      let place = text[text.index(after: hash)...].split(separator: "#").last ?? ""
      if place.hasPrefix("^") {
        block = Self.trimmed(place.dropFirst())
      } else if !place.isEmpty {
        heading = Self.trimmed(place)
      }
      text = text[..<hash]
    }
    target = Self.trimmed(text)
    if target.isEmpty, heading == nil, block == nil { return nil }
    if label?.isEmpty == true { label = nil }
  }

  /// What is shown for a link without words of its own.
  var shown: String {
    if let label { return label }
    let name = target.hasSuffix(".md") ? String(target.dropLast(3)) : target
    let parts = [name, heading ?? ""].filter { !$0.isEmpty }
    return parts.isEmpty ? "^" + (block ?? "") : parts.joined(separator: " > ")
  }

  /// The size of a picture: `300`, `300x200`.
  var size: (width: Int, height: Int?)? {
    guard let label else { return nil }
    // The last word, after other ones.
    let word = label.split(separator: "|").last ?? ""
    let parts = word.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count <= 2, let first = parts.first, let width = first, (1...20_000).contains(width)
    else { return nil }
    if parts.count == 2 {
      guard let height = parts[1], (1...20_000).contains(height) else { return nil }
      return (width, height)
    }
    return (width, nil)
  }

  private static func trimmed(_ text: Substring) -> String {
    var bytes = text.utf8[...]
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    return String(Substring(bytes))
  }

  /// A name of an anchor for a block.
  static func anchor(ofBlock block: String) -> String { "block-" + block }
}
