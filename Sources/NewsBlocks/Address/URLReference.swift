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
      var places = Places()
      text.withBytes { places.find(in: $0) }
      let bytes = text.utf8
      func part(_ start: Int, _ end: Int) -> Substring {
        let start = bytes.index(bytes.startIndex, offsetBy: start)
        return text[start..<bytes.index(bytes.startIndex, offsetBy: end)]
      }
      if places.schemeEnd > 0 { scheme = part(0, places.schemeEnd) }
      if places.pathStart > places.start { authority = part(places.start + 2, places.pathStart) }
      path = part(places.pathStart, places.pathEnd)
      if places.queryEnd > places.pathEnd { query = part(places.pathEnd + 1, places.queryEnd) }
      if places.count > places.queryEnd { fragment = part(places.queryEnd + 1, places.count) }
    }

    /// Where the parts are.
    private struct Places {
      /// The end of the scheme; 0 where there is none.
      var schemeEnd = 0
      /// What is behind the scheme: two strokes and an authority, if the path begins later.
      var start = 0
      var pathStart = 0
      var pathEnd = 0
      var queryEnd = 0
      var count = 0

      mutating func find(in bytes: UnsafeBufferPointer<UInt8>) {
        count = bytes.count
        queryEnd = bytes.place(of: UInt8(ascii: "#")) ?? count
        pathEnd = bytes.place(of: UInt8(ascii: "?"), to: queryEnd) ?? queryEnd
        if let first = bytes.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A {
          var end = 1
          while end < pathEnd, Parts.isSchemeByte(bytes[end]) { end += 1 }
          if end < pathEnd, bytes[end] == UInt8(ascii: ":") {
            schemeEnd = end
            start = end + 1
          }
        }
        pathStart = start
        if start + 1 < pathEnd, bytes[start] == UInt8(ascii: "/"),
          bytes[start + 1] == UInt8(ascii: "/")
        {
          pathStart = bytes.place(of: UInt8(ascii: "/"), from: start + 2, to: pathEnd) ?? pathEnd
        }
      }
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    var text: String {
      var result = ""
      func append(_ part: Substring?, after mark: String = "", before end: String = "") {
        guard let part else { return }
        result += mark
        result += part
        result += end
      }
      append(scheme, before: ":")
      append(authority, after: "//")
      append(path)
      append(query, after: "?")
      append(fragment, after: "#")
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
      } else if parts.path.utf8.first != UInt8(ascii: "/") {
        let end = root.path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = end.map { root.path[...$0] } ?? "/"
        parts.path = (folder + parts.path)[...]
      }
    }
    parts.path = withoutDots(parts.path)
    return parts.text
  }

  private static func withoutDots(_ path: Substring) -> Substring {
    var last: UInt8 = 0
    let hasDots = path.utf8.contains { byte in
      defer { last = byte }
      return byte == UInt8(ascii: "/") && last == UInt8(ascii: ".")
    }
    guard hasDots || last == UInt8(ascii: ".") else { return path }
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
    return output.joined(separator: "/")[...]
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
