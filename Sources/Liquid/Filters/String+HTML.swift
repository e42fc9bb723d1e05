extension String {
  /// With the characters that mean something in HTML as references.
  func escapedHTML(keepingReferences: Bool = false) -> String {
    let bytes = Array(utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "&"):
        if keepingReferences, Self.isReference(bytes, place + 1) {
          result.append(byte)
        } else {
          result += "&amp;".utf8
        }
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      case UInt8(ascii: "\""): result += "&quot;".utf8
      case UInt8(ascii: "'"): result += "&#39;".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether `name;` or `#123;` begins at a place. No name is longer than 32 letters.
  private static func isReference(_ bytes: [UInt8], _ start: Int) -> Bool {
    var place = start
    let isNumber = place < bytes.count && bytes[place] == UInt8(ascii: "#")
    if isNumber { place += 1 }
    let first = place
    while place < bytes.count, place - first <= 32,
      isNumber ? bytes[place].isLiquidDigit : (0x61...0x7A).contains(bytes[place] | 0x20)
    {
      place += 1
    }
    return place > first && place < bytes.count && bytes[place] == UInt8(ascii: ";")
  }

  /// Without tags, comments, scripts and style sheets.
  func withoutHTMLTags() -> String {
    let bytes = Array(utf8)
    let close = ByteSearch([UInt8(ascii: ">")])
    let blocks: [(opening: [UInt8], closing: ByteSearch, size: Int)] = [
      ("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>"),
    ].map { (Array($0.0.utf8), ByteSearch(Array($0.1.utf8)), $0.1.utf8.count) }
    // An end that does not come once does not come later either.
    var isHopeless = [false, false, false, false]
    var result: [UInt8] = []
    var place = 0
    scan: while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        result.append(bytes[place])
        place += 1
        continue
      }
      for (index, block) in blocks.enumerated()
      where !isHopeless[index] && bytes[place...].starts(with: block.opening) {
        if let end = block.closing.first(in: bytes, from: place) {
          place = end + block.size
          continue scan
        }
        isHopeless[index] = true
      }
      if !isHopeless[3], let end = close.first(in: bytes, from: place) {
        place = end + 1
      } else {
        isHopeless[3] = true
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
