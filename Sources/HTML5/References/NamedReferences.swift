/// HTML's named character references.
enum NamedReferences {
  /// What a name stands for: one character or two.
  struct Entry {
    var first: Unicode.Scalar
    var second: Unicode.Scalar?
  }

  /// Where the lines of ``list`` begin, and its end.
  private static let lines: [UInt16] = {
    var starts: [UInt16] = [0]
    let count = list.utf8CodeUnitCount
    starts.reserveCapacity(2240)
    for place in 0..<count
    where list.utf8Start[place] == 0x0A && (place == 0 || list.utf8Start[place - 1] != 0x20) {
      // After the space stands what `NewLine` means.
      starts.append(UInt16(place + 1))
    }
    return starts
  }()

  /// The longest name that begins at a place, without its `&`, and its length.
  static func longest(in input: borrowing RawSpan, at place: Int) -> (entry: Entry?, length: Int) {
    let lines = self.lines
    let text = list.utf8Start
    var low = 0
    var high = lines.count - 1
    var best = -1
    var bestLength = 0
    var depth = 0
    while place + depth < input.byteCount {
      let byte = input.byte(place + depth)
      guard byte.isLetter || byte.isDigit || byte == UInt8(ascii: ";") else { break }
      // A name that has ended sorts first: a space is less than all that names are made of.
      low = bound(in: lines, low, high) { text[Int(lines[$0]) + depth] < byte }
      high = bound(in: lines, low, high) { text[Int(lines[$0]) + depth] <= byte }
      guard low < high else { break }
      depth += 1
      if text[Int(lines[low]) + depth] == 0x20 {
        best = low
        bestLength = depth
      }
    }
    guard best >= 0 else { return (nil, 0) }
    return (entry(best, nameLength: bestLength), bestLength)
  }

  /// The first of the lines in a range that an answer is not true of.
  @inline(__always)
  private static func bound(
    in lines: [UInt16], _ low: Int, _ high: Int, _ isBefore: (Int) -> Bool
  ) -> Int {
    var (low, high) = (low, high)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func entry(_ line: Int, nameLength: Int) -> Entry? {
    var place = Int(lines[line]) + nameLength + 1
    let end = Int(lines[line + 1]) - 1
    guard let first = scalar(at: &place) else { return nil }
    return Entry(first: first, second: place < end ? scalar(at: &place) : nil)
  }

  private static func scalar(at place: inout Int) -> Unicode.Scalar? {
    let text = list.utf8Start
    let lead = UInt32(text[place])
    place += 1
    guard lead >= 0x80 else { return Unicode.Scalar(lead) }
    let more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    var value = lead & (0x3F >> UInt32(more))
    for _ in 0..<more {
      value = value << 6 | UInt32(text[place] & 0x3F)
      place += 1
    }
    return Unicode.Scalar(value)
  }
}
