internal import CMalloc

/// How the process takes memory from the system.
enum MemoryAllocation {
  /// Tells the C library to join small pieces of memory as they are given back.
  ///
  /// It keeps them apart for quick use and joins them all whenever a large piece is given back,
  /// which a conversion does at every article: 3 % of a digest's time.
  static func setUp() {
    #if canImport(Glibc)
      mallopt(M_MXFAST, 0)
    #endif
  }

  /// Keeps a value until the process ends, for what is taken apart piece by piece otherwise just
  /// before the system takes it back at once.
  static func keepUntilExit(_ value: Any) { _ = Unmanaged.passRetained(Kept(value)) }

  private final class Kept {
    let value: Any
    init(_ value: Any) { self.value = value }
  }
}
