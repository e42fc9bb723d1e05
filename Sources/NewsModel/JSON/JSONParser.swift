/// Parses JSON without recursion.
struct JSONParser {
  /// Deeper than any article that readers make, and shallow enough to decode on a small stack.
  static let depthLimit = 1000

  private let bytes: ContiguousArray<UInt8>
  private var position = 0
  /// Arrays and objects begun and not ended.
  private var open: [Container] = []

  /// An array, or an object with the key whose value is due. It grows where it stands: a copy made to
  /// grow would make the time quadratic.
  private struct Container {
    var key: String?
    var elements: [JSONValue] = []
    var members: [JSONValue.Member] = []
  }

  init(bytes: ContiguousArray<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func parse() throws(ConversionError) -> JSONValue {
    while true {
      guard var value = try valueOrOpening() else { continue }
      // A finished value ends as many containers as closing brackets follow it.
      finishing: while true {
        guard !open.isEmpty else {
          skipBlanks()
          guard position == bytes.count else { throw error("something follows the end") }
          return value
        }
        switch try add(value) {
        case .some(let container): value = container
        case .none: break finishing
        }
      }
    }
  }

  /// A scalar or an empty container; `nil` where a container was opened.
  private mutating func valueOrOpening() throws(ConversionError) -> JSONValue? {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "{"):
      position += 1
      if skip(UInt8(ascii: "}")) { return .object([]) }
      try push(Container(key: try key()))
      return nil
    case UInt8(ascii: "["):
      position += 1
      if skip(UInt8(ascii: "]")) { return .array([]) }
      try push(Container())
      return nil
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), .some(0x30...0x39): return try number()
    case nil: throw error("the text ends too early")
    default: throw error("a value was expected")
    }
  }

  private mutating func push(_ container: Container) throws(ConversionError) {
    guard open.count < Self.depthLimit else {
      throw error("nested deeper than \(Self.depthLimit) levels")
    }
    open.append(container)
  }

  /// Adds a value to the innermost container; the container itself where that ended it.
  private mutating func add(_ value: JSONValue) throws(ConversionError) -> JSONValue? {
    let last = open.count - 1
    if let key = open[last].key {
      open[last].members.append(JSONValue.Member(key: key, value: value))
      if skip(UInt8(ascii: "}")) { return .object(open.removeLast().members) }
      guard skip(UInt8(ascii: ",")) else { throw error("',' or '}' was expected") }
      open[last].key = try self.key()
    } else {
      open[last].elements.append(value)
      if skip(UInt8(ascii: "]")) { return .array(open.removeLast().elements) }
      guard skip(UInt8(ascii: ",")) else { throw error("',' or ']' was expected") }
    }
    return nil
  }

  private mutating func key() throws(ConversionError) -> String {
    skipBlanks()
    guard peek == UInt8(ascii: "\"") else { throw error("a key in quotes was expected") }
    let key = try string()
    guard skip(UInt8(ascii: ":")) else { throw error("':' was expected") }
    return key
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(ConversionError) -> JSONValue {
    let end = position + word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { utf8 in
      end <= bytes.count && bytes[position..<end].elementsEqual(utf8)
    }
    guard matches else { throw error("a value was expected") }
    position = end
    return value
  }

  private mutating func number() throws(ConversionError) -> JSONValue {
    let start = position
    var isWhole = true
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"):
        isWhole = false
      default:
        return try number(start, isWhole: isWhole)
      }
      position += 1
    }
    return try number(start, isWhole: isWhole)
  }

  private func number(_ start: Int, isWhole: Bool) throws(ConversionError) -> JSONValue {
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw error("'\(text)' is no number")
    }
    return .number(number)
  }

  private mutating func string() throws(ConversionError) -> String {
    position += 1
    let start = position
    while let byte = peek {
      if byte == UInt8(ascii: "\"") {
        position += 1
        return String(decoding: bytes[start..<position - 1], as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(start) }
      position += 1
    }
    throw error("the text ends within a string")
  }

  /// The rest of a string in which an escape was met.
  private mutating func escapedString(_ start: Int) throws(ConversionError) -> String {
    var text = Array(bytes[start..<position])
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let escape = peek else { break }
        position += 1
        switch escape {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
        case UInt8(ascii: "u"): text += Array(String(Character(try scalar())).utf8)
        default: throw error("an unknown escape in a string")
        }
      default: text.append(byte)
      }
    }
    throw error("the text ends within a string")
  }

  /// What `\u` names; half a surrogate pair alone becomes U+FFFD.
  private mutating func scalar() throws(ConversionError) -> Unicode.Scalar {
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      let mark = position
      position += 2
      let second = try hexadecimal()
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
      position = mark
    }
    return "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(ConversionError) -> UInt32 {
    guard position + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits were expected") }
    position += 4
    return unit
  }

  private func error(_ message: String) -> ConversionError {
    let line = 1 + bytes[..<position].count { $0 == 0x0A }
    return ConversionError(.badInput, "not JSON: \(message)", line: line)
  }
}
