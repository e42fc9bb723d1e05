/// JSON as pages have it: wrapped in comments, with line breaks in strings and commas too many.
indirect enum LooseJSON: Sendable {
  case object([(key: String, value: LooseJSON)])
  case array([LooseJSON])
  case string(String)
  case number(String)
  case bool(Bool)
  case null

  /// Reads what there is; several values one after the other become an array. `nil` where nothing
  /// can be read.
  init?(_ text: ArraySlice<UInt8>) {
    var reader = Reader(text)
    var values: [LooseJSON] = []
    while values.count < 64, reader.skipToValue(), let value = reader.value(depth: 0) {
      values.append(value)
    }
    guard let first = values.first else { return nil }
    self = values.count == 1 ? first : .array(values)
  }

  /// The value that a text begins with, and where what follows begins.
  static func first(in text: ArraySlice<UInt8>) -> (value: LooseJSON, end: Int)? {
    var reader = Reader(text)
    return reader.value(depth: 0).map { ($0, reader.index) }
  }

  /// The value of a key.
  subscript(key: String) -> LooseJSON? {
    guard case .object(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The elements of an array, or the value alone.
  var elements: [LooseJSON] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }

  /// The text of a string or number, or of the first of an array.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text.isEmpty ? nil : text
    case .array(let elements): elements.lazy.compactMap(\.text).first
    case .object: self["@value"]?.text
    default: nil
    }
  }

  // MARK: - Reading

  private struct Reader {
    private let bytes: ArraySlice<UInt8>
    private let end: Int
    private(set) var index: Int
    private static let deepest = 64

    init(_ bytes: ArraySlice<UInt8>) {
      self.bytes = bytes
      end = bytes.endIndex
      index = bytes.startIndex
    }

    /// Goes on to a brace or bracket.
    mutating func skipToValue() -> Bool {
      while index < end {
        if bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[") {
          // `<![CDATA[` opens nothing.
          if index - bytes.startIndex >= 8,
            bytes[(index - 8)..<index].elementsEqual("<![CDATA".utf8)
          {
            index += 1
            continue
          }
          if index - bytes.startIndex >= 2, bytes[index - 1] == UInt8(ascii: "!"),
            bytes[index - 2] == UInt8(ascii: "<")
          {
            index += 1
            continue
          }
          return true
        }
        index += 1
      }
      return false
    }

    mutating func value(depth: Int) -> LooseJSON? {
      skipBlanks()
      guard index < end, depth < Self.deepest else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "{"): return object(depth: depth)
      case UInt8(ascii: "["): return array(depth: depth)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(string())
      default: return word()
      }
    }

    private mutating func object(depth: Int) -> LooseJSON {
      index += 1
      var entries: [(key: String, value: LooseJSON)] = []
      while true {
        skipBlanksAndCommas()
        guard index < end else { break }
        if bytes[index] == UInt8(ascii: "}") {
          index += 1
          break
        }
        let key: String
        if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
          key = string()
        } else if case .string(let word)? = word() {
          key = word
        } else {
          break
        }
        skipBlanks()
        guard index < end, bytes[index] == UInt8(ascii: ":") else { continue }
        index += 1
        guard let value = value(depth: depth + 1) else { break }
        entries.append((key, value))
      }
      return .object(entries)
    }

    private mutating func array(depth: Int) -> LooseJSON {
      index += 1
      var elements: [LooseJSON] = []
      while true {
        skipBlanksAndCommas()
        guard index < end else { break }
        if bytes[index] == UInt8(ascii: "]") {
          index += 1
          break
        }
        if bytes[index] == UInt8(ascii: "}") || bytes[index] == UInt8(ascii: ":") { break }
        guard let value = value(depth: depth + 1) else { break }
        elements.append(value)
      }
      return .array(elements)
    }

    private mutating func string() -> String {
      let quote = bytes[index]
      index += 1
      var text: [UInt8] = []
      while index < end, bytes[index] != quote {
        let byte = bytes[index]
        index += 1
        guard byte == UInt8(ascii: "\\"), index < end else {
          text.append(byte < 0x20 && byte != 0x0A ? 0x20 : byte)
          continue
        }
        let escaped = bytes[index]
        index += 1
        switch escaped {
        case UInt8(ascii: "n"), UInt8(ascii: "r"): text.append(0x0A)
        case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        case UInt8(ascii: "u"): text += scalar()
        default: text.append(escaped)
        }
      }
      index += 1
      return String(decoding: text, as: UTF8.self)
    }

    private mutating func scalar() -> [UInt8] {
      var value = hex()
      if (0xD800..<0xDC00).contains(value), index + 1 < end,
        bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
      {
        index += 2
        let low = hex()
        if (0xDC00..<0xE000).contains(low) {
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
      }
      guard let scalar = Unicode.Scalar(value), value != 0 else { return [] }
      return Array(String(Character(scalar)).utf8)
    }

    private mutating func hex() -> UInt32 {
      var value: UInt32 = 0
      for _ in 0..<4 where index < end {
        guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { break }
        value = value << 4 | UInt32(digit)
        index += 1
      }
      return value
    }

    /// A number, `true`, `false`, `null`, or a name without quotation marks.
    private mutating func word() -> LooseJSON? {
      let start = index
      while index < end {
        let byte = bytes[index]
        guard
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "$")
        else { break }
        index += 1
      }
      guard index > start else { return nil }
      let word = String(decoding: bytes[start..<index], as: UTF8.self)
      switch word {
      case "true": return .bool(true)
      case "false": return .bool(false)
      case "null", "undefined": return .null
      default:
        let isNumber = bytes[start] <= UInt8(ascii: "9")
        return isNumber ? .number(word) : .string(word)
      }
    }

    private mutating func skipBlanks() {
      while index < end {
        if bytes[index] <= 0x20 {
          index += 1
        } else if bytes[index] == UInt8(ascii: "/"), index + 1 < end,
          bytes[index + 1] == UInt8(ascii: "*")
        {
          index += 2
          while index + 1 < end,
            !(bytes[index] == UInt8(ascii: "*") && bytes[index + 1] == UInt8(ascii: "/"))
          {
            index += 1
          }
          index = min(index + 2, end)
        } else {
          return
        }
      }
    }

    private mutating func skipBlanksAndCommas() {
      while true {
        skipBlanks()
        guard index < end, bytes[index] == UInt8(ascii: ",") else { return }
        index += 1
      }
    }
  }
}
