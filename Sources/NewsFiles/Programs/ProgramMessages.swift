internal import NewsModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What a program prints on standard error, passed on to ours line by line.
///
/// A program may quote what it was given, which strangers wrote: as in messages of our own, nothing of
/// it reaches a terminal that a terminal would obey.
struct ProgramMessages: ~Copyable {
  /// The end to read from; negative where there is nothing more.
  private(set) var descriptor: Int32
  private var line: [UInt8] = []

  /// A line longer than this is printed in parts.
  private static let longestLine = 1 << 16

  /// - Parameter descriptor: a socket's end, closed when this goes.
  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Passes on the lines that are there, without waiting for more.
  mutating func relay() {
    guard descriptor >= 0 else { return }
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = recv(descriptor, &chunk, chunk.count, Int32(MSG_DONTWAIT))
      if count < 0, errno == EINTR { continue }
      if count == 0 || count < 0 && errno != EAGAIN {
        flush()
        close(descriptor)
        descriptor = -1
      }
      if count <= 0 { return }
      for byte in chunk[..<count] {
        if byte == 0x0A || line.count >= Self.longestLine { flush() }
        if byte != 0x0A { line.append(byte) }
      }
    }
  }

  /// Passes on a line that has no end yet.
  mutating func flush() {
    if line.isEmpty { return }
    let text = PrintableText.message(String(decoding: line, as: UTF8.self)) + "\n"
    line.removeAll(keepingCapacity: true)
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = systemWrite(STDERR_FILENO, rest)
        if count <= 0 { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }
}
