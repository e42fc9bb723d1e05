/// MathML's elements as text.
enum MathElement {
  /// `<name attributes>content</name>`.
  static func element(_ name: String, _ content: String, _ attributes: String = "") -> String {
    let open = attributes.isEmpty ? "<\(name)>" : "<\(name) \(attributes)>"
    return open + content + "</\(name)>"
  }

  /// Several elements as one: none around a single one.
  static func row(_ items: [String]) -> String {
    items.count == 1 ? items[0] : element("mrow", items.joined())
  }

  /// An identifier.
  static func identifier(_ text: String, variant: MathVariant? = nil) -> String {
    guard let variant else { return element("mi", escaped(text)) }
    // One letter is slanted unless told otherwise.
    if variant == .normal {
      let isSingle = text.unicodeScalars.count == 1
      return element("mi", escaped(text), isSingle ? "mathvariant=\"normal\"" : "")
    }
    return element("mi", escaped(variant.applied(to: text)))
  }

  /// A number.
  static func number(_ text: String, variant: MathVariant? = nil) -> String {
    element("mn", escaped(variant.map { $0.applied(to: text) } ?? text))
  }

  /// An operator.
  static func mathOperator(_ text: String, _ attributes: String = "") -> String {
    element("mo", escaped(text), attributes)
  }

  /// Words.
  static func text(_ text: String) -> String {
    // White space at the edges would be lost.
    var text = text
    if text.hasPrefix(" ") { text = "\u{A0}" + text.dropFirst() }
    if text.hasSuffix(" ") { text = text.dropLast() + "\u{A0}" }
    return element("mtext", escaped(text))
  }

  /// Text for elements and attributes.
  static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      // XML has no other control characters.
      case "\u{0}"..<"\u{9}", "\u{B}"..<"\u{D}", "\u{E}"..<"\u{20}", "\u{7F}"..<"\u{A0}",
        "\u{FFFE}", "\u{FFFF}":
        output += "\u{FFFD}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
