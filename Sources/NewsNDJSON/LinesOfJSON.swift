public import NewsModel
internal import NewsRecords

/// Lines of JSON (NDJSON, JSON Lines): a page, a text or an article in the canonical form a line,
/// plain or compressed with gzip or Zstandard.
///
/// A page is an object with `html`, or with `bytes` in Base64 and their `encoding`; `url`, `id`,
/// `date` and the like say what is known of it, and what has no place in the model is carried through
/// in ``Metadata/extra``. `Documentation/rows.md` lists the names.
public final class LinesOfJSON: IndexedCollection {
  /// How the format is registered.
  public static let registration: CollectionRegistration = {
    var registration = CollectionRegistration(
      format: Format(
        name: "ndjson", summary: "lines of JSON: a page, a text or an article a line",
        extensions: [
          "ndjson", "jsonl", "ndjson.gz", "jsonl.gz", "json.gz", "ndjson.zst", "jsonl.zst",
        ],
        mediaType: "application/x-ndjson", aliases: ["jsonl", "jsonlines"]),
      options: [RecordRange.option, RecordRange.startOption],
      recognize: { LinesRecognizer.certainty(of: $0) },
      open: { (input, options, diagnostics) throws(ConversionError) in
        guard case .bytes(let bytes) = input.content else {
          throw ConversionError(
            .badInput, "is a folder, not a file of lines", file: input.source.path)
        }
        let start = try RecordRange.start(options)
        try bytes.skip(start.offset)
        return try LinesOfJSON(
          bytes, range: RecordRange(options), first: start.number, limits: input.limits,
          name: input.source.name)
      })
    registration.holds = "json"
    registration.looksAhead = { (bytes) throws(ConversionError) in
      try LinesRecognizer.hasSeveral(bytes)
    }
    return registration
  }()

  private let bytes: RecordBytes
  private let range: RecordRange
  private let limit: Int
  private var diagnostics: Diagnostics
  /// How many records were met.
  private var number: Int

  init(
    _ bytes: ByteReader, range: RecordRange, first: Int, limits: Limits, name: String?
  ) throws(ConversionError) {
    self.bytes = try RecordBytes(bytes)
    self.range = range
    number = first
    limit = limits.recordBytes
    diagnostics = Diagnostics(file: name)
  }

  /// Where the next line that is not blank lies.
  public func nextPlace() throws(ConversionError) -> RecordPlace? {
    let (offset, isAtUnit) = (bytes.offset, bytes.isAtUnit)
    guard try next() != nil else { return nil }
    // Blank lines before it belong to it.
    return RecordPlace(number: number - 1, offset: isAtUnit ? offset : nil)
  }

  /// The next line that is not blank, packed.
  public func next() throws(ConversionError) -> CollectionItem? {
    while number <= range.last {
      guard var line = try bytes.line(limit: limit) else {
        guard let fault = bytes.fault else { return nil }
        diagnostics.warn(
          .recordRepaired, "what is compressed at offset \(fault.offset) is lost: \(fault.message)")
        guard try bytes.resume() else { return nil }
        continue
      }
      // JSON text sequences (RFC 7464) begin each with a mark.
      if line.bytes.first == 0x1E { line.bytes.removeFirst() }
      guard line.bytes.contains(where: { $0 > 0x20 }) else { continue }
      number += 1
      guard range.contains(number - 1) else { continue }
      let name = String(number)
      if line.isCut {
        return CollectionItem(
          name: name,
          .failure(
            ConversionError(.limitExceeded, "the line is longer than the limit of \(limit) bytes")))
      }
      return CollectionItem(name: name, .packed(Source(bytes: line.bytes)))
    }
    return nil
  }

  /// What was lost.
  public func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = Diagnostics(file: diagnostics.file) }
    return diagnostics.all
  }

  /// Opens lines.
  public var unpacker: (any ItemUnpacker)? { LineUnpacker() }
}
