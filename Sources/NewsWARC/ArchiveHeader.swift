internal import NewsModel

/// What an archive says of a record before its content.
struct ArchiveHeader {
  /// The kinds of records there are; ARC has responses alone.
  enum Kind: Equatable {
    case response, resource, conversion
    /// What holds no text of its own: requests, metadata, what was seen before.
    case other
  }

  var kind = Kind.other
  /// The address it was fetched from.
  var url: String?
  /// The identifier of the record: `urn:uuid:…`.
  var id: String?
  /// When it was fetched.
  var date: Timestamp?
  /// What the content is: `application/http; msgtype=response`.
  var contentType: String?
  /// How long the content is; `nil` where that is not to be had.
  var length: Int?
  /// How many bytes the header has itself.
  var bytes = 0

  /// Headers longer than this are none.
  static let mostBytes = 1 << 16
}

extension ArchiveHeader {
  /// Whether a line begins a WARC record: `WARC/1.0`.
  static func isWARC(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "WARC/".utf8), line.count >= 6 else { return false }
    return (0x30...0x39).contains(line[line.startIndex + 5])
  }

  /// The header of a WARC record (ISO 28500); `nil` where it does not end.
  ///
  /// Fields may be in any case and lines may end in LF alone, as some programs write them.
  init?(warc bytes: ArraySlice<UInt8>) {
    guard Self.isWARC(bytes) else { return nil }
    var fields = HeaderFields(bytes, skippingFirstLine: true)
    while let (name, value) = fields.next() {
      switch name {
      case "warc-type": kind = Self.kind(value)
      case "warc-target-uri": url = url ?? Self.address(value)
      case "warc-record-id": id = Self.withoutBrackets(value)
      case "warc-date": date = Timestamp(iso8601: value)
      case "content-type": contentType = value
      case "content-length":
        length = Int(value).flatMap { $0 >= 0 ? $0 : nil }
      default: break
      }
    }
    guard fields.hasEnded else { return nil }
    self.bytes = fields.position - bytes.startIndex
  }

  private static func kind(_ word: String) -> Kind {
    switch word.lowercased() {
    case "response": .response
    case "resource": .resource
    case "conversion": .conversion
    default: .other
    }
  }

  private static func withoutBrackets(_ text: String) -> String {
    text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
  }

  /// Wget puts addresses in brackets; some leave blanks in them.
  private static func address(_ text: String) -> String? {
    let address = withoutBrackets(text)
    if address.isEmpty { return nil }
    if !address.utf8.contains(0x20) { return address }
    return address.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
  }
}

/// The fields of a header, `Name: value`, one after the other: names in small letters.
struct HeaderFields {
  private let bytes: ArraySlice<UInt8>
  /// Where the next line begins.
  private(set) var position: Int
  /// Whether the blank line was met that ends them.
  private(set) var hasEnded = false

  init(_ bytes: ArraySlice<UInt8>, skippingFirstLine: Bool = false) {
    self.bytes = bytes
    position = bytes.startIndex
    if skippingFirstLine { _ = line() }
  }

  /// The next field; lines that begin with a blank go on with the one before. Lines that are no
  /// fields are passed over.
  mutating func next() -> (name: String, value: String)? {
    while let line = line() {
      if line.isEmpty {
        hasEnded = true
        return nil
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      var value = Self.trimmed(line[(colon + 1)...])
      while position < bytes.endIndex, bytes[position] == 0x20 || bytes[position] == 0x09 {
        guard let more = self.line() else { break }
        value += " " + Self.trimmed(more)
      }
      let name = Self.trimmed(line[..<colon]).lowercased()
      return (name, value)
    }
    return nil
  }

  /// The next line without its end; `nil` where none ends any more.
  private mutating func line() -> ArraySlice<UInt8>? {
    guard position < bytes.endIndex, let end = bytes[position...].firstIndex(of: 0x0A) else {
      return nil
    }
    var line = bytes[position..<end]
    if line.last == 0x0D { line.removeLast() }
    position = end + 1
    return line
  }

  static func trimmed(_ text: ArraySlice<UInt8>) -> String {
    var text = text
    while let first = text.first, first <= 0x20 { text.removeFirst() }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
