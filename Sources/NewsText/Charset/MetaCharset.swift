/// The encoding that the head of an HTML page or an XML declaration names.
enum MetaCharset {
  /// How far a head is looked for: one in eight pages names its encoding after the first kilobyte.
  private static let reach = 1 << 20

  static func find(in bytes: ArraySlice<UInt8>) -> Charset? {
    let bytes = bytes.prefix(reach)
    return bytes.withUnsafeBufferPointer { buffer in
      var scanner = Scanner(bytes: buffer)
      return scanner.find()
    }
  }

  /// The encoding that an XML declaration at the beginning names.
  static func declared(in bytes: ArraySlice<UInt8>) -> Charset? {
    let head = bytes.drop { $0 <= 0x20 }.prefix(1024)
    return head.withUnsafeBufferPointer { Scanner(bytes: $0).declaration() }
  }

  /// Walks over tags and comments; scripts and comments may hold anything.
  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0

    mutating func find() -> Charset? {
      if let charset = declaration() { return charset }
      while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "<") else {
          index += 1
          continue
        }
        if matches("<!--") {
          index += 4
          skip(past: "-->")
        } else if matches("<meta") {
          let end = tagEnd(from: index + 5)
          if let charset = charset(in: (index + 5)..<end) { return charset }
          index = end
        } else if matches("<script") {
          index += 7
          skip(past: "</script")
        } else if matches("<style") {
          index += 6
          skip(past: "</style")
        } else if matches("<body") || matches("</head") {
          // Some pages have their meta below; a body does not say so by accident.
          return lateMeta()
        } else {
          index += 1
        }
      }
      return nil
    }

    /// A meta in the first kilobytes of the body, where bad templates put the whole head.
    private mutating func lateMeta() -> Charset? {
      let limit = min(bytes.count, index + 16_384)
      while index < limit {
        if bytes[index] == UInt8(ascii: "<"), matches("<meta") {
          let end = tagEnd(from: index + 5)
          if let charset = charset(in: (index + 5)..<end) { return charset }
          index = end
        } else {
          index += 1
        }
      }
      return nil
    }

    func declaration() -> Charset? {
      guard matches("<?xml") else { return nil }
      let end = tagEnd(from: 5)
      return value(of: "encoding", in: 5..<end).flatMap { Charset(label: bytes[$0]) }
    }

    private func charset(in range: Range<Int>) -> Charset? {
      // Both <meta charset=x> and <meta http-equiv=… content="text/html; charset=x">.
      value(of: "charset", in: range).flatMap { Charset(label: bytes[$0]) }
    }

    /// What follows `name=`, in quotes or up to a blank, a quote or a semicolon.
    private func value(of name: StaticString, in range: Range<Int>) -> Range<Int>? {
      var at = range.lowerBound
      while at < range.upperBound {
        guard matches(name, at: at) else {
          at += 1
          continue
        }
        at += name.utf8CodeUnitCount
        while at < range.upperBound, isBlank(bytes[at]) { at += 1 }
        guard at < range.upperBound, bytes[at] == UInt8(ascii: "=") else { continue }
        at += 1
        while at < range.upperBound, isBlank(bytes[at]) || isQuote(bytes[at]) { at += 1 }
        var end = at
        while end < range.upperBound, !isBlank(bytes[end]), !isQuote(bytes[end]),
          bytes[end] != UInt8(ascii: ";"), bytes[end] != UInt8(ascii: "/"),
          bytes[end] != UInt8(ascii: "?")
        {
          end += 1
        }
        if end > at { return at..<end }
      }
      return nil
    }

    private func tagEnd(from start: Int) -> Int {
      var at = start
      while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
      return at
    }

    private mutating func skip(past end: StaticString) {
      while index < bytes.count, !matches(end) { index += 1 }
      index = min(index + end.utf8CodeUnitCount, bytes.count)
    }

    private func matches(_ word: StaticString) -> Bool { matches(word, at: index) }

    private func matches(_ word: StaticString, at start: Int) -> Bool {
      guard start + word.utf8CodeUnitCount <= bytes.count else { return false }
      for offset in 0..<word.utf8CodeUnitCount {
        let byte = bytes[start + offset]
        let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
        if lower != word.utf8Start[offset] { return false }
      }
      return true
    }

    private func isBlank(_ byte: UInt8) -> Bool {
      byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private func isQuote(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
  }
}
