/// The header of a message or of a part of one (RFC 5322, 2.2).
struct MailHeader: Sendable {
  /// A field as it stands, unfolded.
  struct Field: Sendable {
    /// In small letters.
    var name: String
    var value: [UInt8]
  }

  private(set) var fields: [Field] = []

  /// More belong to no message.
  private static let mostFields = 2000

  init() {}

  /// Reads a header.
  ///
  /// - Returns: where the content begins, in `end`.
  init(_ bytes: ArraySlice<UInt8>, end: inout Int) {
    var index = bytes.startIndex
    end = bytes.endIndex
    while index < bytes.endIndex {
      let newline = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[index..<newline]
      if line.last == 0x0D { line = line.dropLast() }
      let next = min(newline + 1, bytes.endIndex)
      if line.isEmpty {
        end = next
        return
      }
      if line[line.startIndex] == 0x20 || line[line.startIndex] == 0x09 {
        if !fields.isEmpty {
          fields[fields.count - 1].value.append(0x20)
          fields[fields.count - 1].value += line.drop { $0 == 0x20 || $0 == 0x09 }
        }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), Self.isName(line[..<colon]),
        fields.count < Self.mostFields
      {
        fields.append(
          Field(
            name: String(decoding: line[..<colon], as: UTF8.self).lowercased(),
            value: Array(line[(colon + 1)...].drop { $0 <= 0x20 })))
      } else if fields.isEmpty, !line.starts(with: "From ".utf8), !line.starts(with: ">From ".utf8)
      {
        // There is no header: all is content.
        end = index
        return
      }
      index = next
    }
  }

  /// Whether some bytes can be the name of a field.
  static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.count < 80 && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// The first field of a name, as it stands.
  func bytes(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// The first field of a name as text for people; `nil` where it is missing or empty.
  func text(_ name: String) -> String? {
    guard let value = bytes(name) else { return nil }
    let text = EncodedWords.decoded(value[...])
    let collapsed = text.split { $0.isWhitespace }.joined(separator: " ")
    return collapsed.isEmpty ? nil : collapsed
  }

  /// The first field of a name as ASCII, for what programs read.
  func raw(_ name: String) -> String? {
    guard let value = bytes(name) else { return nil }
    let text = String(decoding: value, as: UTF8.self)
    let trimmed = text.split { $0.isWhitespace }.joined(separator: " ")
    return trimmed.isEmpty ? nil : trimmed
  }
}
