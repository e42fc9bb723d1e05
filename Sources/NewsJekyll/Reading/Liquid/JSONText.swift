import Liquid

/// A value as the filter `jsonify` writes it.
enum JSONText {
  static func make(
    _ value: LiquidValue, in context: inout Context
  ) throws(LiquidError) -> String {
    var out: [UInt8] = []
    try write(value, to: &out, depth: 0, in: &context)
    return String(decoding: out, as: UTF8.self)
  }

  private static func write(
    _ value: LiquidValue, to out: inout [UInt8], depth: Int, in context: inout Context
  ) throws(LiquidError) {
    guard depth < 100 else { return out += "null".utf8 }
    let start = out.count
    switch context.settled(value) {
    case .null: out += "null".utf8
    case .array(let items):
      out.append(UInt8(ascii: "["))
      for (place, item) in items.enumerated() {
        if place > 0 { out.append(UInt8(ascii: ",")) }
        try write(item, to: &out, depth: depth + 1, in: &context)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let map):
      out.append(UInt8(ascii: "{"))
      for (place, entry) in map.enumerated() {
        if place > 0 { out.append(UInt8(ascii: ",")) }
        quote(entry.key, to: &out)
        out.append(UInt8(ascii: ":"))
        try write(entry.value, to: &out, depth: depth + 1, in: &context)
      }
      out.append(UInt8(ascii: "}"))
    case .bool, .int, .double: out += value.text.utf8
    default: quote(value.text, to: &out)
    }
    try context.count(steps: 1 + (out.count - start) >> 3)
  }

  private static func quote(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0x08: out += "\\b".utf8
      case 0x09: out += "\\t".utf8
      case 0x0A: out += "\\n".utf8
      case 0x0C: out += "\\f".utf8
      case 0x0D: out += "\\r".utf8
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        out += "\\u00\(byte < 16 ? "0" : "")\(digits)".utf8
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
