internal import NewsModel
internal import NewsRecords

/// A response of a web server as an archive has it: status, headers, and a body that may come in
/// chunks and coded.
struct HTTPResponse {
  /// 200, 404, …; `nil` where there is no status line.
  private(set) var status: Int?
  /// `text/html; charset=…`
  private(set) var contentType: String?
  /// When the page was last changed, as the server declares.
  private(set) var lastModified: Timestamp?
  private var transferCodings: [String] = []
  private var contentCodings: [String] = []
  private var body: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    // Without a status line there are no headers either.
    guard bytes.starts(with: "HTTP/".utf8) || bytes.starts(with: "ICY ".utf8) else {
      body = bytes
      return
    }
    let statusLine = bytes.prefix { $0 != 0x0A }
    let words = statusLine.split(maxSplits: 2, whereSeparator: { $0 == 0x20 || $0 == 0x0D })
    status = words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) : nil
    var fields = HeaderFields(bytes, skippingFirstLine: true)
    while let (name, value) = fields.next() {
      switch name {
      case "content-type": contentType = contentType ?? value
      case "last-modified": lastModified = Timestamp(rfc5322: value)
      case "transfer-encoding": transferCodings += Self.words(value)
      case "content-encoding": contentCodings += Self.words(value)
      default: break
      }
    }
    body = fields.hasEnded ? bytes[fields.position...] : []
  }

  private static func words(_ list: String) -> [String] {
    list.lowercased().split(separator: ",").map { word in
      String(word.drop { $0 == " " }.prefix { $0 != ";" && $0 != " " })
    }
  }

  /// The body without chunks and codings.
  ///
  /// Archives declare what they no longer have: some take the chunks or the coding off and leave the
  /// header. What is not as it is declared is taken as it is.
  func decodedBody(
    limit: Int, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> ArraySlice<UInt8> {
    var body = body
    for coding in transferCodings.reversed() {
      if coding == "chunked" {
        let chunks = ChunkedBody(body)
        if chunks.isDamaged {
          diagnostics.warn(
            .recordRepaired, "its chunks are damaged: the body is read as far as it goes")
        }
        body = chunks.bytes
      } else {
        body = try Self.decoded(body, coding, limit: limit, &diagnostics)
      }
    }
    for coding in contentCodings.reversed() {
      body = try Self.decoded(body, coding, limit: limit, &diagnostics)
    }
    return body
  }

  private static func decoded(
    _ body: ArraySlice<UInt8>, _ name: String, limit: Int, _ diagnostics: inout Diagnostics
  ) throws(ConversionError) -> ArraySlice<UInt8> {
    guard let coding = ContentCoding(name: name), !body.isEmpty else { return body }
    let decoded = try coding.decoded(body, limit: limit)
    if !decoded.isDamaged { return decoded.bytes[...] }
    if decoded.bytes.isEmpty || !coding.begins(body) { return body }
    diagnostics.warn(
      .recordRepaired, "its \(name) coding is damaged: the body is read as far as it goes")
    return decoded.bytes[...]
  }
}

/// A body sent in chunks (RFC 9112, 7.1), put together.
struct ChunkedBody {
  /// The contents of the chunks, one after the other.
  private(set) var bytes: ArraySlice<UInt8>
  /// Whether they end too early or are no chunks from some place on; what is there is kept.
  private(set) var isDamaged = false

  init(_ body: ArraySlice<UInt8>) {
    var contents: [UInt8] = []
    contents.reserveCapacity(body.count)
    var rest = body
    while true {
      guard let (size, start) = Self.size(rest) else {
        if contents.isEmpty {
          // There never were chunks.
          bytes = body
        } else {
          contents += rest
          bytes = contents[...]
          isDamaged = !rest.isEmpty
        }
        return
      }
      if size == 0 { break }
      let chunk = rest[start...].prefix(size)
      contents += chunk
      rest = rest[chunk.endIndex...]
      if chunk.count < size {
        isDamaged = true
        break
      }
      if rest.first == 0x0D { rest = rest.dropFirst() }
      if rest.first == 0x0A { rest = rest.dropFirst() }
    }
    bytes = contents[...]
  }

  /// The length of a chunk, and where its bytes begin; `nil` where no chunk does.
  private static func size(_ rest: ArraySlice<UInt8>) -> (size: Int, start: Int)? {
    // Extensions may follow the digits.
    let window = rest.prefix(1 << 10)
    guard let end = window.firstIndex(of: 0x0A) else { return nil }
    let digits = window[..<end].prefix { byte in
      (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
    }
    guard (1...15).contains(digits.count),
      let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    let behind = window[digits.endIndex..<end].first { $0 != 0x20 && $0 != 0x09 }
    guard behind == nil || behind == 0x0D || behind == UInt8(ascii: ";") else { return nil }
    return (size, end + 1)
  }
}
