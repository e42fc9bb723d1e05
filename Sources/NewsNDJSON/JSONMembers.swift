internal import NewsModel

/// The members of one JSON object, one after the other, their values as they lie there.
///
/// A line has a page of a megabyte in one member and some words in others: what is not wanted is not
/// parsed, and what is wanted is parsed once.
struct JSONMembers {
  /// A member: its key, and where its value lies.
  struct Member {
    var key: String
    var value: Range<Int>
  }

  private let bytes: [UInt8]
  private var position: Int
  private var isFirst = true
  /// The key of a member whose value was not met whole.
  private(set) var unfinishedKey: String?

  /// - Throws: ``ConversionError`` (`badInput`) for what is no object.
  init(_ bytes: [UInt8]) throws(ConversionError) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    skipBlanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "{") else {
      throw ConversionError(.badInput, "the line is no JSON object")
    }
    position += 1
  }

  /// The next member; `nil` at the end of the object.
  mutating func next() throws(ConversionError) -> Member? {
    skipBlanks()
    if take(UInt8(ascii: "}")) {
      skipBlanks()
      if position < bytes.count { throw error("something follows the end") }
      return nil
    }
    if !isFirst {
      guard take(UInt8(ascii: ",")) else { throw error("',' or '}' was expected") }
      skipBlanks()
    }
    isFirst = false
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      throw error("a key in quotes was expected")
    }
    let start = position
    try skipString()
    let key = try Self.key(bytes[start..<position])
    skipBlanks()
    guard take(UInt8(ascii: ":")) else { throw error("':' was expected") }
    skipBlanks()
    let value = position
    unfinishedKey = key
    try skipValue()
    unfinishedKey = nil
    return Member(key: key, value: value..<position)
  }

  /// Parses a value.
  func parsed(_ value: Range<Int>) throws(ConversionError) -> JSONValue {
    var parsing: ConversionError
    do throws(ConversionError) {
      return try JSONValue(parsing: bytes[value])
    } catch {
      parsing = error
    }
    parsing.line = nil
    throw parsing
  }

  /// The first byte of a value.
  func first(of value: Range<Int>) -> UInt8? { value.isEmpty ? nil : bytes[value.lowerBound] }

  private static func key(_ quoted: ArraySlice<UInt8>) throws(ConversionError) -> String {
    if !quoted.contains(UInt8(ascii: "\\")) {
      return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
    }
    return try JSONValue(parsing: quoted).string ?? ""
  }

  private mutating func skipBlanks() {
    while position < bytes.count,
      bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position])
    {
      position += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipValue() throws(ConversionError) {
    guard position < bytes.count else { throw error("the text ends too early") }
    switch bytes[position] {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "{"), UInt8(ascii: "["): try skipContainer()
    default:
      let start = position
      while position < bytes.count, Self.isOfScalar(bytes[position]) { position += 1 }
      if position == start { throw error("a value was expected") }
      _ = try JSONValue(parsing: bytes[start..<position])
    }
  }

  /// Letters, digits and signs: what numbers, `true`, `false` and `null` are made of.
  private static func isOfScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x41...0x5A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }

  private mutating func skipString() throws(ConversionError) {
    let end: Int? = bytes.withUnsafeBufferPointer { bytes in
      var place = position + 1
      while place < bytes.count {
        if bytes[place] == UInt8(ascii: "\"") { return place + 1 }
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      return nil
    }
    guard let end, end <= bytes.count else { throw error("the text ends within a string") }
    position = end
  }

  /// By brackets alone: whether all of it is JSON shows where it is parsed.
  private mutating func skipContainer() throws(ConversionError) {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        try skipString()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      position += 1
      if depth == 0 { return }
    }
    throw error("the text ends too early")
  }

  private func error(_ message: String) -> ConversionError {
    ConversionError(.badInput, "the line is no JSON: \(message) at byte \(position)")
  }
}
