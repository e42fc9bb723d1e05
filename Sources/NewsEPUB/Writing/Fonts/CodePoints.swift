/// The characters that a book has, for fonts that hold no others.
struct CodePoints {
  private var bits = [UInt64](repeating: 0, count: 0x11_0000 / 64)

  /// Those that any book needs: ASCII's, and what its style sheet and its lists show.
  init() {
    for point in UInt32(0x20)...0x7E { insert(point) }
    for scalar in "\u{A0}\u{AD}•◦▪–—‘’“”…↗".unicodeScalars { insert(scalar.value) }
  }

  private mutating func insert(_ point: UInt32) { bits[Int(point / 64)] |= 1 << UInt64(point % 64) }

  /// Takes those of a text in UTF-8.
  mutating func insert(_ text: [UInt8]) {
    var decoder = UTF8()
    var bytes = text.makeIterator()
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): insert(scalar.value)
      case .emptyInput: return
      case .error: continue
      }
    }
  }

  /// In order.
  var all: [UInt32] {
    var points: [UInt32] = []
    for (index, word) in bits.enumerated() where word != 0 {
      var word = word
      while word != 0 {
        points.append(UInt32(index * 64 + word.trailingZeroBitCount))
        word &= word - 1
      }
    }
    return points
  }
}
