extension LiquidValue {
  /// How the value prints, as Ruby's `to_s` has it.
  ///
  /// `nil` prints as nothing, a list as its elements without separator, an object as
  /// `{"key"=>value}`, a number with a fraction with at least one digit after the point.
  public var text: String {
    if case .string(let text) = self { return text }
    var out = ""
    write(to: &out, depth: 0, limit: Self.sizeLimit)
    return out
  }

  /// The value as text, as filters of text take it (Ruby's `to_s`): as it prints, but a list stays one,
  /// `["a", "b"]`.
  public var string: String {
    if case .array = settled { return inspected }
    return text
  }

  /// How the value prints inside an object or as a diagnostic: strings in quotes, `nil` by name.
  public var inspected: String {
    var out = ""
    inspect(to: &out, depth: 0, limit: Self.sizeLimit)
    return out
  }

  /// The value in a message: as ``inspected``, but no longer than a few words.
  public var shown: String {
    let limit = 60
    var out = ""
    switch self {
    case .string(let text): Self.quote(String(text.unicodeScalars.prefix(limit)), to: &out)
    default: inspect(to: &out, depth: 0, limit: limit)
    }
    let isWhole =
      stringValue.map { $0.unicodeScalars.prefix(limit).endIndex == $0.endIndex } ?? true
    if isWhole, out.unicodeScalars.dropFirst(limit + 2).isEmpty { return out }
    return String(out.unicodeScalars.prefix(limit)) + "…"
  }

  /// Values nest as deep as the data they come from; past this they print as `…`.
  private static let depthLimit = 100
  /// A list that holds itself many times over prints more than there is memory: this is enough.
  private static let sizeLimit = 64 << 20

  private func write(to out: inout String, depth: Int, limit: Int) {
    switch self {
    case .null, .empty, .blank: break
    case .bool(let value): out += value ? "true" : "false"
    case .int(let value): out += String(value)
    case .double(let value): out += Self.print(value)
    case .string(let text): out += text
    case .array(let items):
      guard depth < Self.depthLimit else { return out += "…" }
      for item in items {
        if out.utf8.count > limit { break }
        item.write(to: &out, depth: depth + 1, limit: limit)
      }
    case .object: inspect(to: &out, depth: depth, limit: limit)
    case .date(let date): out += date.description
    case .range(let range): out += "\(range.first)..\(range.last)"
    case .lazy(let object): object.whole.write(to: &out, depth: depth, limit: limit)
    }
  }

  private func inspect(to out: inout String, depth: Int, limit: Int) {
    guard depth < Self.depthLimit else { return out += "…" }
    switch self {
    case .null: out += "nil"
    case .string(let text): Self.quote(text, to: &out)
    case .empty, .blank: out += "\"\""
    case .array(let items):
      out += "["
      for (place, item) in items.enumerated() {
        if out.utf8.count > limit { break }
        if place > 0 { out += ", " }
        item.inspect(to: &out, depth: depth + 1, limit: limit)
      }
      out += "]"
    case .object(let map):
      out += "{"
      for (place, entry) in map.enumerated() {
        if out.utf8.count > limit { break }
        if place > 0 { out += ", " }
        Self.quote(entry.key, to: &out)
        out += "=>"
        entry.value.inspect(to: &out, depth: depth + 1, limit: limit)
      }
      out += "}"
    case .lazy(let object): object.whole.inspect(to: &out, depth: depth, limit: limit)
    default: write(to: &out, depth: depth, limit: limit)
    }
  }

  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case "\u{1B}": out += "\\e"
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }

  /// Prints a number as Ruby does: shortest digits, an exponent from 1e16 up and below 1e-4.
  static func print(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    if value == 0 { return value.sign == .minus ? "-0.0" : "0.0" }
    // Swift prints the same shortest digits, only in another dress.
    var digits: [UInt8] = []
    var point = 0
    var seenPoint = false
    var exponent = 0
    let printed = Array(value.magnitude.description.utf8)
    var place = 0
    while place < printed.count {
      switch printed[place] {
      case UInt8(ascii: "."): seenPoint = true
      case UInt8(ascii: "e"):
        exponent = Int(String(decoding: printed[(place + 1)...], as: UTF8.self)) ?? 0
        place = printed.count
      default:
        digits.append(printed[place])
        if !seenPoint { point += 1 }
      }
      place += 1
    }
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(leading)
    point -= leading
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    point += exponent
    return (value < 0 ? "-" : "") + dress(String(decoding: digits, as: UTF8.self), point: point)
  }

  /// Places the point after so many of the digits.
  private static func dress(_ digits: String, point: Int) -> String {
    if point > 16 || point < -3 {
      let rest = digits.dropFirst()
      let power = point - 1
      let size = power.magnitude < 10 ? "0\(power.magnitude)" : "\(power.magnitude)"
      return "\(digits.prefix(1)).\(rest.isEmpty ? "0" : rest)e\(power < 0 ? "-" : "+")\(size)"
    }
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    if digits.utf8.count <= point {
      return digits + String(repeating: "0", count: point - digits.utf8.count) + ".0"
    }
    return "\(digits.prefix(point)).\(digits.dropFirst(point))"
  }
}
