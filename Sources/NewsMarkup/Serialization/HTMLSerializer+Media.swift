internal import NewsAddress
package import NewsModel
import NewsText

extension HTMLSerializer {
  package mutating func write(_ media: Media) {
    if style.isBook { reduced(media) } else { player(media) }
  }

  /// What a page shows: a player or a frame.
  private mutating func player(_ media: Media) {
    let source =
      media.kind == .embed ? references.frame(media.source) : references.media(media.source)
    guard let source else { return blocks(media.fallback) }
    switch media.kind {
    case .video: player(media, "video", source)
    case .audio: player(media, "audio", source)
    case .embed:
      out.raw("<iframe")
      out.attribute("src", source)
      if let title = media.title { out.attribute("title", title) }
      write(media.attributes)
      // A frame's own content is never shown nor read as markup.
      out.raw("></iframe>\n")
      blocks(media.fallback)
    }
  }

  private mutating func player(_ media: Media, _ name: StaticString, _ source: String) {
    let standsInLine = media.fallback.isEmpty
    if standsInLine { out.raw("<p>") }
    out.raw("<")
    out.raw(name)
    out.attribute("src", source)
    flag("controls")
    if let title = media.title { out.attribute("title", title) }
    if media.kind == .video, let poster = media.poster, let address = references.poster(poster) {
      out.attribute("poster", address)
    }
    write(media.attributes)
    out.raw(">")
    if !standsInLine {
      out.raw("\n")
      blocks(media.fallback)
    }
    out.raw("</")
    out.raw(name)
    out.raw(standsInLine ? "></p>\n" : ">\n")
  }

  /// What stands for a player: its title, else where it is, else what it is.
  private func name(of media: Media, at address: String?) -> String? {
    if let title = media.title ?? address.map(SiteName.of) { return title }
    return switch media.kind {
    case .video: style.mediaWords?.video
    case .audio: style.mediaWords?.audio
    case .embed: nil
    }
  }

  /// What a book shows: the poster, a link to the thing itself, and what the source offers instead.
  private mutating func reduced(_ media: Media) {
    let address = references.media(media.source)
    let name = name(of: media, at: address)
    // A frame of what is nowhere shows nothing.
    if name == nil, media.poster == nil, media.fallback.isEmpty, media.attributes.id == nil {
      return
    }
    out.raw("<figure")
    write(media.attributes, adding: "nk-media")
    out.raw(">\n")
    if let poster = media.poster {
      write(Image(poster, alternative: media.title ?? ""))
      out.raw("\n")
    }
    let mark: StaticString =
      switch media.kind {
      case .video: "▶ "
      case .audio: "♪ "
      case .embed: "↗ "
      }
    if let name {
      out.raw("<p>")
      out.raw(mark)
      if let address, !isInLink {
        out.raw("<a")
        out.attribute("href", address)
        out.raw(">")
        out.text(name)
        out.raw("</a>")
      } else {
        out.text(name)
      }
      out.raw("</p>\n")
    }
    blocks(media.fallback)
    out.raw("</figure>\n")
  }
}
