/// Finds what a style sheet, or a value of one, would load from elsewhere or run.
///
/// Reads CSS as its tokeniser does (CSS Syntax 3): comments and strings are told apart, escapes are
/// resolved in names and addresses (`@\69mport`), so that no spelling hides an address. Every
/// address is judged by ``SafeAddress``. Linear in the length of the text.
package struct StyleSheetCheck {
  /// What a style sheet must not hold.
  package struct Finding: Sendable, Hashable {
    /// The line, from 1.
    package var line: Int
    /// The rule's name or the address.
    package var what: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let place: SafeAddress.Place
  private var index = 0
  /// The functions and parentheses that are open, each with whether strings in it are addresses.
  private var open: [Bool] = []
  /// Within `@namespace`, whose address names something and loads nothing.
  private var isNamespace = false

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ place: SafeAddress.Place) {
    self.bytes = bytes
    self.place = place
  }

  /// The first thing that may not stand in a style sheet of a place; `nil` if there is none.
  package static func finding(in css: [UInt8], place: SafeAddress.Place) -> Finding? {
    css.withUnsafeBufferPointer { finding(in: $0, place: place) }
  }

  /// The same, of text.
  package static func finding(in css: String, place: SafeAddress.Place) -> Finding? {
    var css = css
    return css.withUTF8 { finding(in: $0, place: place) }
  }

  private static func finding(
    in css: UnsafeBufferPointer<UInt8>, place: SafeAddress.Place
  ) -> Finding? {
    // Values that call nothing and name no rule, such as most of a drawing's, load nothing.
    let isSuspect = css.contains {
      $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ":")
    }
    if !isSuspect { return nil }
    var check = StyleSheetCheck(css, place)
    guard let what = check.run() else { return nil }
    let line = css[..<check.index].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    return Finding(line: line, what: what)
  }

  private mutating func run() -> String? {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let text = string()
        if open.last == true, let refused = refused(text) { return refused }
      case UInt8(ascii: "@"):
        index += 1
        let name = name()
        // Whatever follows without being seen: no rule's name begins so but one.
        if name.utf8.starts(with: "import".utf8) { return "@import" }
        isNamespace = name == "namespace"
      case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        isNamespace = false
        // A block ends what was left open in it.
        if byte != UInt8(ascii: ";") { open.removeAll() }
        index += 1
      case UInt8(ascii: "("):
        open.append(open.last ?? false)
        index += 1
      case UInt8(ascii: ")"):
        _ = open.popLast()
        index += 1
      case _ where Self.beginsName(byte):
        if let refused = word() { return refused }
      default: index += 1
      }
    }
    return nil
  }

  private func peek(_ offset: Int) -> UInt8? {
    index + offset < bytes.count ? bytes[index + offset] : nil
  }

  // MARK: Words

  /// A name, with its parenthesis where it is a function's.
  private mutating func word() -> String? {
    let start = index
    let name = name()
    if index == start { index += 1 }
    // Old browsers run what these stand for.
    if name == "progid", peek(0) == UInt8(ascii: ":") { return "progid" }
    guard peek(0) == UInt8(ascii: "(") else { return nil }
    index += 1
    switch name {
    case "url":
      skipBlanks()
      if let quote = peek(0), quote != UInt8(ascii: "\""), quote != UInt8(ascii: "'") {
        return isNamespace ? nil : refused(unquotedAddress())
      }
      if peek(0) == nil { return "url(" }
      let text = string()
      open.append(true)
      return isNamespace ? nil : refused(text)
    case "src", "image-set", "-webkit-image-set", "image", "cross-fade", "-webkit-cross-fade":
      open.append(true)
    case "expression": return "expression("
    // What a variable holds would be an address there.
    case "var", "env", "attr":
      if open.last == true { return name + "(" }
      open.append(false)
    case "type", "format", "tech": open.append(false)
    default: open.append(open.last ?? false)
    }
    return nil
  }

  /// The address, unless it may stand here.
  private func refused(_ address: String) -> String? {
    if isNamespace { return nil }
    return SafeAddress(address, in: place) == nil || address.isEmpty ? address : nil
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "\\") || byte >= 0x80
  }

  /// A name in small letters, its escapes resolved.
  private mutating func name() -> String {
    var name: [UInt8] = []
    while let byte = peek(0) {
      if byte == UInt8(ascii: "\\") {
        guard escape(into: &name) else { break }
      } else if Self.beginsName(byte) || (0x30...0x39).contains(byte) {
        name.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        index += 1
      } else {
        break
      }
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Resolves an escape; `false` where a backslash is none, before a line's end.
  private mutating func escape(into text: inout [UInt8]) -> Bool {
    guard let next = peek(1), next != 0x0A, next != 0x0D, next != 0x0C else { return false }
    index += 1
    var value: UInt32 = 0
    var digits = 0
    while digits < 6, let byte = peek(0), let digit = AddressCharacter.hex(byte) {
      value = value << 4 | digit
      digits += 1
      index += 1
    }
    if digits == 0 {
      text.append(next)
      index += 1
      return true
    }
    if let byte = peek(0), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C {
      index += 1
    } else if peek(0) == 0x0D {
      index += peek(1) == 0x0A ? 2 : 1
    }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    text.append(contentsOf: String(Character(scalar ?? "\u{FFFD}")).utf8)
    return true
  }

  // MARK: Strings, addresses, comments

  /// What stands between quotes; a line's end ends it too.
  private mutating func string() -> String {
    guard let quote = peek(0) else { return "" }
    index += 1
    var text: [UInt8] = []
    while let byte = peek(0) {
      switch byte {
      case quote:
        index += 1
        return String(decoding: text, as: UTF8.self)
      case 0x0A, 0x0C, 0x0D: return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        if escape(into: &text) { continue }
        // A backslash joins lines.
        index += peek(1) == 0x0D && peek(2) == 0x0A ? 3 : 2
      default:
        text.append(byte)
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func unquotedAddress() -> String {
    var text: [UInt8] = []
    while let byte = peek(0), byte != UInt8(ascii: ")") {
      if byte == UInt8(ascii: "\\") {
        if escape(into: &text) { continue }
      }
      text.append(byte)
      index += 1
    }
    index = min(index + 1, bytes.count)
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while let byte = peek(0), byte <= 0x20 { index += 1 }
  }

  private mutating func skipComment() {
    index += 2
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        index += 2
        return
      }
      index += 1
    }
  }
}
