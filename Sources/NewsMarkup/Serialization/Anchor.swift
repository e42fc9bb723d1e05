/// Anchors: the values of `id`, which links name after `#`.
package enum Anchor {
  /// The anchor without what an `id` or an address cannot hold, or `nil` if nothing is left.
  ///
  /// White space, controls and the characters that end or break an address become `-`.
  package static func clean(_ id: String) -> String? {
    if id.isEmpty { return nil }
    var needsWork = false
    for byte in id.utf8 where isBad(byte) {
      needsWork = true
      break
    }
    guard needsWork else { return id }
    var bytes: [UInt8] = []
    for byte in id.utf8 { bytes.append(isBad(byte) ? UInt8(ascii: "-") : byte) }
    return bytes.allSatisfy { $0 == UInt8(ascii: "-") }
      ? nil : String(decoding: bytes, as: UTF8.self)
  }

  private static func isBad(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
