internal import NewsBytes

/// Small matters of the texts of exports.
enum ExportedText {
  /// The name of a post as it reads: WordPress keeps letters other than Latin ones escaped
  /// (`%e6%a1%a5`).
  static func slug(_ slug: String) -> String {
    guard slug.utf8.contains(UInt8(ascii: "%")) else { return slug }
    var bytes: [UInt8] = []
    var rest = Array(slug.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), value > 0x20
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    // WordPress cuts long names anywhere, within a character too.
    return String(validating: bytes, as: UTF8.self)
      ?? String(decoding: bytes, as: UTF8.self).filter { $0 != "\u{FFFD}" }
  }
}
