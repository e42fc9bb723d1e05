internal import NewsAddress

/// Links that lead through somebody's counter first: `https://click.example/redirect?url=https%3A%2F%2F…`.
enum WrappedLink {
  /// Where a link leads in the end, as far as its own address says so.
  static func target(of url: String) -> String {
    var url = url
    // Counters count each other's links.
    for _ in 0..<4 {
      guard let next = unwrapped(url) else { return url }
      url = next
    }
    return url
  }

  /// What parameters with a target are called.
  private static let parameters: Set<String> = [
    "url", "u", "to", "target", "dest", "destination", "redirect", "redirect_url", "redirect_uri",
    "redirecturl", "r", "q", "goto", "link", "href", "l", "out", "ref_url", "_url", "p",
  ]
  /// Parts of paths and hosts that counters are known by.
  private static let marks: Set<String> = [
    "redirect", "redir", "click", "clicks", "track", "tracking", "tracker", "trk", "link", "links",
    "lnk",
    "go", "goto", "out", "outbound", "r", "l", "l.php", "url", "ls", "ct", "cl", "rd", "email", "e",
    "t",
    "c", "jump", "away", "exit", "leave", "linkclick", "click.php", "redirect.php", "go.php",
    "urldefense",
    "safelinks", "u",
  ]
  /// Parts of paths of pages that take an address to do something with it.
  private static let uses: Set<String> = [
    "share", "sharer", "sharer.php", "sharearticle", "intent", "submit", "submitlink", "login",
    "signin", "sign-in",
    "signup", "oauth", "authorize", "translate", "proxy", "embed", "player", "subscribe",
    "validate",
    "check", "save", "post", "add", "preview", "oembed",
  ]

  private static func unwrapped(_ url: String) -> String? {
    let address = WebAddress(url)
    guard WebAddress.isWeb(address.scheme), let authority = address.authority else { return nil }
    let host = authority.lowercased()
    if host.hasSuffix("urldefense.com") || host.hasSuffix("urldefense.proofpoint.com") {
      if let target = defended(url) { return target }
    }
    guard let query = address.query else { return nil }
    let segments = address.path.lowercased().split(separator: "/").map(String.init)
    if segments.contains(where: uses.contains) { return nil }
    let labels = host.split(separator: ".").dropLast(1).map(String.init)
    let isCounter =
      segments.contains(where: marks.contains) || labels.contains(where: marks.contains)
    guard isCounter else { return nil }
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parameters.contains(parts[0].lowercased()) else { continue }
      let value = WebAddress.decoded(String(parts[1]))
      if isAddress(value) { return value }
    }
    return nil
  }

  private static func isAddress(_ text: String) -> Bool {
    let lowered = text.prefix(8).lowercased()
    guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return false }
    let host = WebAddress(text).authority ?? ""
    return host.contains(".") && text.utf8.allSatisfy { $0 > 0x20 }
  }

  /// What a mail gateway has written over: `…/v3/__https://a.example/b__;…`, `…/v2/url?u=https-3A__a.example_b`.
  private static func defended(_ url: String) -> String? {
    if let start = url.range(after: "/v3/__"), let end = url[start...].range(after: "__;") {
      let inner = url[start..<url.index(end, offsetBy: -3)]
      // Characters that it took out stand as `*`, and cannot be put back by what is here.
      return inner.contains("*") || !isAddress(String(inner)) ? nil : String(inner)
    }
    guard let start = url.range(after: "u=") else { return nil }
    let coded = url[start...].prefix { $0 != "&" }
    let text = WebAddress.decoded(
      String(coded.map { $0 == "-" ? "%" : $0 == "_" ? "/" : $0 }))
    return isAddress(text) ? text : nil
  }
}

extension StringProtocol {
  /// The place behind a text.
  fileprivate func range(after text: String) -> Index? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(text) { return index(at, offsetBy: text.count) }
      at = index(after: at)
    }
    return nil
  }
}
