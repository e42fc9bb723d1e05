import NewsKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes to standard output.
struct StandardOutput: ByteSink {
  mutating func write(_ bytes: [UInt8]) throws(ConversionError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        systemWrite(STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: raw[written...]))
      }
      guard count >= 0 else {
        throw ConversionError(
          .inputOutput, "standard output cannot be written: \(systemMessage(errno))")
      }
      written += count
    }
  }
}
