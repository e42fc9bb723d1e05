internal import NewsBytes

/// Addresses as RFC 3986 has them.
package enum URLReference {
  /// Where the parts of a reference are.
  private struct Places {
    /// The end of the scheme; 0 where there is none.
    var schemeEnd = 0
    /// What is behind the scheme: two strokes and an authority, if the path begins later.
    var start = 0
    var pathStart = 0
    var pathEnd = 0
    var queryEnd = 0

    init(of bytes: UnsafeBufferPointer<UInt8>) {
      queryEnd = bytes.place(of: UInt8(ascii: "#")) ?? bytes.count
      pathEnd = bytes.place(of: UInt8(ascii: "?"), to: queryEnd) ?? queryEnd
      if let first = bytes.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A {
        var end = 1
        while end < pathEnd, Self.isSchemeByte(bytes[end]) { end += 1 }
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

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    var authority: Range<Int>? { pathStart > start ? start + 2..<pathStart : nil }
    var path: Range<Int> { pathStart..<pathEnd }
    /// With its mark; empty where there is none.
    var query: Range<Int> { pathEnd..<queryEnd }
  }

  /// A reference resolved against an absolute address (section 5.2); as it is where that is none.
  package static func resolved(_ reference: String, against base: String?) -> String {
    guard let base, !reference.isEmpty else { return reference }
    let address = reference.withBytes { reference in
      base.withBytes { resolved(reference, against: $0) }
    }
    return address ?? reference
  }

  private static func resolved(
    _ reference: UnsafeBufferPointer<UInt8>, against base: UnsafeBufferPointer<UInt8>
  ) -> String? {
    let own = Places(of: reference)
    guard own.schemeEnd == 0 else { return nil }
    let root = Places(of: base)
    guard root.schemeEnd > 0 else { return nil }
    var address: [UInt8] = []
    address.reserveCapacity(base.count + reference.count + 1)
    func append(_ part: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
      address.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[part]))
    }
    append(0..<(own.authority == nil ? root.pathStart : root.start), of: base)
    append(own.start..<own.pathStart, of: reference)
    let path = address.count
    if own.authority != nil {
      append(own.path, of: reference)
    } else if own.path.isEmpty {
      append(root.path, of: base)
    } else {
      if reference[own.pathStart] != UInt8(ascii: "/") {
        let last = root.path.last { base[$0] == UInt8(ascii: "/") }
        if let last {
          append(root.pathStart..<last + 1, of: base)
        } else {
          address.append(UInt8(ascii: "/"))
        }
      }
      append(own.path, of: reference)
    }
    removeDots(of: &address, from: path)
    if own.authority == nil, own.path.isEmpty, own.query.isEmpty { append(root.query, of: base) }
    append(own.pathEnd..<reference.count, of: reference)
    return String(text: address[...])
  }

  /// Takes `.` and `..` out of a path, which goes on to the end.
  private static func removeDots(of address: inout [UInt8], from start: Int) {
    var last: UInt8 = 0
    var hasDots = false
    for byte in address[start...] {
      if byte == UInt8(ascii: "/"), last == UInt8(ascii: ".") { hasDots = true }
      last = byte
    }
    guard hasDots || last == UInt8(ascii: ".") else { return }
    let path = withoutDots(String(decoding: address[start...], as: UTF8.self))
    address.replaceSubrange(start..., with: path.utf8)
  }

  private static func withoutDots(_ path: String) -> String {
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
    let authority = address.withBytes { bytes in
      Places(of: bytes).authority.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    guard var host = authority?[...] else { return nil }
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    if let colon = host.firstIndex(of: ":") { host = host[..<colon] }
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    return host.isEmpty ? nil : host.lowercased()
  }

  /// The path of an address.
  package static func path(of address: String) -> String {
    address.withBytes { String(decoding: $0[Places(of: $0).path], as: UTF8.self) }
  }
}
