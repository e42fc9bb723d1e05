#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Signals for what every write tells of anyway.
enum IgnoredSignals {
  /// Makes a closed pipe and a file that has reached its limit (`ulimit -f`) errors of the write, so
  /// that they are told of and temporary files are removed.
  static func setUp() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}
