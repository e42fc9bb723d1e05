/// The value of a field with parameters, `text/html; charset=utf-8`, also in the pieces and encodings of
/// RFC 2231.
struct MailParameters: Sendable {
  /// What stands before the parameters, in small letters.
  private(set) var value: String
  private var parameters: [String: String] = [:]

  /// The value of a parameter.
  subscript(name: String) -> String? { parameters[name] }

  private struct Piece {
    var name: String
    var number: Int
    var isEncoded: Bool
    var value: [UInt8]
  }

  /// Takes a field's value apart.
  init(_ bytes: [UInt8]) {
    let semicolon = UInt8(ascii: ";")
    let head = bytes.prefix { $0 != semicolon }
    value = String(decoding: head.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
    var pieces: [Piece] = []
    var index = head.endIndex
    while index < bytes.count, pieces.count < 100 {
      index += 1
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "="), bytes[index] != semicolon {
        index += 1
      }
      let name = String(decoding: bytes[start..<index].filter { $0 > 0x20 }, as: UTF8.self)
        .lowercased()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      let value = Self.value(of: bytes, &index)
      if !name.isEmpty { pieces.append(Self.piece(name, value)) }
    }
    join(pieces)
  }

  /// A value in quotes or without, up to behind its end.
  private static func value(of bytes: [UInt8], _ index: inout Int) -> [UInt8] {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    var value: [UInt8] = []
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      index += 1
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count { index += 1 }
        value.append(bytes[index])
        index += 1
      }
      while index < bytes.count, bytes[index] != UInt8(ascii: ";") { index += 1 }
      return value
    }
    while index < bytes.count, bytes[index] != UInt8(ascii: ";") {
      if bytes[index] > 0x20 { value.append(bytes[index]) }
      index += 1
    }
    return value
  }

  /// `filename*1*` is the second piece of `filename`, percent-encoded.
  private static func piece(_ name: String, _ value: [UInt8]) -> Piece {
    var name = name[...]
    let isEncoded = name.hasSuffix("*")
    if isEncoded { name = name.dropLast() }
    var number = 0
    if let star = name.lastIndex(of: "*"), let place = Int(name[name.index(after: star)...]) {
      number = place
      name = name[..<star]
    }
    return Piece(name: String(name), number: number, isEncoded: isEncoded, value: value)
  }

  private mutating func join(_ pieces: [Piece]) {
    var byName: [String: [Piece]] = [:]
    for piece in pieces { byName[piece.name, default: []].append(piece) }
    for (name, pieces) in byName {
      let ordered = pieces.sorted { $0.number < $1.number }
      guard ordered[0].isEncoded else {
        let joined = ordered.flatMap(\.value)
        parameters[name] = EncodedWords.decoded(joined[...])
        continue
      }
      // `utf-8'en'…`
      var bytes: [UInt8] = []
      var charset: String?
      for (index, piece) in ordered.enumerated() {
        var value = piece.value[...]
        if index == 0 {
          let parts = value.split(
            separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
          if parts.count == 3 {
            charset = String(decoding: parts[0], as: UTF8.self)
            value = parts[2]
          }
        }
        bytes += piece.isEncoded ? Self.unescaped(value) : Array(value)
      }
      parameters[name] = EncodedWords.text(bytes, charset)
    }
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
