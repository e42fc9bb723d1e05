/// Names that are UUIDs (RFC 9562), made of sixteen bytes or more that were computed.
package enum UUIDName {
  /// `urn:uuid:…` of a version: 5 for a SHA-1 of a name, 8 for what one computes oneself.
  package static func urn(of digest: some Sequence<UInt8>, version: UInt8) -> String {
    var text = "urn:uuid:"
    for (index, byte) in digest.prefix(16).enumerated() {
      let byte =
        switch index {
        case 6: byte & 0x0F | version << 4
        case 8: byte & 0x3F | 0x80
        default: byte
        }
      if [4, 6, 8, 10].contains(index) { text += "-" }
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
    return text
  }
}
