public import NewsModel

/// The messages of a mailbox file (mbox, RFC 4155), in their order.
public final class MailboxCollection: ArticleCollection {
  /// How the format is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "mbox", summary: "a mailbox: an article a message", extensions: ["mbox"],
      mediaType: "application/mbox"),
    recognize: { head in
      head.starts(with: "From ".utf8) && MailRecognizer.certainty(of: head) > 0 ? 100 : 0
    },
    open: { (input, _, _) throws(ConversionError) in
      guard case .bytes(let bytes) = input.content else {
        throw ConversionError(.badInput, "is a folder, not a mailbox", file: input.source.path)
      }
      return MailboxCollection(bytes, source: input.source, limits: input.limits)
    })

  private let bytes: ByteReader
  private let source: Source
  private let limit: Int
  private var number = 0
  private var hasBegun = false

  /// Reads the messages.
  public var reader: (any ArticleReader)? { MailReader() }

  init(_ bytes: ByteReader, source: Source, limits: Limits) {
    self.bytes = bytes
    self.source = source
    limit = limits.recordBytes
  }

  /// The next message.
  public func next() throws(ConversionError) -> CollectionItem? {
    var message: [UInt8] = []
    var isTooLarge = false
    var isAfterBlank = true
    var hasMessage = hasBegun
    while let line = try bytes.line(limit: limit) {
      if isAfterBlank, Self.isSeparator(line.bytes[...]) {
        hasBegun = true
        if hasMessage { return item(message, isTooLarge) }
        hasMessage = true
        isAfterBlank = false
        continue
      }
      isAfterBlank = line.bytes.isEmpty
      if line.isCut || message.count + line.bytes.count > limit {
        isTooLarge = true
        message = []
      }
      if isTooLarge { continue }
      message += Self.unquoted(line.bytes[...])
      message.append(0x0A)
    }
    hasBegun = false
    return message.contains { $0 > 0x20 } || isTooLarge ? item(message, isTooLarge) : nil
  }

  private func item(_ bytes: [UInt8], _ isTooLarge: Bool) -> CollectionItem {
    number += 1
    var source = self.source
    source.bytes = bytes
    source.mediaType = "message/rfc822"
    let name = "message-\(number)"
    guard !isTooLarge else {
      return CollectionItem(
        name: name,
        .failure(ConversionError(.limitExceeded, "message \(number) is larger than \(limit) bytes"))
      )
    }
    return CollectionItem(name: name, .source(source))
  }

  /// The line before a message: `From ann@harbour.example Mon May  4 10:00:00 2026`.
  private static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "From ".utf8) else { return false }
    // A time of day is in it, and a year ends it, or a zone or the time after the year.
    let words = line.split(separator: 0x20)
    let isDigit = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
    return words.suffix(3).contains { $0.count == 4 && $0.allSatisfy(isDigit) }
      && words.suffix(4).contains { word in
        word.count >= 4 && word.contains(UInt8(ascii: ":"))
          && word.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ":") }
      }
  }

  /// `>From` at the beginning of a line was `From`.
  private static func unquoted(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard line.first == UInt8(ascii: ">") else { return line }
    return line.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8)
      ? line.dropFirst() : line
  }
}
