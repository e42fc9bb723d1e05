internal import NewsBytes
internal import NewsHTML

/// The letters and digits of a text, to compare texts by.
enum Letters {
  /// The letters of some nodes' text, the Latin ones in lower case, without blanks and ASCII marks.
  ///
  /// - Parameter limit: where there are more bytes of them, some of the rest are left out.
  static func of(_ tree: HTMLTree, nodes: Range<Int>, atMost limit: Int = .max) -> [UInt8] {
    var letters: [UInt8] = []
    for node in nodes where tree.nodes[node].tag == .text {
      tree.text(of: node).withUnsafeBufferPointer { append($0, to: &letters) }
      if letters.count > limit { break }
    }
    return letters
  }

  /// The letters of a text.
  static func of(_ text: String) -> [UInt8] {
    var letters: [UInt8] = []
    text.withBytes { append($0, to: &letters) }
    return letters
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to letters: inout [UInt8]) {
    // So many at most: the room is made once.
    let count = letters.count
    letters.append(contentsOf: repeatElement(0, count: text.count))
    var end = count
    letters.withUnsafeMutableBufferPointer { letters in
      var index = 0
      while index < text.count {
        let byte = text[index]
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
          letters[end] = byte | 0x20
          end += 1
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          letters[end] = byte
          end += 1
        // General punctuation, curly quotes and dashes among it, and the hard blank.
        case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80: index += 2
        case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: index += 1
        case 0x80...0xFF:
          letters[end] = byte
          end += 1
        default: break
        }
        index += 1
      }
    }
    letters.removeLast(letters.count - end)
  }
}
