/// The parts of an SVG file, in order: enough of XML to read what drawing programs write.
struct SVGTokens {
  /// One part.
  enum Token {
    /// `<name …>` or `<name …/>`.
    case start(name: String, attributes: [(name: String, value: String)], isEmpty: Bool)
    /// `</name>`.
    case end(name: String)
    /// Text, its references resolved.
    case text(String)
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Why there is no further token.
  enum End { case complete, broken }

  /// The next part, or how it ended.
  mutating func next() -> (token: Token?, end: End) {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return (text(), .complete) }
      if starts("<!--") {
        guard skip(past: "-->") else { return (nil, .broken) }
      } else if starts("<![CDATA[") {
        let start = position + 9
        guard skip(past: "]]>") else { return (nil, .broken) }
        return (.text(string(start..<position - 3)), .complete)
      } else if starts("<?") {
        guard skip(past: "?>") else { return (nil, .broken) }
      } else if starts("<!") {
        guard skipDeclaration() else { return (nil, .broken) }
      } else if starts("</") {
        position += 2
        let name = name()
        guard skip(past: ">") else { return (nil, .broken) }
        return (.end(name: name), .complete)
      } else {
        guard let token = startTag() else { return (nil, .broken) }
        return (token, .complete)
      }
    }
    return (nil, .complete)
  }

  private func starts(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return bytes[position...].starts(with: wanted)
  }

  private mutating func skip(past text: StaticString) -> Bool {
    while position < bytes.count {
      if starts(text) {
        position += text.utf8CodeUnitCount
        return true
      }
      position += 1
    }
    return false
  }

  /// `<!DOCTYPE … [ … ]>`: what it declares is not known here.
  private mutating func skipDeclaration() -> Bool {
    var brackets = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"): brackets -= 1
      case UInt8(ascii: ">") where brackets <= 0: return true
      default: break
      }
    }
    return false
  }

  private mutating func text() -> Token {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    return .text(resolved(start..<position) ?? "")
  }

  private mutating func name() -> String {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case 0...0x20, UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "<"):
        return string(start..<position)
      default: position += 1
      }
    }
    return string(start..<position)
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private mutating func startTag() -> Token? {
    position += 1
    let name = name()
    guard !name.isEmpty else { return nil }
    var attributes: [(name: String, value: String)] = []
    while true {
      skipBlanks()
      guard position < bytes.count else { return nil }
      switch bytes[position] {
      case UInt8(ascii: ">"):
        position += 1
        return .start(name: name, attributes: attributes, isEmpty: false)
      case UInt8(ascii: "/"):
        position += 1
        guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else { return nil }
        position += 1
        return .start(name: name, attributes: attributes, isEmpty: true)
      default:
        let key = self.name()
        skipBlanks()
        guard !key.isEmpty, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "=") else {
          return nil
        }
        position += 1
        skipBlanks()
        guard position < bytes.count else { return nil }
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != quote { position += 1 }
        guard position < bytes.count else { return nil }
        // One whose references mean nothing here is left out.
        if let value = resolved(start..<position) { attributes.append((key, value)) }
        position += 1
      }
    }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Text with its character references resolved, or `nil` for one that is declared elsewhere.
  private func resolved(_ range: Range<Int>) -> String? {
    let raw = string(range)
    guard raw.utf8.contains(UInt8(ascii: "&")) else { return raw }
    var result = ""
    var rest = raw[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      let tail = rest[rest.index(after: mark)...]
      guard let end = tail.firstIndex(of: ";") else { return nil }
      let name = tail[..<end]
      switch name {
      case "amp": result += "&"
      case "lt": result += "<"
      case "gt": result += ">"
      case "quot": result += "\""
      case "apos": result += "'"
      case _ where name.hasPrefix("#"):
        let digits = name.dropFirst()
        let isHex = digits.first == "x"
        guard let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10),
          let scalar = Unicode.Scalar(value)
        else { return nil }
        result.unicodeScalars.append(scalar)
      default: return nil
      }
      rest = tail[tail.index(after: end)...]
    }
    return result + rest
  }
}
