internal import NewsModel
internal import NewsRecords

/// Tells lines of JSON from one JSON text.
enum LinesRecognizer {
  /// How sure one can be by the first bytes: of two objects on lines of their own, or of an object
  /// with a page in it.
  static func certainty(of head: ArraySlice<UInt8>) -> Int {
    if let compression = Compression(head: head) {
      // Nothing else reads JSON that is compressed.
      let text = withoutMarks(compression.beginning(of: head, count: 1 << 12)[...])
      return isObject(text) ? 90 : 0
    }
    let text = withoutMarks(head)
    guard isObject(text) else { return 0 }
    if let line = text.firstIndex(of: 0x0A), isWhole(text[..<line]),
      text[line...].first(where: { $0 > 0x20 }) == UInt8(ascii: "{")
    {
      return 95
    }
    return hasPage(text) ? 95 : 0
  }

  /// Whether a text whose first line is longer than what was looked at is of several lines.
  static func hasSeveral(_ bytes: ByteReader) throws(ConversionError) -> Bool {
    var size = 1 << 16
    while size <= 1 << 26 {
      let window = try bytes.peek(size)
      if let end = window.firstIndex(of: 0x0A) {
        guard isWhole(window[..<end]) else { return false }
        let behind = try bytes.peek(end - window.startIndex + 1 + (1 << 10))
        return behind.dropFirst(end - window.startIndex).first { $0 > 0x20 } == UInt8(ascii: "{")
      }
      if window.count < size { return false }
      size *= 4
    }
    return false
  }

  private static func withoutMarks(_ head: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
  }

  private static func isObject(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == UInt8(ascii: "{")
      && text.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "\"")
  }

  /// Whether a line that begins as an object ends as one.
  private static func isWhole(_ line: ArraySlice<UInt8>) -> Bool {
    line.last { $0 > 0x20 } == UInt8(ascii: "}")
  }

  /// Whether one of the first members is a page's, and none is an article's.
  private static func hasPage(_ text: ArraySlice<UInt8>) -> Bool {
    guard var members = try? JSONMembers(Array(text)) else { return false }
    var found = false
    while let member = try? members.next() {
      switch LineKey(member.key) {
      case .schema?, .body?: return false
      case let key?: found = found || key.isOfPage
      case nil: break
      }
    }
    // The last member begins in what was looked at and ends behind it.
    return found || members.unfinishedKey.flatMap { LineKey($0) }?.isOfPage ?? false
  }
}
