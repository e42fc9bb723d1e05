internal import NewsModel

extension ArchiveHeader {
  /// Whether bytes begin an ARC file: its first record says what it is.
  static func isARCFile(_ head: some Collection<UInt8>) -> Bool {
    head.starts(with: "filedesc:".utf8)
  }

  /// The header of an ARC record: one line of blank-separated fields, the address first, the length
  /// last. `nil` where a line is none.
  ///
  /// Version 1 has `URL IP date type length`; version 2 `URL IP date type status checksum location
  /// offset file length`. Addresses may have blanks of their own.
  init?(arc bytes: ArraySlice<UInt8>) {
    guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
    var fields = bytes[..<end].split(separator: 0x20)
    if fields.last?.last == 0x0D, var last = fields.popLast() {
      last.removeLast()
      fields.append(last)
    }
    guard fields.count >= 5, let length = Self.number(fields[fields.count - 1]) else { return nil }
    let place: Int
    if Self.date(fields[fields.count - 3]) != nil {
      place = fields.count - 3
    } else if fields.count >= 10, Self.date(fields[fields.count - 8]) != nil {
      place = fields.count - 8
    } else {
      return nil
    }
    // The address: all before the IP address.
    let url = String(
      decoding: Array(fields[..<(place - 1)].joined(separator: Array("%20".utf8))), as: UTF8.self)
    guard url.utf8.contains(UInt8(ascii: ":")) else { return nil }
    self.init()
    kind = url.utf8.starts(with: "filedesc:".utf8) ? .other : .response
    self.url = url
    date = Self.date(fields[place])
    self.length = length
    // Responses of HTTP have its headers; others, FTP's, have not, and say what they are here.
    contentType =
      url.utf8.starts(with: "http".utf8)
      ? "application/http" : String(decoding: fields[place + 1], as: UTF8.self)
    self.bytes = end + 1 - bytes.startIndex
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 19, digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// `20080430204825`, in Greenwich's time.
  private static func date(_ digits: ArraySlice<UInt8>) -> Timestamp? {
    guard digits.count == 14, number(digits) != nil else { return nil }
    func part(_ start: Int, _ count: Int) -> Int {
      number(digits.dropFirst(start).prefix(count)) ?? 0
    }
    return Timestamp(
      year: part(0, 4), month: part(4, 2), day: part(6, 2),
      time: .init(hour: part(8, 2), minute: part(10, 2), second: part(12, 2), offset: 0))
  }
}
