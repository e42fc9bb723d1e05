/// Text for a Jekyll post in which Liquid finds nothing of its own.
enum LiquidBody {
  /// Whether there are braces that Liquid would take for its own.
  static func isLiquid(_ text: [UInt8]) -> Bool {
    zip(text, text.dropFirst()).contains { begins($0, $1) }
  }

  /// The text with such braces as Liquid's own output of them.
  ///
  /// Unlike `raw` that has no end which the text could hold, and unlike `render_with_liquid: false` Jekyll 3
  /// knows it, which GitHub Pages builds with.
  static func escaped(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 64)
    var index = 0
    while index < text.count {
      if index + 1 < text.count, begins(text[index], text[index + 1]) {
        output += "{{ \"".utf8
        output += text[index...(index + 1)]
        output += "\" }}".utf8
        index += 2
      } else {
        output.append(text[index])
        index += 1
      }
    }
    return output
  }

  private static func begins(_ byte: UInt8, _ next: UInt8) -> Bool {
    byte == UInt8(ascii: "{") && (next == UInt8(ascii: "{") || next == UInt8(ascii: "%"))
  }
}
