internal import NewsHTML

/// The letters and digits of a text, to compare texts by.
enum Letters {
  /// The letters of some nodes' text, the Latin ones in lower case, without blanks and ASCII marks.
  static func of(_ tree: HTMLTree, nodes: Range<Int>) -> [UInt8] {
    var letters: [UInt8] = []
    for node in nodes where tree.nodes[node].tag == .text {
      append(tree.text(of: node), to: &letters)
    }
    return letters
  }

  /// The letters of a text.
  static func of(_ text: String) -> [UInt8] {
    var letters: [UInt8] = []
    append(Array(text.utf8)[...], to: &letters)
    return letters
  }

  private static func append(_ text: ArraySlice<UInt8>, to letters: inout [UInt8]) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        letters.append(byte)
      // General punctuation, curly quotes and dashes among it, and the hard blank.
      case 0xE2 where index + 2 < text.endIndex && text[index + 1] == 0x80: index += 2
      case 0xC2 where index + 1 < text.endIndex && text[index + 1] == 0xA0: index += 1
      case 0x80...0xFF: letters.append(byte)
      default: break
      }
      index += 1
    }
  }
}
