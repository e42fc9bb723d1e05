extension Filter {
  /// Filters that encode and decode.
  static let encoding: [String: Filter] = [
    "url_encode": Filter { input, _, context throws(LiquidError) in
      input.isNull ? .null : .string(try context.string(of: input).formEncoded())
    },
    "url_decode": Filter { input, _, context throws(LiquidError) in
      input.isNull ? .null : .string(try context.string(of: input).formDecoded())
    },
    "base64_encode": .text { Base64.encode(Array($0.utf8), Base64.standard, padded: true) },
    "base64_url_safe_encode": .text { Base64.encode(Array($0.utf8), Base64.urlSafe, padded: true) },
    "base64_decode": Filter { input, _, context throws(LiquidError) in
      try decode(.string(try context.string(of: input)), Base64.standard)
    },
    "base64_url_safe_decode": Filter { input, _, context throws(LiquidError) in
      try decode(.string(try context.string(of: input)), Base64.urlSafe)
    },
  ]

  private static func decode(
    _ input: LiquidValue, _ alphabet: [UInt8]
  ) throws(LiquidError) -> LiquidValue {
    guard let bytes = Base64.decode(Array(input.string.utf8), alphabet) else {
      throw LiquidError(.argument, "\(input.shown) is not base64")
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
