#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Folders of the user (the XDG Base Directory Specification).
package enum UserFolder {
  /// Where the cache and what was taken are kept: `$XDG_CACHE_HOME/newsconv`, else
  /// `~/.cache/newsconv`.
  package static var cache: String? {
    if let folder = variable("XDG_CACHE_HOME"), folder.hasPrefix("/") {
      return folder + "/newsconv"
    }
    return home.map { $0 + "/.cache/newsconv" }
  }

  /// The user's own folder.
  package static var home: String? { variable("HOME") }

  /// A variable of the environment; `nil` where it is not set or empty.
  package static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
