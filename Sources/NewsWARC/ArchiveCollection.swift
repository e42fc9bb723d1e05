public import NewsModel
internal import NewsRecords

/// The pages of a web archive: WARC (ISO 28500) 0.17 to 1.1, or ARC 1 and 2, plain, or compressed with
/// gzip or Zstandard, as many records to a member as there may be.
///
/// Its items are the responses with a status of success, the resources and the conversions (Common
/// Crawl's WET files) that are pages or text. Everything else is passed over.
public final class ArchiveCollection: IndexedCollection {
  /// How the format is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "warc", summary: "web archives, WARC or ARC: an article a page",
      extensions: ["warc", "warc.gz", "warc.zst", "arc", "arc.gz", "wet.gz"],
      mediaType: "application/warc", aliases: ["arc", "wet"]),
    options: [RecordRange.option, RecordRange.startOption],
    recognize: { head in
      if let compression = Compression(head: head) {
        return isArchive(compression.beginning(of: head, count: 1 << 10)[...]) ? 100 : 0
      }
      return isArchive(head) ? 100 : 0
    },
    open: { (input, options, diagnostics) throws(ConversionError) in
      guard case .bytes(let bytes) = input.content else {
        throw ConversionError(.badInput, "is a folder, not an archive", file: input.source.path)
      }
      let start = try RecordRange.start(options)
      try bytes.skip(start.offset)
      return try ArchiveCollection(
        bytes, range: RecordRange(options), start: start, limits: input.limits,
        name: input.source.name)
    })

  private static func isArchive(_ head: ArraySlice<UInt8>) -> Bool {
    let head = head.drop { $0 == 0x0A || $0 == 0x0D }
    return ArchiveHeader.isWARC(head) || ArchiveHeader.isARCFile(head)
  }

  private let records: ArchiveRecords
  private let range: RecordRange
  private let limit: Int
  private let name: String?

  init(
    _ bytes: ByteReader, range: RecordRange, start: (number: Int, offset: Int), limits: Limits,
    name: String?
  ) throws(ConversionError) {
    self.range = range
    self.name = name
    limit = limits.recordBytes
    records = try ArchiveRecords(
      RecordBytes(bytes), first: start.number, limit: limits.recordBytes, file: name)
  }

  /// The next page, packed.
  public func next() throws(ConversionError) -> CollectionItem? {
    while records.number <= range.last, let record = try records.next() {
      guard range.contains(record.number), record.header.kind != .other else { continue }
      let item = CollectionItem(name: Self.name(of: record), content(of: record))
      return item
    }
    return nil
  }

  /// Where the next record lies.
  public func nextPlace() throws(ConversionError) -> RecordPlace? {
    guard let record = try records.next() else { return nil }
    return RecordPlace(
      number: record.number, offset: record.isAtUnit ? record.offset : nil, url: record.header.url)
  }

  /// What was repaired or passed over.
  public func takeDiagnostics() -> [Diagnostic] { records.takeDiagnostics() }

  /// Opens responses.
  public var unpacker: (any ItemUnpacker)? { ArchiveUnpacker() }

  private func content(of record: ArchiveRecords.Record) -> CollectionItem.Content {
    let header = record.header
    var source = Source(bytes: [], url: header.url)
    source.retrieved = header.date
    source.metadata.id = header.id
    source.metadata.retrieved = header.date
    source.mediaType =
      header.kind == .conversion ? ArchiveUnpacker.converted : header.contentType
    // Text that others made knows its address from here alone.
    if header.kind == .conversion { source.metadata.canonicalURL = header.url }
    guard let content = record.content else {
      return .unreadable(
        source,
        ConversionError(
          .limitExceeded,
          "the record at offset \(record.offset) is larger than the limit of \(limit) bytes",
          file: name))
    }
    source.bytes = Array(content)
    return .packed(source)
  }

  /// The number of the record, and the last part of its address for people.
  private static func name(of record: ArchiveRecords.Record) -> String {
    let number = String(record.number)
    guard let url = record.header.url else { return number }
    let path = url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let parts = path.split(separator: UInt8(ascii: "/"))
    guard parts.count > 1, let last = parts.last else { return number }
    let stem = last.prefix { $0 != UInt8(ascii: ".") }
    let isPlain = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
        || byte == 0x5F
    }
    let word = String(decoding: stem.filter(isPlain).prefix(60), as: UTF8.self)
    return word.isEmpty ? number : number + "-" + word
  }
}
