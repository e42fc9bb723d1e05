/// How long a text is and how much it looks like sentences, in any script.
struct TextMeasure {
  /// Letters, digits and marks; a Chinese or Japanese character counts as two.
  var length = 0
  /// Commas, full stops and their like.
  var stops = 0
  /// Whether the last character ends a sentence, or a quotation that does.
  var endsSentence = false

  init(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { measure($0) }
  }

  private mutating func measure(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        guard byte > 0x20 else { continue }
        length += 1
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"): stops += 1
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"):
          // Only where a word ends, not in 3.14 or e.org.
          if index >= bytes.count || bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "\"")
            || bytes[index] == UInt8(ascii: "<")
          {
            stops += 1
          }
          endsSentence = byte != UInt8(ascii: ":") || endsSentence
          if byte == UInt8(ascii: ":") { endsSentence = false }
          continue
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): continue
        default: break
        }
        endsSentence = false
        continue
      }
      if byte < 0xE0 {
        // Two bytes: Latin, Greek, Cyrillic, Hebrew, Arabic.
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        if byte == 0xC2, second == 0xA0 {
          index += 2
          continue
        }
        length += 1
        endsSentence = false
        if byte == 0xD8, second == 0x8C || second == 0x9B {  // ، ؛
          stops += 1
        } else if byte == 0xD8 && second == 0x9F || byte == 0xDB && second == 0x94 {  // ؟ ۔
          stops += 1
          endsSentence = true
        } else if byte == 0xC2, second == 0xBB {
          endsSentence = true
        }
        index += 2
        continue
      }
      if byte < 0xF0 {
        let point =
          index + 2 < bytes.count
          ? UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
            | UInt32(bytes[index + 2] & 0x3F) : 0
        index += 3
        switch point {
        case 0x3001, 0xFF0C, 0xFF1B, 0xFF1A, 0xFF64:  // 、，；：
          stops += 1
          length += 2
          endsSentence = false
        case 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0xFF61, 0x0964:  // 。！？．
          stops += 1
          length += 2
          endsSentence = true
        case 0x2018...0x201F, 0x300D, 0x300F, 0xFF09, 0x2039, 0x203A: length += 1
        case 0x2026:
          length += 1
          endsSentence = true
        case 0x3000, 0xFEFF, 0x2000...0x200F: break
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xAC00...0xD7FF, 0xFF00...0xFFEF:
          length += 2
          endsSentence = false
        default:
          length += 1
          endsSentence = false
        }
        continue
      }
      length += 2
      endsSentence = false
      index += 4
    }
  }
}
