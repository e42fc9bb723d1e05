import ArgumentParser
import NewsKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes to standard output.
struct StandardOutput: ByteSink {
  /// Throws where a format is no text and standard output is a terminal.
  static func check(_ format: Format) throws(ConversionError) {
    guard !format.isText, isatty(STDOUT_FILENO) == 1 else { return }
    throw ConversionError(
      .badOption,
      "\(format.name) is not for a terminal: name a file with -o, or redirect standard output")
  }

  /// Writes what a command tells of itself; where that fails, says so and throws the exit status.
  static func tell(_ bytes: [UInt8]) throws(ExitCode) {
    var output = StandardOutput()
    do {
      try output.write(bytes)
    } catch {
      var console = Console()
      console.say(error)
      throw ExitCode(ExitStatus.of(error))
    }
  }

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
