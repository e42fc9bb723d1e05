package import NewsModel

extension MetadataValue {
  /// What Ruby's `to_s` makes of the value: how Jekyll prints it and compares it.
  package var rubyText: String {
    switch self {
    case .null: return ""
    case .bool(let value): return value ? "true" : "false"
    case .integer(let value): return String(value)
    case .number(let value):
      if value.isNaN { return "NaN" }
      if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
      return "\(value)"
    case .string(let text): return text
    case .timestamp(let timestamp): return timestamp.rubyText
    case .list(let elements):
      return "[" + elements.map(\.rubyInspection).joined(separator: ", ") + "]"
    case .map(let map):
      return "{"
        + map.entries.map { "\(Self.quoted($0.key))=>\($0.value.rubyInspection)" }
        .joined(separator: ", ") + "}"
    }
  }

  /// What Ruby's `inspect` makes of the value.
  var rubyInspection: String {
    switch self {
    case .null: "nil"
    case .string(let text): Self.quoted(text)
    default: rubyText
    }
  }

  /// Whether the value counts as true in Ruby: everything but `nil` and `false`.
  package var isTruthy: Bool {
    switch self {
    case .null, .bool(false): false
    default: true
    }
  }

  /// The value, unless it is null.
  package var nonNull: MetadataValue? { self == .null ? nil : self }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Timestamp {
  /// What Ruby's `Time#to_s` and `Date#to_s` print: `2021-03-04 20:00:00 +0900`.
  package var rubyText: String {
    let iso = iso8601
    guard let time else { return iso }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = String(iso.utf8.prefix(10)) ?? iso
    let clock = "\(two(time.hour)):\(two(time.minute)):\(two(time.second))"
    guard let offset = time.offset else { return "\(day) \(clock) UTC" }
    let size = Int(clamping: offset.magnitude)
    return "\(day) \(clock) \(offset < 0 ? "-" : "+")\(two(size / 3600))\(two(size / 60 % 60))"
  }
}
