import Liquid

extension Tag {
  /// Plugins that put a player or a card into a page: here they are a link to what they show.
  static let embeds: [String: Tag] = [
    "youtube": link("https://www.youtube.com/watch?v="),
    "vimeo": link("https://vimeo.com/"),
    "dailymotion": link("https://www.dailymotion.com/video/"),
    "gist": link("https://gist.github.com/"),
    "twitter": link("https://twitter.com/i/status/"),
    "tweet": link("https://twitter.com/i/status/"),
    "instagram": link("https://www.instagram.com/p/"),
    "codepen": link("https://codepen.io/pen/"),
    "jsfiddle": link("https://jsfiddle.net/"),
    "soundcloud": link("https://soundcloud.com/"),
    "spotify": link("https://open.spotify.com/"),
    "slideshare": link("https://www.slideshare.net/slideshow/embed_code/"),
    "speakerdeck": link("https://speakerdeck.com/player/"),
    "asciinema": link("https://asciinema.org/a/"),
  ]

  /// A link to an address, or to the thing of a name at a place that has such things.
  private static func link(_ place: String) -> Tag {
    .simple { tag, context throws(LiquidError) in
      var cursor = MarkupCursor(context.expanded(tag))
      guard let first = cursor.quoted() ?? cursor.fragment(), !first.isEmpty else {
        throw LiquidError(.syntax, "'\(tag.name)' names nothing")
      }
      // A variable, if there is one of that name: plugins take both.
      let value = context.evaluate(Expression(parsing: first)).stringValue ?? first
      let address = SiteAddress.hasScheme(value) ? value : place + value
      let escaped = address.escapedForXML
      context.output += "<a href=\"\(escaped)\">\(escaped)</a>".utf8
    }
  }
}
