/// What people call the site that an address leads to.
package enum SiteName {
  /// The name of a well-known site, else its host without `www.`, else the name of the file.
  package static func of(_ address: String) -> String {
    guard let host = host(of: address) else {
      let path = address.prefix { $0 != "?" && $0 != "#" }
      return String(path.split(separator: "/").last ?? path)
    }
    return service(at: host) ?? host
  }

  /// Whether an address leads to what is no article: to a site of films, sound, posts, maps or figures,
  /// to a person or project at one of code. A file or document there may be one.
  package static func isNoArticle(_ address: String) -> Bool {
    guard let host = host(of: address) else { return false }
    if service(at: host, in: media) != nil { return true }
    guard let name = service(at: host, in: texts), name != "Google Docs" else { return false }
    // https:, host, owner, project.
    return address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").count <= 4
  }

  /// The name of a well-known site by its host.
  private static func service(at host: String) -> String? {
    service(at: host, in: media) ?? service(at: host, in: texts)
  }

  private static func service(at host: String, in sites: [Site]) -> String? {
    sites.first { site in
      site.hosts.contains { host == $0 || host.hasSuffix("." + $0) }
    }?.name
  }

  private static func host(of address: String) -> String? {
    guard let mark = address.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let rest = address.utf8[mark...]
    guard rest.count > 2, rest.dropFirst().first == UInt8(ascii: "/") else { return nil }
    var name = rest.dropFirst(2).prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
        && $0 != UInt8(ascii: ":")
    }
    if let at = name.lastIndex(of: UInt8(ascii: "@")) { name = name[name.index(after: at)...] }
    let host = String(Substring(name)).lowercased()
    let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return bare.isEmpty ? nil : bare
  }

  private typealias Site = (name: String, hosts: [String])

  /// Sites of texts, which articles are copied from.
  private static let texts: [Site] = [
    ("GitHub", ["github.com"]),
    ("GitLab", ["gitlab.com"]),
    ("Google Docs", ["docs.google.com"]),
  ]

  private static let media: [Site] = [
    ("YouTube", ["youtube.com", "youtube-nocookie.com", "youtu.be"]),
    ("Vimeo", ["vimeo.com"]),
    ("Dailymotion", ["dailymotion.com", "dai.ly"]),
    ("Twitch", ["twitch.tv"]),
    ("TikTok", ["tiktok.com"]),
    ("Instagram", ["instagram.com"]),
    ("Facebook", ["facebook.com", "fb.watch"]),
    ("X", ["twitter.com", "x.com"]),
    ("Mastodon", ["mastodon.social"]),
    ("Bluesky", ["bsky.app"]),
    ("Reddit", ["reddit.com", "redditmedia.com"]),
    ("Spotify", ["spotify.com"]),
    ("SoundCloud", ["soundcloud.com"]),
    ("Apple Podcasts", ["podcasts.apple.com"]),
    ("CodePen", ["codepen.io"]),
    ("Google Maps", ["maps.google.com"]),
    ("OpenStreetMap", ["openstreetmap.org"]),
    ("Datawrapper", ["datawrapper.de", "dwcdn.net"]),
    ("Flourish", ["flourish.studio"]),
    ("Bilibili", ["bilibili.com"]),
    ("Youku", ["youku.com"]),
    ("Tencent Video", ["v.qq.com"]),
    ("Niconico", ["nicovideo.jp"]),
    ("VK", ["vk.com"]),
    ("Rutube", ["rutube.ru"]),
    ("Aparat", ["aparat.com"]),
  ]
}
