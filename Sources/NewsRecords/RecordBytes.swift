package import NewsModel

/// The bytes of a file of records, decompressed where the file is compressed, with where they lie in
/// it.
package final class RecordBytes {
  private let file: ByteReader
  private let compressed: CompressedStream?
  private var reader: ByteReader
  /// Where among all decompressed bytes the reader began.
  private var base = 0

  /// Looks at the first bytes to see whether they are compressed.
  package init(_ file: ByteReader) throws(ConversionError) {
    self.file = file
    if let compression = Compression(head: try file.peek(8)) {
      let stream = CompressedStream(file, compression)
      compressed = stream
      reader = ByteReader(stream)
    } else {
      compressed = nil
      reader = file
    }
  }

  /// Whether the file is compressed.
  package var isCompressed: Bool { compressed != nil }

  /// How many decompressed bytes were taken.
  package var position: Int { compressed == nil ? file.position : base + reader.position }

  /// Where what comes next lies in the file: the beginning of its unit, where it is compressed.
  package var offset: Int { offset(at: position) }

  /// Whether what comes next can be read without what is before it.
  package var isAtUnit: Bool {
    guard let compressed else { return true }
    let position = position
    return compressed.units.contains { $0.position == position }
  }

  private func offset(at position: Int) -> Int {
    guard let compressed else { return position }
    return compressed.units.last { $0.position <= position }?.offset ?? 0
  }

  /// The next bytes, which stay to be read; fewer than asked for only where they end, or where they
  /// are damaged.
  package func peek(_ count: Int) throws(ConversionError) -> ArraySlice<UInt8> {
    try reader.peek(count)
  }

  /// Passes over bytes; how many there were.
  @discardableResult
  package func skip(_ count: Int) throws(ConversionError) -> Int {
    defer { compressed?.forgetUnits(before: position) }
    return try reader.skip(count)
  }

  /// The next line.
  package func line(limit: Int) throws(ConversionError) -> ByteReader.Line? {
    defer { compressed?.forgetUnits(before: position) }
    return try reader.line(limit: limit)
  }

  /// What is damaged, where the bytes ended because of it.
  package var fault: CompressedStream.Fault? { compressed?.fault }

  /// Goes on behind what is damaged; whether there is something.
  package func resume() throws(ConversionError) -> Bool {
    guard let compressed, compressed.fault != nil, try compressed.resume() else { return false }
    base = compressed.position
    reader = ByteReader(compressed)
    return true
  }
}
