import NewsModel

/// The type of a plain YAML scalar, as Jekyll's YAML library decides it.
///
/// YAML 1.1 with Ruby's customs (Psych's `ScalarScanner`): `yes`, `on`, `no`, `off` are truth
/// values but `y` and `n` are not, numbers may hold `_` and `,`, `0x`, `0b` and a leading `0`
/// choose the base, `1:30` counts in sixties, and dates and times are recognised.
enum YAMLScalar {
  /// The value of a scalar written without quotes.
  static func value(of text: String) -> MetadataValue {
    guard let first = text.utf8.first else { return .null }
    // Numbers, dates, infinities begin with a digit, a sign or a dot, and a few words are left.
    let isNumeric =
      (first >= 0x30 && first <= 0x39) || first == 0x2D || first == 0x2B || first == 0x2E
    if !isNumeric { return word(text, first) }
    let bytes = Array(text.utf8)
    if bytes.contains(0x0A) { return .string(text) }
    if bytes.count >= 8, let timestamp = timestamp(bytes) { return .timestamp(timestamp) }
    if let special = infinity(bytes) { return .number(special) }
    if let integer = integer(bytes) { return integer }
    if let number = sexagesimal(bytes) { return number }
    if let number = float(bytes) { return .number(number) }
    return .string(text)
  }

  private static func word(_ text: String, _ first: UInt8) -> MetadataValue {
    guard text.utf8.count <= 5 else { return .string(text) }
    // What the words below begin with.
    switch first {
    case UInt8(ascii: "~"): return text.utf8.count == 1 ? .null : .string(text)
    case UInt8(ascii: "n"), UInt8(ascii: "y"), UInt8(ascii: "t"), UInt8(ascii: "o"),
      UInt8(ascii: "f"), UInt8(ascii: "N"), UInt8(ascii: "Y"), UInt8(ascii: "T"),
      UInt8(ascii: "O"), UInt8(ascii: "F"):
      break
    default: return .string(text)
    }
    switch text.lowercased() {
    case "null": return .null
    case "yes", "true", "on": return .bool(true)
    case "no", "false", "off": return .bool(false)
    default: return .string(text)
    }
  }

  private static func infinity(_ bytes: [UInt8]) -> Double? {
    guard bytes.count == 4 || bytes.count == 5 else { return nil }
    return switch String(decoding: bytes, as: UTF8.self).lowercased() {
    case ".inf", "+.inf": .infinity
    case "-.inf": -.infinity
    case ".nan": .nan
    default: nil
    }
  }

  private static func integer(_ bytes: [UInt8]) -> MetadataValue? {
    var position = 0
    let isNegative = bytes[0] == 0x2D
    if bytes[0] == 0x2D || bytes[0] == 0x2B { position = 1 }
    guard position < bytes.count, isDigit(bytes[position]) else { return nil }
    var radix = 10
    if bytes[position] == 0x30, position + 1 < bytes.count {
      switch bytes[position + 1] {
      case 0x78: (radix, position) = (16, position + 2)
      case 0x62: (radix, position) = (2, position + 2)
      default: (radix, position) = (8, position + 1)
      }
    }
    var digits: [UInt8] = isNegative ? [0x2D] : []
    let firstDigit = digits.count
    for (index, byte) in bytes[position...].enumerated() {
      switch byte {
      case 0x5F, 0x2C:
        // Within base ten a digit must follow a separator.
        if radix == 10 {
          let next = position + index + 1
          guard next < bytes.count, isDigit(bytes[next]) else { return nil }
        }
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: digits.append(byte)
      default: return nil
      }
    }
    guard digits.count > firstDigit else { return nil }
    if let value = Int(String(decoding: digits, as: UTF8.self), radix: radix) {
      return .integer(value)
    }
    // Too long for a machine integer: kept to the letter rather than rounded.
    guard digits.allSatisfy({ isDigit($0) || $0 == 0x2D }), radix == 10 else { return nil }
    return .string(String(decoding: bytes, as: UTF8.self))
  }

