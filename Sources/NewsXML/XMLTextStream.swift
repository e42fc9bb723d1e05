package import NewsModel
internal import NewsText

/// An XML document made ready for the parser piece by piece, as it comes.
///
/// A document of usual size is prepared whole (``XMLText``); of a longer one in UTF-8 only a piece is
/// in memory at a time. One in another encoding is always read whole.
package final class XMLTextStream {
  private let reader: ByteReader?
  private let entity: ([UInt8]) -> [UInt8]
  private var entities: [[UInt8]: [UInt8]] = [:]
  /// What was read and not handed on yet.
  private var buffer: [UInt8]
  private var whole: ArraySlice<UInt8>?
  /// How many lines the removed beginning had.
  package private(set) var lineOffset: Int
  /// Why the document cannot be read to its end.
  package private(set) var failure: ConversionError?
  /// Why the text ends before the document does, and where.
  private(set) var cut: (reason: String, line: Int)?
  /// How many lines were handed on.
  private var lines = 0
  private let limit: Int

  /// Documents up to this are prepared whole.
  private static let usual = 4 << 20
  /// How much is read at once of a longer one, and handed to the parser at once.
  private static let portion = 1 << 18
  private static let piece = 1 << 16
  /// A text without any markup that is longer is cut where it is.
  private static let longestText = 32 << 20

  /// The pieces of a document that is prepared already.
  package init(_ text: XMLText) {
    reader = nil
    entity = { $0 }
    buffer = []
    limit = 0
    whole = text.utf8[...]
    lineOffset = text.lineOffset
    cut = text.cut
  }

  /// Prepares a document as it comes.
  ///
  /// - Parameters:
  ///   - reader: its bytes.
  ///   - transport: the encoding that the transport named.
  ///   - limits: how many bytes it may have.
  ///   - entity: what a reference such as `&nbsp;` stands for, as of ``XMLText``.
  package init(
    _ reader: ByteReader, transport: String? = nil, limits: Limits,
    entity: @escaping ([UInt8]) -> [UInt8]
  ) throws(ConversionError) {
    self.entity = entity
    limit = limits.inputBytes
    let head = Array(try reader.peek(Self.usual + 1))
    let isLong = head.count > Self.usual
    if !isLong || Self.charset(of: head, transport) != .utf8 {
      let text = XMLText(
        try reader.rest(limit: limits.inputBytes), transport: transport, entity: entity)
      self.reader = nil
      buffer = []
      whole = text.utf8[...]
      lineOffset = text.lineOffset
      cut = text.cut
      return
    }
    self.reader = reader
    var prolog = XMLProlog(head)
    prolog.read()
    entities = prolog.entities
    lineOffset = head[..<prolog.end].count { $0 == 0x0A }
    try reader.skip(prolog.end)
    buffer = []
  }

  private static func charset(of head: [UInt8], _ transport: String?) -> Charset {
    // The beginning may end within a character.
    let end = head.lastIndex(of: UInt8(ascii: "<")) ?? head.count
    return TextDecoder.xml(Array(head[..<end]), transport: transport).charset
  }

  /// The next piece, never empty; `nil` at the end, also where no more can be had.
  package func next() -> ArraySlice<UInt8>? {
    if let rest = whole {
      if rest.isEmpty { return nil }
      whole = rest.dropFirst(Self.piece)
      return rest.prefix(Self.piece)
    }
    guard let reader, cut == nil else { return nil }
    while true {
      let portion: [UInt8]
      do throws(ConversionError) {
        guard reader.position <= limit else {
          throw ConversionError(.limitExceeded, "is larger than the limit of \(limit) bytes")
        }
        portion = try reader.read(Self.portion)
      } catch {
        failure = failure ?? error
        portion = []
      }
      buffer += portion
      if buffer.isEmpty { return nil }
      let end = portion.isEmpty ? buffer.count : Self.safeEnd(buffer)
      if end == 0, buffer.count < Self.longestText { continue }
      let length = end == 0 ? buffer.count : end
      let piece = prepared(Array(buffer[..<length]))
      buffer.removeFirst(length)
      if !piece.isEmpty { return piece[...] }
      if cut != nil { return nil }
    }
  }

  /// A piece of the document as the parser wants it.
  private func prepared(_ bytes: [UInt8]) -> [UInt8] {
    let text = TextDecoder.xml(bytes, transport: "utf-8").utf8
    var body = XMLText.Body(entities: entities, entity: entity, output: [], repairs: 0)
    text.withUnsafeBufferPointer { body.copy($0, from: 0) }
    lines += body.output.count { $0 == 0x0A }
    cut = body.cut.map { ($0, 1 + lineOffset + lines) }
    return body.output
  }

  /// Where a piece may end: before the last tag that begins in no comment or CDATA section.
  private static func safeEnd(_ buffer: [UInt8]) -> Int {
    buffer.withUnsafeBufferPointer { bytes in
      var safe = 0
      var index = 0
      while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "<") else {
          index += 1
          continue
        }
        safe = index
        // Too near the end to know what it is.
        if index + 9 > bytes.count { return safe }
        if XMLText.Body.isOpaque(bytes, at: index) {
          guard let end = XMLText.Body.endOfOpaque(bytes, at: index), end < bytes.count else {
            return safe
          }
          index = end
        } else {
          index += 1
        }
      }
      return safe
    }
  }
}
