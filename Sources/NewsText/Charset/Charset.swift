/// A character encoding of the web, by its name in the WHATWG Encoding Standard.
package struct Charset: Sendable, Hashable {
  /// The standard's name in lower case, for example `gb18030`.
  package let name: String
  /// What ICU calls the converter that decodes it as browsers do.
  package let converter: String

  /// UTF-8.
  package static let utf8 = Charset(name: "utf-8", converter: "UTF-8")

  /// The encoding that a label means, as browsers read labels: `gb2312` is gb18030, `latin1` is
  /// windows-1252. `nil` for a label nobody knows.
  package init?(label: some Sequence<UInt8>) {
    var key: [UInt8] = []
    for byte in label {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C:
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ";"), UInt8(ascii: ","): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
      default: key.append(byte)
      }
      if key.count > 40 { return nil }
    }
    guard let index = Self.indexByLabel[String(decoding: key, as: UTF8.self)] else { return nil }
    self = Self.table[index].charset
  }

  /// The encoding of a label.
  package init?(_ label: some StringProtocol) { self.init(label: label.utf8) }

  package init(name: String, converter: String) {
    self.name = name
    self.converter = converter
  }
}
