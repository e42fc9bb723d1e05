/// Bytes that come in portions: a file, standard input, a response.
public protocol ByteStream: AnyObject {
  /// The next portion, never empty; `nil` at the end.
  func next() throws(ConversionError) -> [UInt8]?
}

/// Reads a stream line by line or in pieces of a known length, keeping no more of it in memory than
/// it is asked for.
public final class ByteReader {
  private let stream: (any ByteStream)?
  private var buffer: [UInt8]
  /// Where in the buffer reading goes on.
  private var start = 0
  private var isAtEnd: Bool
  /// How many bytes were taken so far.
  public private(set) var position = 0

  /// A line, without its line break.
  public struct Line: Sendable, Hashable {
    /// Its bytes, as far as the limit allows.
    public var bytes: [UInt8]
    /// Whether it was longer than the limit: the rest of it was passed over.
    public var isCut: Bool
  }

  /// Reads a stream from its beginning.
  public init(_ stream: any ByteStream) {
    self.stream = stream
    buffer = []
    isAtEnd = false
  }

  /// Reads bytes that are in memory already.
  public init(bytes: [UInt8]) {
    stream = nil
    buffer = bytes
    isAtEnd = true
  }

  /// Whether a whole line is at hand, or the end was met.
  package var hasLine: Bool { isAtEnd || buffer[start...].contains(0x0A) }

  /// The next bytes, which stay to be read; fewer than asked for only at the end.
  public func peek(_ count: Int) throws(ConversionError) -> ArraySlice<UInt8> {
    while buffer.count - start < count, try fetch() {}
    return buffer[start..<min(buffer.count, start + max(0, count))]
  }

  /// Takes bytes; fewer than asked for only at the end.
  public func read(_ count: Int) throws(ConversionError) -> [UInt8] {
    let bytes = Array(try peek(count))
    advance(bytes.count)
    return bytes
  }

  /// Passes over bytes.
  ///
  /// - Returns: how many there were.
  @discardableResult
  public func skip(_ count: Int) throws(ConversionError) -> Int {
    var left = max(0, count)
    while left > 0 {
      if start == buffer.count, try !fetch() { break }
      let step = min(left, buffer.count - start)
      advance(step)
      left -= step
    }
    return max(0, count) - left
  }

  /// Takes the next line, ended by LF or CRLF or by the end; `nil` where there is none left.
  ///
  /// - Parameter limit: how many bytes of it are kept.
  public func line(limit: Int) throws(ConversionError) -> Line? {
    if start == buffer.count, try !fetch() { return nil }
    var line = Line(bytes: [], isCut: false)
    while true {
      let end = buffer[start...].firstIndex(of: 0x0A)
      let piece = buffer[start..<(end ?? buffer.count)]
      // One byte more than the limit: a CR before the line break is none of the line.
      let room = max(0, limit - line.bytes.count) + 1
      if piece.count > room { line.isCut = true }
      line.bytes += piece.prefix(room)
      advance(piece.count + (end == nil ? 0 : 1))
      if end != nil { break }
      if try !fetch() { break }
    }
    if line.bytes.last == 0x0D, !line.isCut { line.bytes.removeLast() }
    if line.bytes.count > limit {
      line.isCut = true
      line.bytes.removeLast(line.bytes.count - limit)
    }
    return line
  }

  /// Takes all that is left.
  ///
  /// - Throws: ``ConversionError`` (`limitExceeded`) if it is more than the limit.
  public func rest(limit: Int) throws(ConversionError) -> [UInt8] {
    while buffer.count - start <= limit, try fetch() {}
    if buffer.count - start > limit {
      throw ConversionError(.limitExceeded, "is larger than the limit of \(limit) bytes")
    }
    let bytes = start == 0 ? buffer : Array(buffer[start...])
    position += bytes.count
    buffer = []
    start = 0
    return bytes
  }

  private func advance(_ count: Int) {
    start += count
    position += count
  }

  /// Gets the next portion; whether there was one.
  private func fetch() throws(ConversionError) -> Bool {
    guard !isAtEnd, let portion = try stream?.next() else {
      isAtEnd = true
      return false
    }
    if start == buffer.count {
      buffer = portion
      start = 0
    } else {
      // What was taken goes once it is the larger part, so that moving stays linear.
      if start > buffer.count / 2 {
        buffer.removeFirst(start)
        start = 0
      }
      buffer += portion
    }
    return true
  }
}
