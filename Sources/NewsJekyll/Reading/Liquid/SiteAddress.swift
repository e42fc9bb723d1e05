import Liquid
internal import NewsBytes

/// Addresses as Jekyll's `relative_url` and `absolute_url` write them (RFC 3986).
enum SiteAddress {
  /// An address within the site with `baseurl` before it; one with a scheme stays as it is.
  static func relative(_ address: String, in site: any JekyllLiquidSite) -> String {
    if hasScheme(address) { return address }
    var base = site.basePath
    if base.hasSuffix("/") { base.removeLast() }
    return normalized(slashed(base) + slashed(address))
  }

  /// An address with the site's `url` and `baseurl` before it; one with a scheme stays as it is.
  static func absolute(_ address: String, in site: any JekyllLiquidSite) -> String {
    if hasScheme(address) { return address }
    let relative = relative(address, in: site)
    return site.address.isEmpty ? relative : normalized(site.address + relative)
  }

  private static func slashed(_ text: String) -> String {
    text.isEmpty || text.hasPrefix("/") ? text : "/" + text
  }

  /// Whether an address begins with a scheme and a colon.
  static func hasScheme(_ address: String) -> Bool {
    var isFirst = true
    for byte in address.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: break
      case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if isFirst { return false }
      case UInt8(ascii: ":"): return !isFirst
      default: return false
      }
      isFirst = false
    }
    return false
  }

  /// The address with its scheme and host in lower case, without `.` and `..`, and with all that
  /// must not stand in an address as `%XX`.
  static func normalized(_ address: String) -> String {
    var rest = address[...]
    var result = ""
    if let mark = rest.place(of: "://"), hasScheme(address) {
      let path = rest[mark.upperBound...].firstIndex { $0 == "/" || $0 == "?" || $0 == "#" }
      let end = path ?? rest.endIndex
      result = rest[..<end].lowercased()
      rest = rest[end...]
      if !rest.hasPrefix("/") { result += rest.isEmpty ? "/" : "" }
    }
    let pathEnd = rest.firstIndex { $0 == "?" || $0 == "#" } ?? rest.endIndex
    result += path(rest[..<pathEnd])
    return result + encoded(rest[pathEnd...], keeping: "/?#")
  }

  /// A path without dot segments.
  private static func path(_ path: Substring) -> String {
    var segments: [String] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { segments.append("") }
      case "..":
        if segments.count > 1 { segments.removeLast() }
        if isLast { segments.append("") }
      default: segments.append(encoded(part, keeping: ""))
      }
    }
    return segments.joined(separator: "/")
  }

  /// Percent encoding done anew: what need not be encoded no longer is, all else is.
  static func encoded(_ text: Substring, keeping more: String) -> String {
    let kept = Set("-._~!$&'()*+,;=:@".utf8).union(more.utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      var byte = bytes[place]
      var wasEncoded = false
      if byte == UInt8(ascii: "%"), place + 2 < bytes.count,
        let value = UInt8(
          String(decoding: bytes[(place + 1)...(place + 2)], as: UTF8.self), radix: 16)
      {
        byte = value
        wasEncoded = true
        place += 2
      }
      place += 1
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: result.append(byte)
      default:
        if kept.contains(byte), !wasEncoded || !more.utf8.contains(byte) {
          result.append(byte)
        } else {
          result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
