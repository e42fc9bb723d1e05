#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where symbolic links lead.
enum SymbolicLink {
  /// As many as the system follows.
  private static let longestChain = 40

  /// The path that a path leads to when the links at its end are followed, also where nothing is
  /// there yet; `nil` where they lead round in circles.
  static func target(of path: String) -> String? {
    var path = path
    for _ in 0...longestChain {
      guard FileSystem.isLink(path), let next = destination(of: path) else { return path }
      path = next.utf8.first == UInt8(ascii: "/") ? next : FilePath(path).folder + "/" + next
    }
    return nil
  }

  private static func destination(of path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = readlink(path, start, buffer.count - 1)
      guard count >= 0 else { return nil }
      start[count] = 0
      return String(cString: start)
    }
  }
}
