/// A path that stands for an open file of the process: `/dev/stdout`, `/dev/fd/3`.
struct DescriptorPath {
  /// The number of the open file.
  let descriptor: Int32

  /// Reads a path; `nil` for any other.
  init?(_ path: String) {
    switch path {
    case "/dev/stdin": descriptor = 0
    case "/dev/stdout": descriptor = 1
    case "/dev/stderr": descriptor = 2
    default:
      for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
        let digits = path.dropFirst(folder.count)
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int32(digits)
        else { return nil }
        descriptor = number
        return
      }
      return nil
    }
  }
}
