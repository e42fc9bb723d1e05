internal import CCurl
internal import NewsAddress

/// Scheme, host and port of an address: who is spoken to.
struct WebOrigin: Sendable, Hashable {
  /// `http` or `https`.
  let scheme: String
  /// The host in small letters, without brackets or a final dot.
  let host: String
  /// The port.
  let port: Int

  /// The origin of an absolute address of the web; `nil` for what has none.
  init?(_ address: String) {
    let parts = WebAddress(address)
    guard let scheme = parts.scheme, WebAddress.isWeb(scheme), let authority = parts.authority,
      !address.utf8.contains(0)
    else { return nil }
    var rest = authority.lowercased()[...]
    if let at = rest.utf8.lastIndex(of: UInt8(ascii: "@")) {
      rest = rest[rest.utf8.index(after: at)...]
    }
    var port = scheme == "https" ? 443 : 80
    var host = rest
    if rest.utf8.first == UInt8(ascii: "[") {
      guard let close = rest.utf8.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      host = rest[rest.utf8.index(after: rest.startIndex)..<close]
      rest = rest[rest.utf8.index(after: close)...]
      if !rest.isEmpty, rest.utf8.first != UInt8(ascii: ":") { return nil }
      rest = rest.dropFirst()
    } else if let colon = rest.utf8.lastIndex(of: UInt8(ascii: ":")) {
      host = rest[..<colon]
      rest = rest[rest.utf8.index(after: colon)...]
    } else {
      rest = ""
    }
    if !rest.isEmpty {
      guard let number = Int(rest), (1...65_535).contains(number) else { return nil }
      port = number
    }
    // By bytes: an index is had without counting characters.
    let end = host.utf8.lastIndex { $0 != UInt8(ascii: ".") }
    host = end.map { host[...$0] } ?? ""
    guard !host.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    self.scheme = scheme
    self.host = String(host)
    self.port = port
  }

  /// `https://host:port`, the usual port left out.
  var text: String {
    let isUsual = port == (scheme == "https" ? 443 : 80)
    let shown = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
    return scheme + "://" + shown + (isUsual ? "" : ":\(port)")
  }

  /// Whether what the user gave for this origin may be sent to another: the same host, by the same
  /// port or by TLS instead of none.
  func mayHandOn(to other: WebOrigin) -> Bool {
    guard host == other.host else { return false }
    if scheme == other.scheme { return port == other.port }
    return scheme == "http" && other.scheme == "https"
      && (port == other.port || port == 80 && other.port == 443)
  }

  /// Whether the host is written as an address of a private network, or named as this machine.
  var isPrivate: Bool {
    host == "localhost" || host.hasSuffix(".localhost")
      || host.withCString { network_address_is_private($0) }
  }
}
