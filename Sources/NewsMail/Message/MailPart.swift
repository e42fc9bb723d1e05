/// A message or a part of one: header and content, or further parts (MIME, RFC 2045 and 2046).
struct MailPart: Sendable {
  var header: MailHeader
  /// Where the content stands in the message's bytes.
  var content: Range<Int>
  /// Its type with parameters.
  var type: MailParameters
  /// The numbers of the parts within it.
  var children: [Int] = []
  /// How many parts are around it.
  var depth = 0

  var isMultipart: Bool { type.value.hasPrefix("multipart/") }

  /// Whether it is to be shown where it stands, not a file that came with the message.
  var isAttachment: Bool {
    header.bytes("content-disposition").map { MailParameters($0).value == "attachment" } ?? false
  }

  /// Whether it says itself that it is shown where it stands.
  var isInline: Bool {
    header.bytes("content-disposition").map { MailParameters($0).value == "inline" } ?? false
  }

  /// Whether it is HTML.
  var isHTML: Bool { type.value == "text/html" || type.value == "application/xhtml+xml" }

  /// The name of the file that it was.
  var fileName: String? {
    header.bytes("content-disposition").flatMap { MailParameters($0)["filename"] } ?? type["name"]
  }

  /// What other parts call it: `cid:` addresses without the scheme.
  var contentID: String? {
    header.raw("content-id").map { String($0.drop { $0 == "<" }.prefix { $0 != ">" }) }
  }
}

/// A message taken apart.
struct MailMessage: Sendable {
  let bytes: [UInt8]
  /// The message itself first; parts after what they are in.
  private(set) var parts: [MailPart] = []
  /// Whether parts lie deeper than is looked, or are more than are taken.
  private(set) var isCut = false

  private static let mostParts = 2000
  private static let deepest = 20

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    add(0..<bytes.count, depth: 0, isInDigest: false)
    var next = 0
    while next < parts.count {
      divide(next)
      next += 1
    }
  }

  @discardableResult
  private mutating func add(_ range: Range<Int>, depth: Int, isInDigest: Bool) -> Int {
    var start = range.upperBound
    let header = MailHeader(bytes[range], end: &start)
    let declared = header.bytes("content-type")
    let type = MailParameters(
      declared ?? Array((isInDigest ? "message/rfc822" : "text/plain").utf8))
    parts.append(
      MailPart(header: header, content: start..<range.upperBound, type: type, depth: depth))
    return parts.count - 1
  }

  /// Finds the parts within a part.
  private mutating func divide(_ number: Int) {
    let part = parts[number]
    if part.type.value == "message/rfc822", number > 0 {
      guard part.depth < Self.deepest, parts.count < Self.mostParts else {
        isCut = true
        return
      }
      let child = add(part.content, depth: part.depth + 1, isInDigest: false)
      parts[number].children = [child]
      return
    }
    guard part.isMultipart, let boundary = part.type["boundary"], !boundary.isEmpty else { return }
    guard part.depth < Self.deepest else {
      isCut = true
      return
    }
    let isDigest = part.type.value == "multipart/digest"
    for range in pieces(of: part.content, boundary: Array("--\(boundary)".utf8)) {
      guard parts.count < Self.mostParts else {
        isCut = true
        return
      }
      let child = add(range, depth: part.depth + 1, isInDigest: isDigest)
      parts[number].children.append(child)
    }
  }

  /// What stands between the lines of a boundary. A message that was cut ends its last part.
  private func pieces(of content: Range<Int>, boundary: [UInt8]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start: Int?
    var line = content.lowerBound
    while line < content.upperBound {
      let end = bytes[line..<content.upperBound].firstIndex(of: 0x0A) ?? content.upperBound
      let next = min(end + 1, content.upperBound)
      if bytes[line..<end].starts(with: boundary) {
        let rest = bytes[(line + boundary.count)..<end]
        let isLast = rest.starts(with: "--".utf8)
        // A longer boundary is another's.
        if isLast || rest.allSatisfy({ $0 <= 0x20 }) {
          if let start { pieces.append(start..<Swift.max(start, beforeBreak(line, start))) }
          start = isLast ? nil : next
          if isLast { return pieces }
        }
      }
      line = next
    }
    if let start, start < content.upperBound { pieces.append(start..<content.upperBound) }
    return pieces
  }

  /// The line break before a boundary belongs to it.
  private func beforeBreak(_ line: Int, _ start: Int) -> Int {
    var end = line
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The content of a part, decoded.
  func content(of part: MailPart) -> [UInt8] {
    TransferEncoding.decoded(
      bytes[part.content], part.header.raw("content-transfer-encoding"))
  }
}
