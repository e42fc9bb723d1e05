extension Filter {
  /// Filters that encode and decode.
  static let encoding: [String: Filter] = [
    "url_encode": Filter { input, _, _ throws(LiquidError) in
      input.isNull ? .null : .string(input.text.formEncoded())
    },
    "url_decode": Filter { input, _, _ throws(LiquidError) in
      input.isNull ? .null : .string(input.text.formDecoded())
    },
    "base64_encode": .text { Base64.encode(Array($0.utf8), Base64.standard, padded: true) },
    "base64_url_safe_encode": .text { Base64.encode(Array($0.utf8), Base64.urlSafe, padded: true) },
    "base64_decode": Filter { input, _, _ throws(LiquidError) in
      try decode(input, Base64.standard)
    },
    "base64_url_safe_decode": Filter { input, _, _ throws(LiquidError) in
      try decode(input, Base64.urlSafe)
    },
  ]

  private static func decode(
    _ input: LiquidValue, _ alphabet: [UInt8]
  ) throws(LiquidError) -> LiquidValue {
    guard let bytes = Base64.decode(Array(input.text.utf8), alphabet) else {
      throw LiquidError(.argument, "\(input.inspected) is not base64")
    }
    return .string(String(decoding: bytes, as: UTF8.self))
  }
}

extension String {
  /// As forms encode it: a blank is `+`, all but letters, digits and `-_.~` is `%XX`.
  func formEncoded() -> String {
    var result: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "~"):
        result.append(byte)
      case 0x20: result.append(UInt8(ascii: "+"))
      default: result += [UInt8(ascii: "%"), Self.hex[Int(byte >> 4)], Self.hex[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What forms encoded so; a `%` without two digits stays.
  func formDecoded() -> String {
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
        let high = Self.hexValue(bytes[place + 1]), let low = Self.hexValue(bytes[place + 2])
      {
        result.append(high << 4 | low)
        place += 3
      } else {
        result.append(bytes[place] == UInt8(ascii: "+") ? 0x20 : bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let hex = Array("0123456789ABCDEF".utf8)

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
    default: nil
    }
  }
}

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
