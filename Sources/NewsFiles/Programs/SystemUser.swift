#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Who runs this.
package enum SystemUser {
  /// Whether it is the one who may do anything.
  package static var isRoot: Bool { geteuid() == 0 }
}
