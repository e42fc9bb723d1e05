internal import NewsMarkup
internal import NewsModel

extension NITFText {
  mutating func write(_ figure: Figure) {
    if figure.content.count == 1, case .media(let media) = figure.content[0] {
      return write(media, caption: figure.caption)
    }
    if figure.content.count == 1, case .paragraph(let paragraph) = figure.content[0],
      paragraph.content.count == 1, let image = Self.onlyImage(paragraph.content[0])
    {
      return picture(image, caption: figure.caption, figure.attributes)
    }
    block(figure.content + figure.caption, figure.attributes, kind: "figure")
  }

  /// The picture that is all of an inline; the link around it is lost.
  static func onlyImage(_ inline: Inline) -> Image? {
    switch inline {
    case .image(let image): image
    case .link(let link) where link.content.count == 1: onlyImage(link.content[0])
    default: nil
    }
  }

  /// A picture as a medium of its own.
  mutating func picture(
    _ image: Image, caption: [Block] = [], _ own: Attributes = .none, kind: String? = nil
  ) {
    guard case .shown(let source, let width, let height) = references.image(image) else {
      if !image.alternative.isEmpty { element("p") { $0.out.text(image.alternative) } }
      return self.blocks(caption)
    }
    out.raw("<media media-type=\"image\"")
    attributes(own, kind: kind)
    out.raw(">\n<media-reference")
    out.attribute("source", source)
    if let type = ItemPicture.mediaType(of: source) { out.attribute("mime-type", type) }
    if !image.alternative.isEmpty { out.attribute("alternate-text", image.alternative) }
    if let width, width > 0 { out.attribute("width", String(width)) }
    if let height, height > 0 { out.attribute("height", String(height)) }
    out.raw("/>\n")
    self.caption(caption)
    out.raw("</media>\n")
  }

  mutating func write(_ media: Media, caption: [Block]) {
    let address =
      media.kind == .embed ? references.frame(media.source) : references.media(media.source)
    guard let address else { return self.blocks(media.fallback + caption) }
    if media.kind == .embed {
      reduced.insert("embedded pages")
      line("p", [.link(Link(media.source, [.text(media.title ?? address)]))], .none)
      return self.blocks(media.fallback + caption)
    }
    out.raw(
      media.kind == .video ? "<media media-type=\"video\"" : "<media media-type=\"audio\"")
    attributes(media.attributes)
    out.raw(">\n<media-reference")
    out.attribute("source", address)
    if let type = ItemPicture.mediaType(of: address) { out.attribute("mime-type", type) }
    if let title = media.title { out.attribute("alternate-text", title) }
    out.raw("/>\n")
    self.caption(caption)
    out.raw("</media>\n")
    self.blocks(media.fallback)
  }

  mutating func caption(_ content: [Block]) {
    if content.isEmpty { return }
    let outside = takesBlocks
    takesBlocks = false
    element("media-caption") { $0.lineOrBlocks(content) }
    takesBlocks = outside
  }
}
