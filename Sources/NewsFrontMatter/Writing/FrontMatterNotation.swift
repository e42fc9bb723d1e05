package import NewsModel
import YAML

/// What front matter is written in.
///
/// What is to be written is a tree of YAML's; a plain scalar is what it looks like there: text where it
/// begins with a letter, unless it is `true`, `false` or `null`, else a number or a date.
package enum FrontMatterNotation: String, Sendable, Hashable, CaseIterable {
  /// Between lines of dashes.
  case yaml
  /// TOML 1.0 between lines of `+++`.
  case toml
  /// An object and nothing around it.
  case json
}

extension FrontMatterText {
  /// The front matter in a notation, with what sets it off from the text.
  package func bytes(in notation: FrontMatterNotation) throws(ConversionError) -> [UInt8] {
    switch notation {
    case .yaml: return try bytes()
    case .toml:
      var out = FrontMatterOutput(isTOML: true)
      out.table(pairs)
      return Array(("+++\n" + out.text + "+++\n").utf8)
    case .json:
      var out = FrontMatterOutput(isTOML: false)
      out.object(pairs, indent: "")
      return Array((out.text + "\n").utf8)
    }
  }
}

/// Writes a tree of front matter as TOML or JSON.
private struct FrontMatterOutput {
  typealias Pairs = [(key: YAMLNode, value: YAMLNode)]

  let isTOML: Bool
  private(set) var text = ""

  init(isTOML: Bool) { self.isTOML = isTOML }

  /// What a scalar is.
  private enum Scalar {
    case text(String)
    /// A number, a date, a truth: as it stands.
    case literal(String)
    case null
  }

  private static func scalar(_ value: String, _ style: YAMLNode.Style) -> Scalar {
    guard case .plain = style, let first = value.utf8.first else { return .text(value) }
    switch value {
    case "true", "false": return .literal(value)
    case "null": return .null
    default: break
    }
    let isNumber = first >= 0x30 && first <= 0x39 || first == 0x2D || first == 0x2E
    return isNumber ? .literal(value) : .text(value)
  }

  // MARK: - TOML

  /// The document: values first, then a table for each mapping.
  mutating func table(_ pairs: Pairs) {
    var tables: [(key: String, pairs: Pairs)] = []
    for (key, value) in pairs {
      guard let name = Self.name(key) else { continue }
      if case .mapping(let inner, _) = value, !inner.isEmpty {
        tables.append((name, inner))
      } else {
        line(name, value)
      }
    }
    for (name, inner) in tables {
      text += "\n[" + Self.bare(name) + "]\n"
      for (key, value) in inner {
        if let name = Self.name(key) { line(name, value) }
      }
    }
  }

  private mutating func line(_ name: String, _ value: YAMLNode) {
    if Self.isNull(value) { return }
    text += Self.bare(name) + " = "
    inline(value)
    text += "\n"
  }

  /// A value on one line. TOML has no null: lists and tables go without it.
  private mutating func inline(_ value: YAMLNode) {
    switch value {
    case .scalar(let string, let style):
      switch Self.scalar(string, style) {
      case .text(let string): quoted(string)
      case .literal(let string): literal(string)
      case .null: text += "null"
      }
    case .sequence(let values, _):
      text += "["
      list(isTOML ? values.filter { !Self.isNull($0) } : values) { $0.inline($1) }
      text += "]"
    case .mapping(let pairs, _):
      text += "{"
      if isTOML, !pairs.isEmpty { text += " " }
      let known = pairs.filter { !isTOML || !Self.isNull($0.value) }
      list(known) { out, pair in
        let name = Self.name(pair.key) ?? ""
        if out.isTOML {
          out.text += Self.bare(name) + " = "
        } else {
          out.quoted(name)
          out.text += ": "
        }
        out.inline(pair.value)
      }
      if isTOML, !pairs.isEmpty { text += " " }
      text += "}"
    }
  }

  private mutating func list<Value>(_ values: [Value], _ write: (inout Self, Value) -> Void) {
    for (index, value) in values.enumerated() {
      if index > 0 { text += ", " }
      write(&self, value)
    }
  }

  /// A number, a date or a truth; what the notation has no such word for is text.
  private mutating func literal(_ value: String) {
    switch value {
    case "true", "false": text += value
    case ".nan", ".inf", "-.inf":
      if isTOML { text += value.filter { $0 != "." } } else { quoted(value) }
    default:
      if Self.isNumber(value) {
        text += value
      } else if isTOML, let date = Timestamp(iso8601: value),
        date.time?.offset != nil
          || date.time == nil
      {
        text += date.iso8601
      } else {
        quoted(value)
      }
    }
  }

  /// Whether it is a number in TOML as in JSON: digits on both sides of a point, no zero before others.
  private static func isNumber(_ value: String) -> Bool {
    var rest = value.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    func digits() -> Int {
      let count = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
      rest = rest.dropFirst(count)
      return count
    }
    let isZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    if whole == 0 || isZero && whole > 1 { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      if digits() == 0 { return false }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest.removeFirst()
      }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }

  private static func isNull(_ value: YAMLNode) -> Bool {
    if case .scalar("null", .plain) = value { true } else { false }
  }

  private static func name(_ key: YAMLNode) -> String? {
    if case .scalar(let name, _) = key { name } else { nil }
  }

  private static func bare(_ name: String) -> String {
    let isBare = name.utf8.allSatisfy { byte in
      byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    if isBare, !name.isEmpty { return name }
    var out = FrontMatterOutput(isTOML: true)
    out.quoted(name)
    return out.text
  }

  // MARK: - JSON

  /// An object, a line a key; what is in its values stands on their lines.
  mutating func object(_ pairs: Pairs, indent: String) {
    text += "{\n"
    for (index, pair) in pairs.enumerated() {
      text += indent + "  "
      quoted(Self.name(pair.key) ?? "")
      text += ": "
      if case .mapping(let inner, _) = pair.value, !inner.isEmpty, indent.isEmpty {
        object(inner, indent: "  ")
      } else {
        inline(pair.value)
      }
      text += index + 1 < pairs.count ? ",\n" : "\n"
    }
    text += indent + "}"
  }

  /// A string with the escapes that TOML and JSON share.
  private mutating func quoted(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // Controls, and what turns the order of text, would be obeyed by a terminal.
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || FrontMatterText.isOverride(scalar):
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
