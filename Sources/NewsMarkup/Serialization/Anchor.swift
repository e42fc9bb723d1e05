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

  /// The anchor as a book has it: a name of XML in ASCII, since old readers find no other.
  ///
  /// What is neither letter, digit, `-`, `_` nor `.` becomes `_` and its number, so that names that
  /// differ still do: `价格` is `_4EF7_683C`.
  package static func name(of id: String) -> String? {
    guard let clean = clean(id) else { return nil }
    let isName = clean.utf8.allSatisfy(isNameByte)
    if isName, let first = clean.utf8.first, beginsName(first) { return clean }
    var name: [UInt8] = []
    for scalar in clean.unicodeScalars {
      if scalar.isASCII, isNameByte(UInt8(scalar.value)) {
        name.append(UInt8(scalar.value))
      } else {
        name.append(UInt8(ascii: "_"))
        appendHexadecimal(scalar.value, to: &name)
      }
    }
    if name.first.map(beginsName) != true { name.insert(UInt8(ascii: "_"), at: 0) }
    return String(decoding: name, as: UTF8.self)
  }

  /// Appends a number in capital hexadecimal figures.
  private static func appendHexadecimal(_ number: UInt32, to name: inout [UInt8]) {
    var shift = (max(0, 28 - number.leadingZeroBitCount) + 3) & ~3
    while shift >= 0 {
      let digit = UInt8(number >> UInt32(shift) & 15)
      name.append(digit + UInt8(ascii: digit < 10 ? "0" : "7"))
      shift -= 4
    }
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_")
      || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    beginsName(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
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
