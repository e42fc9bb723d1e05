internal import NewsBlocks

/// Players and posts of other sites that shortcodes put into a page.
enum EmbeddedService {
  /// What a tag that names one means; `nil` for any other.
  static func meaning(of tag: ShortcodeTag, name: String) -> ShortcodeMeaning? {
    let id = tag.argument(["id", "videoid", "video_id", "code"], at: 0) ?? tag.positional.first
    switch name {
    case "youtube", "youtube-lite", "youtubelite", "yt", "youtube_enhanced":
      let list = tag.argument(["list", "playlist"]).map { "?list=\($0)" } ?? ""
      return frame(id, tag) { "https://www.youtube.com/embed/\($0)\(list)" }
    case "vimeo", "vimeo_simple": return frame(id, tag) { "https://player.vimeo.com/video/\($0)" }
    case "bilibili":
      return frame(id ?? tag.argument(["bv", "bvid", "av", "aid"]), tag) {
        "https://player.bilibili.com/player.html?bvid=\($0)"
      }
    case "streamable": return frame(id, tag) { "https://streamable.com/e/\($0)" }
    case "dailymotion": return frame(id, tag) { "https://www.dailymotion.com/embed/video/\($0)" }
    case "spotify":
      guard let id else { return .unknown }
      let kind = tag.argument("type") ?? "track"
      let path =
        id.contains("/") || tag.argument("type") == nil && id.contains(":") ? id : "\(kind)/\(id)"
      return .block(iframe("https://open.spotify.com/embed/\(path)", tag))
    case "iframe", "embed":
      guard let source = tag.argument(["src", "url"], at: 0) else { return .unknown }
      return .block(iframe(source, tag))
    case "x", "tweet", "twitter", "x_simple", "twitter_simple", "tweet_simple":
      let user = tag.argument("user") ?? (tag.positional.count > 1 ? tag.positional[0] : nil)
      let number = tag.named["id"] ?? tag.positional.last
      guard let number, !number.isEmpty else { return .unknown }
      return .block(
        "<p>\(link("https://x.com/\(user ?? "i/web")/status/\(number)"))</p>")
    case "instagram", "instagram_simple":
      guard let id else { return .unknown }
      return .block("<p>\(link("https://www.instagram.com/p/\(id)/"))</p>")
    case "gist": return gist(tag)
    case "codepen":
      guard let id else { return .unknown }
      let user = tag.argument(["user", "username"]) ?? "pen"
      return .block("<p>\(link("https://codepen.io/\(user)/pen/\(id)"))</p>")
    case "mastodon", "toot":
      guard let host = tag.argument(["host", "instance", "server"]), let id = tag.named["id"] else {
        return .unknown
      }
      let user = tag.argument(["user", "author"]).map { "@\($0)" } ?? "web"
      return .block("<p>\(link("https://\(host)/\(user)/\(id)"))</p>")
    default: return nil
    }
  }

  /// A link that shows where it leads; other text as it is.
  static func link(_ address: String) -> String {
    let text = MarkupText.escaped(address)
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return text }
    return "<a href=\"\(text)\">\(text)</a>"
  }

  private static func frame(
    _ id: String?, _ tag: ShortcodeTag, _ address: (String) -> String
  ) -> ShortcodeMeaning {
    guard let id, !id.utf8.contains(where: { $0 <= 0x20 || $0 == 0x3C }) else { return .unknown }
    return .block(iframe(id.contains("://") ? id : address(id), tag))
  }

  private static func iframe(_ address: String, _ tag: ShortcodeTag) -> String {
    "<iframe src=\"\(MarkupText.escaped(address))\""
      + MarkupText.attribute("title", tag.argument("title")) + "></iframe>"
  }

  private static func gist(_ tag: ShortcodeTag) -> ShortcodeMeaning {
    // Zola's has a whole address, Hugo's user, number and file.
    if let url = tag.argument("url") { return .block("<p>\(link(url))</p>") }
    guard tag.positional.count > 1 else { return .unknown }
    let address = "https://gist.github.com/\(tag.positional[0])/\(tag.positional[1])"
    let file = tag.positional.count > 2 ? " (\(MarkupText.escaped(tag.positional[2])))" : ""
    return .block("<p>\(link(address))\(file)</p>")
  }
}
