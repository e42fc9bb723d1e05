internal import CICU

/// How many columns of a terminal text takes.
///
/// Wide and fullwidth characters (UAX #11) take two, combining marks and invisible characters none,
/// an emoji sequence two however many characters it is made of, all else one. Ambiguous characters
/// are narrow, as terminals have them. Control characters take none.
package enum DisplayWidth {
  /// The width of a text.
  package static func of(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { of($0) }
  }

  /// The width of UTF-8 bytes.
  package static func of(_ utf8: UnsafeBufferPointer<UInt8>) -> Int {
    var width = 0
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      guard byte < 0x80 else {
        // The character before may be the first of a sequence: a keycap.
        if index > 0, utf8[index - 1] >= 0x20, utf8[index - 1] != 0x7F {
          index -= 1
          width -= 1
        }
        return width + beyondASCII(utf8[index...])
      }
      if byte >= 0x20, byte != 0x7F { width += 1 }
      index += 1
    }
    return width
  }

  /// The width of a part of UTF-8 bytes.
  package static func of(_ utf8: ArraySlice<UInt8>) -> Int {
    utf8.withUnsafeBufferPointer { of($0) }
  }

  private static func beyondASCII(_ utf8: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var width = 0
    var last = Cluster()
    var decoder = Unicode.UTF8.ForwardParser()
    var bytes = utf8.makeIterator()
    while true {
      switch decoder.parseScalar(from: &bytes) {
      case .valid(let encoded): width += last.add(Unicode.UTF8.decode(encoded))
      case .error: width += last.add("\u{FFFD}")
      case .emptyInput: return width
      }
    }
  }

  /// What of a character sequence came before, as far as it changes the width of what follows.
  private struct Cluster {
    private var width = 0
    private var isEmoji = false
    private var isJoined = false
    private var isHalfFlag = false

    /// The columns that one more scalar adds.
    mutating func add(_ scalar: Unicode.Scalar) -> Int {
      let value = scalar.value
      switch value {
      case 0x30...0x39, 0x23, 0x2A:
        _ = start(1)
        isEmoji = true
        return 1
      case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x370..<0x483, 0x48A..<0x530, 0x2010..<0x2028:
        return start(1)
      case 0x4E00..<0xA000, 0x3041..<0x3099, 0x309B..<0x3100, 0xAC00..<0xD7A4, 0x3001..<0x302A,
        0xFF01..<0xFF61:
        return start(2)
      case 0..<0x20, 0x7F..<0xA0: return start(0)
      case 0x200D:
        // A joined emoji is drawn in the place of the one before it.
        isJoined = isEmoji
        return 0
      case 0xFE0F:
        guard width == 1, isEmoji else { return 0 }
        width = 2
        return 1
      case 0x1F1E6...0x1F1FF:
        if isHalfFlag {
          isHalfFlag = false
          return 0
        }
        let added = start(2)
        isHalfFlag = true
        return added
      case 0x1F3FB...0x1F3FF where isEmoji: return 0
      default: return other(scalar)
      }
    }

    private mutating func start(_ width: Int) -> Int {
      self.width = width
      isEmoji = false
      isJoined = false
      isHalfFlag = false
      return width
    }

    private mutating func other(_ scalar: Unicode.Scalar) -> Int {
      let point = Int32(bitPattern: scalar.value)
      // Vowels and finals of conjoining Hangul stand in the syllable's square.
      if (0x1160...0x11FF).contains(scalar.value) || icu_is_without_width(point) != 0 { return 0 }
      let joined = isJoined
      let emoji = icu_is_emoji(point) != 0
      let isWide = icu_is_wide(point) != 0 || icu_is_emoji_presentation(point) != 0
      let added = start(isWide ? 2 : 1)
      isEmoji = emoji
      return joined && emoji ? 0 : added
    }
  }
}
