/// Reads `key="value"` pairs, where a value may also be in single quotes or a variable.
struct IncludeParameters {
  private let bytes: ArraySlice<UInt8>
  private var place: Int
  /// Whether something was there that is no pair.
  private(set) var skipped = false

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  mutating func next() -> (key: String, value: (text: String, isQuoted: Bool))? {
    while true {
      skipBlanks()
      if place >= bytes.endIndex { return nil }
      let start = place
      while place < bytes.endIndex, Self.isName(bytes[place]) { place += 1 }
      let key = String(decoding: bytes[start..<place], as: UTF8.self)
      skipBlanks()
      guard !key.isEmpty, place < bytes.endIndex, bytes[place] == UInt8(ascii: "=") else {
        skipped = true
        if place == start { place += 1 }
        continue
      }
      place += 1
      skipBlanks()
      if let value = value() { return (key, value) }
      skipped = true
    }
  }

  private mutating func value() -> (text: String, isQuoted: Bool)? {
    guard place < bytes.endIndex else { return nil }
    let quote = bytes[place]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      var text: [UInt8] = []
      var end = place + 1
      while end < bytes.endIndex, bytes[end] != quote {
        // Only the quote itself loses its backslash.
        if bytes[end] == UInt8(ascii: "\\"), end + 1 < bytes.endIndex {
          if bytes[end + 1] != quote { text.append(bytes[end]) }
          end += 1
        }
        text.append(bytes[end])
        end += 1
      }
      guard end < bytes.endIndex else {
        place = bytes.endIndex
        return nil
      }
      place = end + 1
      return (String(decoding: text, as: UTF8.self), true)
    }
    let start = place
    while place < bytes.endIndex, bytes[place] > 0x20 { place += 1 }
    return (String(decoding: bytes[start..<place], as: UTF8.self), false)
  }

  private mutating func skipBlanks() {
    while place < bytes.endIndex, bytes[place] <= 0x20 { place += 1 }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: byte >= 0x80
    }
  }
}
