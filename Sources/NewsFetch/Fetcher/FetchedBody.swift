internal import NewsFiles
public import NewsModel

/// The body of a response: in memory, or in a file where it is large.
public struct FetchedBody: Sendable {
  private enum Storage: Sendable {
    case memory([UInt8])
    case scratch(ScratchFile, [ScratchFile.Place])
    case file(String, count: Int)
  }

  private let storage: Storage

  /// A body in memory.
  public init(_ bytes: [UInt8]) { storage = .memory(bytes) }

  init(_ file: ScratchFile, _ places: [ScratchFile.Place]) { storage = .scratch(file, places) }

  init(path: String, count: Int) { storage = .file(path, count: count) }

  /// How many bytes it has.
  public var count: Int {
    switch storage {
    case .memory(let bytes): bytes.count
    case .scratch(_, let places): places.reduce(0) { $0 + $1.count }
    case .file(_, let count): count
    }
  }

  /// Its bytes.
  ///
  /// - Throws: `ConversionError` where the file that holds them cannot be read.
  public func bytes() throws(ConversionError) -> [UInt8] {
    if case .memory(let bytes) = storage { return bytes }
    let stream = try stream()
    var all: [UInt8] = []
    all.reserveCapacity(count)
    while let portion = try stream.next() { all += portion }
    return all
  }

  /// Its bytes from the beginning, in portions.
  public func reader() throws(ConversionError) -> ByteReader {
    if case .memory(let bytes) = storage { return ByteReader(bytes: bytes) }
    return ByteReader(try stream())
  }

  func stream() throws(ConversionError) -> any ByteStream {
    switch storage {
    case .memory(let bytes): Portions([bytes]) { (bytes) throws(ConversionError) in bytes }
    case .scratch(let file, let places):
      Portions(places) { (place) throws(ConversionError) in try file.bytes(at: place) }
    case .file(let path, _): try FileByteStream(path)
    }
  }

  private final class Portions<Place>: ByteStream {
    private var places: ArraySlice<Place>
    private let read: (Place) throws(ConversionError) -> [UInt8]

    init(_ places: [Place], _ read: @escaping (Place) throws(ConversionError) -> [UInt8]) {
      self.places = places[...]
      self.read = read
    }

    func next() throws(ConversionError) -> [UInt8]? {
      while let place = places.popFirst() {
        let bytes = try read(place)
        if !bytes.isEmpty { return bytes }
      }
      return nil
    }
  }
}
