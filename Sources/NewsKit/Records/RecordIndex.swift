internal import NewsFiles

/// Where the records of a file lie, so that parts of it can be read without what is before them.
public struct RecordIndex {
  private let collection: any IndexedCollection

  /// Opens a file of records.
  ///
  /// - Throws: ``ConversionError`` (`badInput`) for a file that has none.
  public init(_ path: String, registry: FormatRegistry = .standard) throws(ConversionError) {
    let bytes = ByteReader(try FileByteStream(path))
    var source = Source(bytes: [])
    source.path = path == "-" ? nil : path
    let converter = try Converter(to: "json", registry: registry)
    var diagnostics = Diagnostics(file: path)
    guard let registration = try converter.collection(of: bytes, source),
      let collection = try registration.open(
        CollectionInput(.bytes(bytes), source: source), FormatOptions(), &diagnostics)
        as? any IndexedCollection
    else {
      throw ConversionError(
        .badInput, "is no file of records: a web archive or lines of JSON", file: path)
    }
    self.collection = collection
  }

  /// The place of the next record; `nil` at the end.
  public func next() throws(ConversionError) -> RecordPlace? { try collection.nextPlace() }

  /// What was damaged so far, and was not asked for before.
  public func takeDiagnostics() -> [Diagnostic] { collection.takeDiagnostics() }
}
