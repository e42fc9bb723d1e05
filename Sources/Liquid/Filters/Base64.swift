/// RFC 4648, with the two alphabets of it that templates know.
enum Base64 {
  private static let common = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
  static let standard = common + Array("+/".utf8)
  static let urlSafe = common + Array("-_".utf8)

  static func encode(_ bytes: [UInt8], _ alphabet: [UInt8], padded: Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for byte in group { bits = bits << 8 | Int(byte) }
      bits <<= (3 - group.count) * 8
      for index in 0..<4 {
        if index <= group.count {
          result.append(alphabet[bits >> (18 - 6 * index) & 63])
        } else if padded {
          result.append(UInt8(ascii: "="))
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes, or `nil` if it is not well-formed. Padding may be missing.
  static func decode(_ text: [UInt8], _ alphabet: [UInt8]) -> [UInt8]? {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
    var text = text[...]
    while text.last == UInt8(ascii: "=") { text.removeLast() }
    if text.count % 4 == 1 { return nil }
    var result: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in text {
      let value = values[Int(byte)]
      if value == 255 { return nil }
      bits = bits << 6 | Int(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> count))
        bits &= (1 << count) - 1
      }
    }
    return result
  }
}
