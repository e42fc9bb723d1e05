internal import NewsBlocks
internal import NewsBytes

/// An address on a line of its own, which WordPress shows as the player or page that it is.
enum EmbeddedAddress {
  /// What stands for it: a frame for a site that WordPress shows in one, else a link.
  static func html(_ address: String) -> [UInt8] {
    let text = MarkupText.escaped(address.components(separatedBy: "&amp;").joined(separator: "&"))
    if isShown(address) {
      return Array("\n<iframe src=\"\(text)\"></iframe>\n".utf8)
    }
    return Array("<a href=\"\(text)\">\(text)</a>".utf8)
  }

  /// Whether it is a page of a site whose pages WordPress shows in place.
  private static func isShown(_ address: String) -> Bool {
    var host = address.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" && $0 != "?" }
      .lowercased()
    while true {
      if sites.contains(host) { return true }
      guard let dot = host.firstIndex(of: ".") else { return false }
      host = String(host[host.index(after: dot)...])
    }
  }

  private static let sites: Set<String> = [
    "youtube.com", "youtu.be", "youtube-nocookie.com", "vimeo.com", "dailymotion.com", "dai.ly",
    "twitter.com", "x.com", "instagram.com", "facebook.com", "fb.watch", "flickr.com", "flic.kr",
    "soundcloud.com", "spotify.com", "tiktok.com", "reddit.com", "redd.it", "ted.com", "scribd.com",
    "slideshare.net", "wordpress.tv", "videopress.com", "mixcloud.com", "tumblr.com", "imgur.com",
    "kickstarter.com", "issuu.com", "animoto.com", "crowdsignal.com", "poll.fm", "speakerdeck.com",
    "pinterest.com", "bsky.app", "pca.st", "canva.com", "someecards.com", "smugmug.com",
    "screencast.com", "anghami.com", "reverbnation.com", "wolframcloud.com", "audiomack.com",
    "bandcamp.com", "giphy.com", "twitch.tv", "mastodon.social", "threads.net",
    "codepen.io", "gist.github.com", "datawrapper.de", "datawrapper.dwcdn.net", "typeform.com",
    "loom.com", "rumble.com", "odysee.com",
  ]
}

/// An address that nothing else stands beside in its line or paragraph.
enum AloneAddress {
  /// Where the address at a place ends; `nil` if there is none, or it is not alone.
  static func end(in bytes: [UInt8], at start: Int) -> Int? {
    let rest = bytes[start...]
    guard rest.starts(with: "https://".utf8) || rest.starts(with: "http://".utf8) else {
      return nil
    }
    var end = start
    while end < bytes.count, end - start < 2048, bytes[end] > 0x20,
      bytes[end] != UInt8(ascii: "<"), bytes[end] != UInt8(ascii: "\""),
      bytes[end] != UInt8(ascii: "[")
    {
      end += 1
    }
    var after = end
    while after < bytes.count, bytes[after] == 0x20 || bytes[after] == 0x09 { after += 1 }
    guard after < bytes.count else { return end }
    switch bytes[after] {
    case 0x0A, 0x0D: return end
    case UInt8(ascii: "<"):
      let tag = bytes[after...].prefix(6).map { $0 | 0x20 }
      return ["</p>", "</div>", "<br"].contains {
        tag.starts(with: Array($0.utf8).map { $0 | 0x20 })
      }
        ? end : nil
    default: return nil
    }
  }
}
