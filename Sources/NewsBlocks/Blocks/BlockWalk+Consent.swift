internal import NewsBytes
internal import NewsHTML
internal import NewsModel

/// Players that a page loads once its reader agrees.
extension BlockWalk {
  /// Takes of a question for consent, which is left out, the player that it stands for.
  mutating func consentedPlayer(_ node: Int) -> Int {
    let next = tree.end(of: node)
    guard asksForConsent(node), let player = player(in: node) else { return next }
    flush()
    emit(.media(Media(.embed, source: address(player.source), title: player.title)))
    return next
  }

  /// Whether an element is called a question for consent.
  private func asksForConsent(_ node: Int) -> Bool {
    guard let names = tree.value(.class, of: node), names.count < 400 else { return false }
    let name = names.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return Self.questions.contains { name.contains(bytesOf: $0) }
  }

  private static let questions = [
    "consent", "gdpr", "dsgvo", "cookie", "privacy", "two-click", "twoclick", "2-click", "2click",
    "opt-in", "optin", "external-content", "embed-placeholder", "embed-privacy", "borlabs",
    "cmplazyload",
  ]

  /// The first address of a player in an element or among its attributes.
  private func player(in node: Int) -> (source: String, title: String?)? {
    for index in node..<min(tree.end(of: node), node + 60) {
      for attribute in tree.attributes(of: index) {
        guard Self.places.contains(tree.name(at: attribute)) else { continue }
        let value = tree.value(at: attribute)
        guard value.count < 2000 else { continue }
        let source = String(decoding: value, as: UTF8.self)
        if Self.players.contains(where: { value.contains(bytesOf: $0) }) || isFrame(index, source) {
          return (source, text(.title, of: index) ?? text(.title, of: node))
        }
      }
    }
    return nil
  }

  private func isFrame(_ node: Int, _ source: String) -> Bool {
    tree.nodes[node].tag == .iframe && source.hasPrefix("http")
  }

  /// Attributes that keep a player's address until it is wanted.
  private static let places: Set<String> = [
    "src", "data-src", "data-url", "data-embed", "data-embed-src", "data-embed-url",
    "data-iframe-src", "data-video-src", "data-video-url", "data-cmp-src", "data-consent-src",
    "data-cookieblock-src", "data-lazy-src", "data-source", "data-href",
  ]
  /// What addresses of players have in them.
  private static let players = [
    "youtube.com/embed/", "youtube-nocookie.com/embed/", "youtube.com/watch", "youtu.be/",
    "player.vimeo.com/", "vimeo.com/", "dailymotion.com/embed", "geo.dailymotion.com",
    "w.soundcloud.com/",
    "open.spotify.com/embed", "player.twitch.tv", "tiktok.com/embed", "facebook.com/plugins",
    "instagram.com/p/", "instagram.com/reel", "twitter.com/", "://x.com/", "google.com/maps",
    "podcasts.apple.com/", "datawrapper.dwcdn.net", "flo.uri.sh", "player.bilibili.com",
  ]
}
