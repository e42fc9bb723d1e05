extension String {
  /// Without white space at its ends.
  func stripped(left: Bool = true, right: Bool = true) -> String {
    let bytes = Array(utf8)
    var start = 0
    var end = bytes.count
    if left {
      while start < end, bytes[start].isLiquidSpace { start += 1 }
    }
    if right {
      while end > start, bytes[end - 1].isLiquidSpace || bytes[end - 1] == 0 { end -= 1 }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The parts between white space.
  func words() -> [String] {
    utf8.split(whereSeparator: \.isLiquidSpace).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The parts between a separator, without empty ones at the end; by characters if it is empty, by
  /// white space if it is a blank.
  func pieces(separatedBy separator: String) -> [String] {
    if separator == " " { return words() }
    if separator.isEmpty { return unicodeScalars.map { String($0) } }
    let bytes = Array(utf8)
    let search = ByteSearch(Array(separator.utf8))
    var pieces: [String] = []
    var place = 0
    while let found = search.first(in: bytes, from: place) {
      pieces.append(String(decoding: bytes[place..<found], as: UTF8.self))
      place = found + separator.utf8.count
    }
    pieces.append(String(decoding: bytes[place...], as: UTF8.self))
    while pieces.last?.isEmpty == true { pieces.removeLast() }
    return pieces
  }

  /// With something in place of each line end.
  func replacingLineEnds(with replacement: String) -> String {
    var result: [UInt8] = []
    var held = false
    for byte in utf8 {
      if held, byte != 0x0A { result.append(0x0D) }
      held = byte == 0x0D
      if byte == 0x0A {
        result += replacement.utf8
      } else if !held {
        result.append(byte)
      }
    }
    if held { result.append(0x0D) }
    return String(decoding: result, as: UTF8.self)
  }
}
