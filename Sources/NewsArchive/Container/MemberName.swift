internal import NewsAddress

/// Names of files in an archive, and what references between them mean.
package enum MemberName {
  /// The folder of a file, with its slash; empty for the archive's own.
  package static func folder(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
  }

  /// The name that a reference means, seen from a folder of the archive, without its fragment. None
  /// leads out of the archive.
  package static func resolved(_ reference: String, from folder: String) -> String {
    let path = WebAddress.decoded(String(reference.prefix { $0 != "#" && $0 != "?" }))
    var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  /// What stands behind the `#` of a reference.
  package static func fragment(of reference: String) -> String? {
    guard let hash = reference.firstIndex(of: "#") else { return nil }
    let fragment = WebAddress.decoded(String(reference[reference.index(after: hash)...]))
    return fragment.isEmpty ? nil : fragment
  }

  /// Whether a reference leads to something in the archive: a path, no address of the web.
  package static func isPath(_ reference: String) -> Bool {
    if reference.hasPrefix("//") { return false }
    let scheme = reference.prefix { $0 != "/" && $0 != "#" && $0 != "?" }
    return !scheme.contains(":")
  }

  /// The path of an address of the web.
  package static func pathOfAddress(_ address: String) -> String? {
    let scheme = address.prefix { $0 != "/" }
    let rest = address[scheme.endIndex...]
    guard rest.hasPrefix("//") else { return nil }
    let path = rest.dropFirst(2).drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" }
    return path.isEmpty ? nil : String(path)
  }

  /// A reference to a name, seen from a folder.
  package static func reference(to name: String, from folder: String) -> String {
    let target = name.split(separator: "/", omittingEmptySubsequences: false)
    let here = folder.split(separator: "/")
    var common = 0
    while common < here.count, common + 1 < target.count, here[common] == target[common] {
      common += 1
    }
    let up = String(repeating: "../", count: here.count - common)
    return up + encoded(target[common...].joined(separator: "/"))
  }

  /// A path as it stands in an address.
  private static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0...0x20, UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "\""):
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
