#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is known of standard input.
enum StandardInput {
  /// Whether something is piped into it: a pipe, a socket, or a file with something in it; not a
  /// terminal and not `/dev/null`.
  static var isPiped: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    switch status.st_mode & S_IFMT {
    case S_IFIFO, S_IFSOCK: return true
    case S_IFREG: return status.st_size > 0
    default: return false
    }
  }
}
