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
      let (places, count) = text.withBytes { (Places($0), $0.count) }
      func part(_ range: Range<Int>) -> Substring {
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        return text[start..<text.utf8.index(start, offsetBy: range.count)]
      }
      if places.fragment < count { fragment = part(places.fragment + 1..<count) }
      if places.query < places.fragment { query = part(places.query + 1..<places.fragment) }
      if let colon = places.scheme { scheme = part(0..<colon) }
      if let range = places.authority { authority = part(range) }
      path = part(places.path..<places.query)
    }

    /// Where the parts of an address are, in bytes.
    private struct Places {
      /// The `#` and the `?`; where there is none, where it would be.
      var fragment: Int
      var query: Int
      var scheme: Int?
      var authority: Range<Int>?
      var path = 0

      init(_ bytes: UnsafeBufferPointer<UInt8>) {
        fragment = bytes.place(of: UInt8(ascii: "#")) ?? bytes.count
        query = bytes.place(of: UInt8(ascii: "?"), to: fragment) ?? fragment
        if let first = bytes.first, query > 0, first | 0x20 >= 0x61, first | 0x20 <= 0x7A {
          var end = 0
          while end < query, Parts.isSchemeByte(bytes[end]) { end += 1 }
          if end < query, bytes[end] == UInt8(ascii: ":") {
            scheme = end
            path = end + 1
          }
        }
        let slash = UInt8(ascii: "/")
        if path + 1 < query, bytes[path] == slash, bytes[path + 1] == slash {
          let end = bytes.place(of: slash, from: path + 2, to: query) ?? query
          authority = path + 2..<end
          path = end
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
