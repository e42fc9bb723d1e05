internal import NewsBytes

/// Addresses as RFC 3986 has them.
package enum URLReference {
  private struct Parts {
    var scheme: Substring?
    var authority: Substring?
    var path: Substring
    var query: Substring?
    var fragment: Substring?

    init(_ text: String) {
      var rest = text[...]
      let bytes = text.utf8
      if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
        fragment = rest[bytes.index(after: hash)...]
        rest = rest[..<hash]
      }
      if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
        query = rest[bytes.index(after: mark)...]
        rest = rest[..<mark]
      }
      if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), colon > rest.startIndex,
        rest.utf8[..<colon].allSatisfy({ Parts.isSchemeByte($0) }),
        rest.utf8.first.map({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) == true
      {
        scheme = rest[..<colon]
        rest = rest[bytes.index(after: colon)...]
      }
      if rest.utf8.starts(with: "//".utf8) {
        let start = bytes.index(rest.startIndex, offsetBy: 2)
        let end = rest.utf8[start...].firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        authority = rest[start..<end]
        rest = rest[end...]
      }
      path = rest
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    var text: String {
      var result = ""
      if let scheme { result += scheme + ":" }
      if let authority { result += "//" + authority }
      result += path
      if let query { result += "?" + query }
      if let fragment { result += "#" + fragment }
      return result
    }
  }

  /// A reference resolved against an absolute address (section 5.2); as it is where that is none.
  package static func resolved(_ reference: String, against base: String?) -> String {
    guard let base, !reference.isEmpty else { return reference }
    var parts = Parts(reference)
    guard parts.scheme == nil else { return reference }
    let root = Parts(base)
    guard root.scheme != nil else { return reference }
    parts.scheme = root.scheme
    if parts.authority == nil {
      parts.authority = root.authority
      if parts.path.isEmpty {
        parts.path = root.path
        if parts.query == nil { parts.query = root.query }
      } else if !parts.path.hasPrefix("/") {
        let end = root.path.lastIndex(of: "/").map { root.path.index(after: $0) }
        let folder = end.map { String(root.path[..<$0]) } ?? "/"
        parts.path = (folder + parts.path)[...]
      }
    }
    parts.path = withoutDots(parts.path)[...]
    return parts.text
  }

  private static func withoutDots(_ path: Substring) -> String {
    guard path.utf8.last == UInt8(ascii: ".") || path.place(of: "./") != nil else {
      return String(path)
    }
    var output: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      if segment == "." {
        if isLast { output.append("") }
      } else if segment == ".." {
        if output.count > 1 { output.removeLast() }
        if isLast { output.append("") }
      } else {
        output.append(segment)
      }
    }
    return output.joined(separator: "/")
  }

  /// The host of an absolute address, without `www.`.
  package static func host(of address: String) -> String? {
    guard let authority = Parts(address).authority else { return nil }
    var host = authority[...]
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    if let colon = host.firstIndex(of: ":") { host = host[..<colon] }
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    return host.isEmpty ? nil : host.lowercased()
  }

  /// The path of an address.
  package static func path(of address: String) -> String { String(Parts(address).path) }
}
