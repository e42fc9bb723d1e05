/// A place in the markup of a tag or output, reading on from there.
///
/// Works on bytes. What Liquid's own lenient parser skips is skipped here as well and counted in
/// ``skipped``, for the caller to complain about.
public struct MarkupCursor: Sendable {
  let bytes: [UInt8]
  var place: Int
  let end: Int
  /// Whether something was skipped that the language does not allow there.
  public internal(set) var skipped = false

  /// Starts at the beginning of a piece of markup.
  public init(_ markup: ArraySlice<UInt8>) {
    bytes = Array(markup)
    place = 0
    end = bytes.count
  }

  /// Starts at the beginning of a text.
  public init(_ text: String) {
    bytes = Array(text.utf8)
    place = 0
    end = bytes.count
  }

  /// The byte here; 0 at the end.
  @inline(__always) var byte: UInt8 { place < end ? bytes[place] : 0 }

  @inline(__always) func peek(_ distance: Int) -> UInt8 {
    place + distance < end ? bytes[place + distance] : 0
  }

  /// Goes past white space.
  public mutating func skipBlanks() {
    while place < end, bytes[place].isLiquidSpace { place += 1 }
  }

  /// Whether nothing but white space is left; goes past it.
  public mutating func isAtEnd() -> Bool {
    skipBlanks()
    return place >= end
  }

  /// Goes past white space and a byte, if the byte comes next.
  public mutating func take(_ ascii: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard place < end, bytes[place] == UInt8(ascii: ascii) else { return false }
    place += 1
    return true
  }

  /// Goes past white space and a word, if exactly that word comes next.
  public mutating func take(word: StaticString) -> Bool {
    skipBlanks()
    let count = word.utf8CodeUnitCount
    guard place + count <= end,
      !(place + count < end
        && (bytes[place + count].isLiquidWord || bytes[place + count] == UInt8(ascii: "-")))
    else { return false }
    for index in 0..<count where bytes[place + index] != word.utf8Start[index] { return false }
    place += count
    return true
  }

  /// A name: letters, digits, `_`, `-`, and perhaps a `?` at its end.
  public mutating func name() -> String? {
    skipBlanks()
    guard place < end, bytes[place].isLiquidWord else { return nil }
    let start = place
    while place < end, bytes[place].isLiquidWord || bytes[place] == UInt8(ascii: "-") { place += 1 }
    if byte == UInt8(ascii: "?") { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// The name of a variable to set, which may hold anything that a path to one holds.
  ///
  /// What stands before it is passed over: `/dev/null` sets `dev`.
  mutating func target() -> String? {
    func belongs(_ byte: UInt8) -> Bool {
      byte.isLiquidWord || "-.[]()".utf8.contains(byte)
    }
    skipBlanks()
    while place < end, !belongs(bytes[place]), bytes[place] != UInt8(ascii: "=") { place += 1 }
    let start = place
    while place < end, belongs(bytes[place]) { place += 1 }
    return place > start ? String(decoding: bytes[start..<place], as: UTF8.self) : nil
  }

  /// A name of word characters alone, as filters have.
  mutating func plainName() -> String? {
    skipBlanks()
    let start = place
    while place < end, bytes[place].isLiquidWord { place += 1 }
    return place > start ? String(decoding: bytes[start..<place], as: UTF8.self) : nil
  }

  /// A name with a colon after it, as named arguments have; stays where it is if there is none.
  public mutating func label() -> String? {
    let start = place
    if let name = plainName(), take(":") { return name }
    place = start
    return nil
  }

  /// A string in single or double quotes, without them.
  public mutating func quoted() -> String? {
    skipBlanks()
    guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
      let close = bytes[(place + 1)..<end].firstIndex(of: byte)
    else { return nil }
    defer { place = close + 1 }
    return String(decoding: bytes[(place + 1)..<close], as: UTF8.self)
  }

  /// The bytes up to white space, with quoted parts kept whole.
  public mutating func fragment() -> String? {
    skipBlanks()
    let start = place
    while place < end, !bytes[place].isLiquidSpace {
      skipUnit()
    }
    return place > start ? String(decoding: bytes[start..<place], as: UTF8.self) : nil
  }

  /// All that is left.
  public mutating func rest() -> String {
    defer { place = end }
    return String(decoding: bytes[min(place, end)..<end], as: UTF8.self)
  }

  /// Goes past one byte, or past a whole quoted string.
  mutating func skipUnit() {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), quoted() != nil { return }
    place += 1
  }

  /// Goes to the next byte of a kind outside quotes, or to the end; notes what it skips.
  mutating func skip(to isStop: (UInt8) -> Bool) {
    skipBlanks()
    while place < end, !isStop(bytes[place]) {
      if !bytes[place].isLiquidSpace { skipped = true }
      skipUnit()
    }
  }
}
