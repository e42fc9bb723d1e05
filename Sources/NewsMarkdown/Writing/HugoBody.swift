internal import NewsBytes

/// What Hugo would take for its own in a text, and what it leaves out.
enum HugoBody {
  /// Stands in shortcodes that are some: a byte that no text can hold.
  static let mark: UInt8 = 0xFF

  /// The text with everything that looks like a shortcode and is none written so that it is text.
  ///
  /// Those that the renderer wrote itself are marked.
  static func escaped(_ text: [UInt8]) -> [UInt8] {
    guard zip(text, text.dropFirst()).contains(where: { $0 == 0x7B && $1 == 0x7B }) else {
      return text
    }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var position = 0
    let own = Array("{{".utf8) + [mark]
    var isUnclosed: [UInt8: Bool] = [:]
    while position < text.count {
      if text[position...].starts(with: own) {
        output += "{{".utf8
        position += own.count
        continue
      }
      guard text[position] == 0x7B, text[position...].starts(with: "{{".utf8),
        position + 2 < text.count,
        text[position + 2] == UInt8(ascii: "<") || text[position + 2] == UInt8(ascii: "%")
      else {
        output.append(text[position])
        position += 1
        continue
      }
      let bracket = text[position + 2] == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "%")
      let close = [bracket, 0x7D, 0x7D]
      if isUnclosed[bracket] == true {
        // Hugo refuses the whole site for one that does not end.
        output += "{&#123;".utf8
        output.append(text[position + 2])
        position += 3
        continue
      }
      guard let end = text.place(of: close, from: position + 3) else {
        isUnclosed[bracket] = true
        continue
      }
      output += text[position..<(position + 3)]
      output += "/*".utf8
      output += text[(position + 3)..<end]
      output += "*/".utf8
      output += close
      position = end + 3
    }
    return output
  }

  /// Whether a text begins a shortcode that it does not end. Code that does is written as HTML, where a
  /// reference can stand for a brace.
  static func hasUnclosed(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    for (opening, close) in [("{{<", ">}}"), ("{{%", "%}}")] {
      var position = 0
      while let start = bytes.place(of: Array(opening.utf8), from: position) {
        guard let end = bytes.place(of: Array(close.utf8), from: start + 3) else { return true }
        position = end + 3
      }
    }
    return false
  }
}