  /// `1:30` and `1:30:15.5`, which YAML 1.1 counts in sixties.
  private static func sexagesimal(_ bytes: [UInt8]) -> MetadataValue? {
    guard bytes.contains(0x3A) else { return nil }
    let isNegative = bytes[0] == 0x2D
    let start = isNegative || bytes[0] == 0x2B ? 1 : 0
    let parts = bytes[start...].split(separator: 0x3A, omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var whole = 0
    var fraction: Double?
    for (index, part) in parts.enumerated() {
      var digits = part
      if index == parts.count - 1, let dot = part.firstIndex(of: 0x2E) {
        digits = part[..<dot]
        let rest = part[(dot + 1)...].filter { $0 != 0x5F }
        guard rest.allSatisfy(isDigit) else { return nil }
        fraction = Double("0." + String(decoding: rest, as: UTF8.self)) ?? 0
      }
      if index == 0 { digits = ArraySlice(digits.filter { $0 != 0x5F }) }
      guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(isDigit),
        let number = Int(String(decoding: digits, as: UTF8.self)), index == 0 || number < 60
      else { return nil }
      // Psych counts the first part as hours even where there are only two.
      whole += number * [3600, 60, 1][index]
    }
    if let fraction {
      let value = Double(whole) + fraction
      return .number(isNegative ? -value : value)
    }
    return .integer(isNegative ? -whole : whole)
  }

  private static func float(_ bytes: [UInt8]) -> Double? {
    var position = 0
    if bytes[0] == 0x2D || bytes[0] == 0x2B { position = 1 }
    var digits = [UInt8](bytes[..<position])
    func isAllowed(_ byte: UInt8) -> Bool { isDigit(byte) || byte == 0x5F || byte == 0x2C }
    let wholeStart = position
    while position < bytes.count, isAllowed(bytes[position]) {
      if isDigit(bytes[position]) { digits.append(bytes[position]) }
      position += 1
    }
    if position == wholeStart {
      digits.append(0x30)
    } else if !isDigit(bytes[wholeStart]) {
      return nil
    }
    guard position < bytes.count, bytes[position] == 0x2E else { return nil }
    position += 1
    let fractionStart = position
    digits.append(0x2E)
    while position < bytes.count, isDigit(bytes[position]) {
      digits.append(bytes[position])
      position += 1
    }
    if position == fractionStart {
      // A dot alone is text.
      if fractionStart - wholeStart == 1 { return nil }
      digits.append(0x30)
    }
    if position < bytes.count {
      guard bytes[position] | 0x20 == 0x65, position + 2 < bytes.count,
        bytes[position + 1] == 0x2B || bytes[position + 1] == 0x2D,
        bytes[(position + 2)...].allSatisfy(isDigit)
      else { return nil }
      digits += bytes[position...]
    }
    return Double(String(decoding: digits, as: UTF8.self))
  }

  /// A date, or a time as `2021-03-04 20:00:00 +01:00`: seconds and a four-digit year required.
  private static func timestamp(_ bytes: [UInt8]) -> Timestamp? {
    var position = 0
    func number(_ widths: ClosedRange<Int>) -> Int? {
      var value = 0
      let start = position
      while position < bytes.count, isDigit(bytes[position]), position - start < widths.upperBound {
        value = value * 10 + Int(bytes[position] - 0x30)
        position += 1
      }
      return widths.contains(position - start) ? value : nil
    }
    func skip(_ byte: UInt8) -> Bool {
      guard position < bytes.count, bytes[position] == byte else { return false }
      position += 1
      return true
    }
    func skipBlanks() -> Bool {
      let start = position
      while position < bytes.count, FrontMatter.isBlank(bytes[position]) { position += 1 }
      return position > start
    }
    guard let year = number(4...4), skip(0x2D), let month = number(1...2), skip(0x2D),
      let day = number(1...2)
    else { return nil }
    if position == bytes.count { return Timestamp(year: year, month: month, day: day) }
    guard skip(0x54) || skip(0x74) || skipBlanks(), let hour = number(1...2), skip(0x3A),
      let minute = number(2...2), skip(0x3A), let second = number(2...2)
    else { return nil }
    var time = Timestamp.Time(hour: hour, minute: minute, second: second)
    if skip(0x2E) {
      var unit = 100_000_000
      while position < bytes.count, isDigit(bytes[position]) {
        time.nanosecond += Int(bytes[position] - 0x30) * unit
        unit /= 10
        position += 1
      }
    }
    _ = skipBlanks()
    if position < bytes.count {
      if skip(0x5A) {
        time.offset = 0
      } else {
        guard bytes[position] == 0x2B || bytes[position] == 0x2D else { return nil }
        let sign = bytes[position] == 0x2B ? 1 : -1
        position += 1
        guard let hours = number(1...2) else { return nil }
        let hasColon = skip(0x3A)
        let minutes =
          position == bytes.count && !hasColon ? 0 : number(2...2) ?? (hasColon ? 0 : -1)
        guard minutes >= 0 else { return nil }
        time.offset = sign * (hours * 3600 + minutes * 60)
      }
      guard position == bytes.count else { return nil }
    }
    return Timestamp(year: year, month: month, day: day, time: time)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
