internal import NewsBytes

/// How the content of a part is written in seven bits (RFC 2045, 6).
enum TransferEncoding {
  /// The bytes behind an encoding that a part declares; what is not known is taken as it is.
  static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String?) -> [UInt8] {
    switch name?.lowercased().split(whereSeparator: { $0 == " " || $0 == ";" }).first {
    case "base64": base64(bytes)
    case "quoted-printable": quotedPrintable(bytes)
    default: Array(bytes)
    }
  }

  /// Base64; bytes of neither alphabet are passed over, as RFC 2045 wants it.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let known = bytes.lazy.filter { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
        UInt8(ascii: "="):
        true
      default: false
      }
    }
    return Base64.decoded(Array(known)) ?? []
  }

  /// Quoted-Printable; an `=` that begins nothing stays.
  ///
  /// - Parameter isWord: whether it is a word of a header, where `_` is a blank (RFC 2047, 4.2).
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isWord: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    // Blanks at the end of a line that are not encoded were put there on the way.
    var blanks = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "_") where isWord: result.append(0x20)
      case 0x20, 0x09:
        blanks += 1
        result.append(byte)
        continue
      case 0x0D where index < bytes.endIndex && bytes[index] == 0x0A: continue
      case 0x0A:
        result.removeLast(blanks)
        result.append(byte)
      case UInt8(ascii: "="): index = escaped(bytes, index, &result)
      default: result.append(byte)
      }
      blanks = 0
    }
    return result
  }

  /// Takes what stands behind an `=`; where reading goes on.
  private static func escaped(
    _ bytes: ArraySlice<UInt8>, _ start: Int, _ result: inout [UInt8]
  ) -> Int {
    if start + 1 < bytes.endIndex, let high = digit(bytes[start]), let low = digit(bytes[start + 1])
    {
      result.append(high << 4 | low)
      return start + 2
    }
    // A soft line break, perhaps with blanks before its end.
    var end = start
    while end < bytes.endIndex, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D {
      end += 1
    }
    if end == bytes.endIndex || bytes[end] == 0x0A { return min(end + 1, bytes.endIndex) }
    result.append(UInt8(ascii: "="))
    return start
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
