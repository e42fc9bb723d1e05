/// A tag of a shortcode, as Hugo or Zola write it.
struct ShortcodeTag: Sendable, Hashable {
  /// What a tag does.
  enum Kind: Sendable {
    /// It stands alone, or opens one whose closing tag is elsewhere.
    case opening
    case closing
    /// It stands alone and is marked so.
    case selfClosing
    /// Not a tag but its escaped form, which means its own text.
    case escaped
  }

  /// Where it stands in the text.
  var range: Range<Int>
  var kind: Kind
  var name: String
  /// Whether it needs a closing tag: Zola's with a body.
  var hasBody = false
  /// The arguments without names, in order.
  var positional: [String] = []
  /// The others, by their names.
  var named: [String: String] = [:]
  /// Of an escaped tag, the text that it stands for.
  var text = ""

  /// The argument of a name, or of a place where there are only such.
  func argument(_ name: String, at place: Int? = nil) -> String? {
    if let value = named[name] { return value.isEmpty ? nil : value }
    guard let place, named.isEmpty, place < positional.count else { return nil }
    return positional[place].isEmpty ? nil : positional[place]
  }

  /// The first of several names that has a value.
  func argument(_ names: [String], at place: Int? = nil) -> String? {
    for name in names {
      if let value = argument(name) { return value }
    }
    return names.first.flatMap { argument($0, at: place) }
  }
}

/// Text that is read from its beginning to find tags in it.
struct ShortcodeCursor {
  let text: [UInt8]
  var position: Int
  /// Quotation marks that nothing closes from some place on: not looked for again.
  private var unclosed: Set<UInt8> = []

  init(_ text: [UInt8]) {
    self.text = text
    position = 0
  }

  func starts(with bytes: some Collection<UInt8>) -> Bool {
    text[min(position, text.count)...].starts(with: bytes)
  }

  mutating func skip(_ bytes: some Collection<UInt8>) -> Bool {
    guard starts(with: bytes) else { return false }
    position += bytes.count
    return true
  }

  mutating func skipBlanks() {
    while position < text.count, text[position] <= 0x20 { position += 1 }
  }

  /// Letters, digits and what names of shortcodes have besides.
  mutating func name() -> String {
    let start = position
    while position < text.count {
      switch text[position] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "_"), UInt8(ascii: "."):
        position += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"):
        // A slash may also close the tag.
        guard position > start, position + 1 < text.count, text[position + 1] > 0x20,
          text[position + 1] != UInt8(ascii: ">"), text[position + 1] != UInt8(ascii: "%")
        else { return string(start..<position) }
        position += 1
      default: return string(start..<position)
      }
    }
    return string(start..<position)
  }

  /// A text between quotation marks, if one begins here; only some have escapes in them.
  mutating func quoted() -> String? {
    guard position < text.count else { return nil }
    let mark = text[position]
    guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") || mark == UInt8(ascii: "`"),
      !unclosed.contains(mark)
    else { return nil }
    var bytes: [UInt8] = []
    var index = position + 1
    while index < text.count {
      if text[index] == mark {
        position = index + 1
        return String(decoding: bytes, as: UTF8.self)
      }
      if mark == UInt8(ascii: "\""), text[index] == UInt8(ascii: "\\"), index + 1 < text.count {
        index += 1
        switch text[index] {
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(text[index])
        default: bytes += [UInt8(ascii: "\\"), text[index]]
        }
      } else {
        bytes.append(text[index])
      }
      index += 1
    }
    unclosed.insert(mark)
    return nil
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
