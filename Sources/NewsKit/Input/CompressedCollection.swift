internal import NewsRecords

/// A file that was compressed as a whole, `page.html.gz`: what it is shows when it is open.
final class CompressedCollection: ArticleCollection {
  static let registration = CollectionRegistration(
    format: Format(
      name: "gzip", summary: "a page or the like, compressed with gzip or Zstandard",
      extensions: endings.flatMap { ending in names.map { $0 + "." + ending } },
      mediaType: "application/gzip"),
    // Archives and lines that are compressed are known to be such.
    recognize: { Compression(head: $0) == nil ? 0 : 20 },
    open: { (input, _, diagnostics) throws(ConversionError) in
      guard case .bytes(let bytes) = input.content else {
        throw ConversionError(.badInput, "is a folder, not a file", file: input.source.path)
      }
      return try CompressedCollection(
        bytes, source: input.source, limits: input.limits, diagnostics: &diagnostics)
    })

  private static let endings = ["gz", "zst"]
  private static let names = [
    "html", "htm", "xhtml", "xml", "md", "markdown", "mhtml", "mht", "eml",
  ]

  private let inner: Source
  private var isTaken = false

  let isSingle = true
  let count: Int? = 1

  init(
    _ bytes: ByteReader, source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    guard let compression = Compression(head: try bytes.peek(8)) else {
      throw ConversionError(
        .badInput, "is not compressed with gzip or Zstandard", file: source.path)
    }
    let stream = CompressedStream(bytes, compression)
    var inner = source
    inner.bytes = try ByteReader(stream).rest(limit: limits.inputBytes)
    if let fault = stream.fault {
      guard !inner.bytes.isEmpty else {
        throw ConversionError(.badInput, "is damaged: \(fault.message)", file: source.path)
      }
      diagnostics.warn(
        .recordRepaired, "is damaged or cut, and read as far as it goes: \(fault.message)")
    }
    if inner.bytes.isEmpty {
      throw ConversionError(.badInput, "holds nothing", file: source.path)
    }
    if inner.mediaType?.lowercased().hasSuffix("gzip") == true { inner.mediaType = nil }
    // What recognises it goes by the name that it had.
    if let path = source.path, let ending = FilePath(path).fileExtension,
      Self.endings.contains(ending)
    {
      inner.path = FilePath(path).withoutExtension
    }
    self.inner = inner
  }

  func next() -> CollectionItem? {
    if isTaken { return nil }
    isTaken = true
    return CollectionItem(name: "page", .input(inner.path ?? "-", inner))
  }
}
