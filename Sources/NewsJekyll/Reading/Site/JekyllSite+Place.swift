import Liquid

/// Where a site is on the web, with the slashes that configurations have or lack.
extension JekyllSite {
  /// Scheme and host, if the configuration names them.
  var webAddress: String? {
    let address = Self.trimmed(address, atStart: false)
    let scheme = address.prefix { $0 != ":" }.lowercased()
    let hasHost = address.dropFirst(scheme.count).hasPrefix("://")
    return hasHost && (scheme == "http" || scheme == "https") ? address : nil
  }

  /// The path of the site's root there, empty or beginning with a slash.
  var rootPath: String {
    let path = Self.trimmed(basePath, atStart: true)
    return path.isEmpty ? "" : "/" + path
  }

  private static func trimmed(_ text: String, atStart: Bool) -> String {
    var rest = text[...]
    while rest.utf8.last == UInt8(ascii: "/") { rest.removeLast() }
    while atStart, rest.utf8.first == UInt8(ascii: "/") { rest.removeFirst() }
    return String(rest)
  }
}
