internal import NewsText

/// The words of a short text whose bytes tell where its characters begin and end.
enum CellWords {
  /// The width of the longest word as ``TableRecords`` has it; `nil` where characters may be made of
  /// several, or blanks be other than ASCII's.
  static func width(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.count <= TableRecords.lookedAt else { return nil }
    var widest = 0
    var start = 0
    var isWide = false
    var index = 0
    while index <= text.count {
      let byte = index < text.count ? text[index] : 0x20
      switch byte {
      case 0x09...0x0C, 0x20, UInt8(ascii: "-"):
        if index > start {
          let width = DisplayWidth.of(UnsafeBufferPointer(rebasing: text[start..<index]))
          widest = max(widest, isWide ? min(width, TableRecords.wideEnough) : width)
        }
        start = index + 1
        isWide = false
      // A carriage return may be one character with what follows.
      case 0x0D: return nil
      // Letters of Latin and Cyrillic, and Chinese: each is a character by itself.
      case 0x00...0x7F, 0x80...0xBF, 0xC3...0xCA, 0xD0, 0xD1: break
      case 0xE4...0xE9: isWide = true
      default: return nil
      }
      index += 1
    }
    return widest
  }
}
