import NewsAddress
import NewsMarkup
import NewsModel

/// Links and pictures.
extension MarkdownInlines {
  mutating func append(_ link: Link) {
    lastPiece = nil
    // Links do not nest: the outer one wins.
    if linkDepth > 0 { return append(link.content) }
    guard let url = addresses.link(link.url) else {
      return append(Span(nil, link.content, attributes: link.attributes))
    }
    var link = link
    if url != link.url { link.url = url }
    if isAutolink(link) {
      out.append(UInt8(ascii: "<"))
      let isMail = link.url.hasPrefix("mailto:")
      out.append(contentsOf: (isMail ? String(link.url.dropFirst(7)) : link.url).utf8)
      out.append(UInt8(ascii: ">"))
      return
    }
    linkDepth += 1
    // Hugo's table of contents ends the whole site for a note within a link of a heading.
    let isNoted = flavor.isHugo && place == .heading && link.content.hasNote
    if !isNoted, MarkdownDestination.isPlain(link.url, flavor), link.attributes.isEmpty,
      !link.content.isEmpty, MarkdownDestination.isPlain(title: link.title, flavor)
    {
      out.append(UInt8(ascii: "["))
      // A link's text is read by itself.
      let outerDelimiters = delimiters
      delimiters = []
      let wasInLink = context.isInLink
      context.isInLink = true
      append(link.content)
      context.isInLink = wasInLink
      let inner = delimiters
      delimiters = outerDelimiters
      out.append(UInt8(ascii: "]"))
      brokenInLinks.formUnion(
        EmphasisCheck.broken(in: out, inner, looksPastTildes: flavor.hasStrikethrough))
      if let label = references?.label(of: link.url, title: link.title) {
        out.append(contentsOf: "[\(label)]".utf8)
      } else {
        out.append(UInt8(ascii: "("))
        MarkdownDestination.append(link.url, title: link.title, to: &out)
        out.append(UInt8(ascii: ")"))
      }
    } else {
      tag("a", [("href", link.url)] + (link.title.map { [("title", $0)] } ?? []), link.attributes)
      append(link.content)
      close("a")
    }
    linkDepth -= 1
  }

  /// Whether a link is its address in angle brackets.
  private func isAutolink(_ link: Link) -> Bool {
    guard link.title == nil, link.attributes.isEmpty, link.content.count == 1,
      case .text(let text) = link.content[0], MarkdownDestination.isPlain(link.url, flavor)
    else { return false }
    if link.url.utf8.starts(with: "mailto:".utf8) {
      return link.url.utf8.dropFirst(7).elementsEqual(text.utf8)
        && MarkdownDestination.isMailAddress(text)
    }
    return text == link.url && MarkdownDestination.isAbsolute(text, flavor)
  }

  mutating func append(_ image: Image) {
    guard case .shown(let source, _, _) = addresses.image(image) else {
      if !image.alternative.isEmpty {
        MarkdownText.append(image.alternative, to: &out, contextOfUncounted)
      }
      return
    }
    var image = image
    if source != image.source { image.source = source }
    if MarkdownDestination.isPlain(image.source, flavor), image.attributes.isEmpty,
      image.width == nil, image.height == nil, !image.source.isEmpty,
      MarkdownDestination.isPlain(title: image.title, flavor)
    {
      out.append(contentsOf: "![".utf8)
      var inner = context
      inner.isInLink = true
      inner.hasStars = true
      inner.hasUnderscores = true
      inner.hasTildes = true
      MarkdownText.append(image.alternative, to: &out, inner)
      out.append(contentsOf: "](".utf8)
      MarkdownDestination.append(image.source, title: image.title, to: &out)
      out.append(UInt8(ascii: ")"))
      return
    }
    var values = [("src", image.source), ("alt", image.alternative)]
    if let title = image.title { values.append(("title", title)) }
    if let width = image.width { values.append(("width", String(width))) }
    if let height = image.height { values.append(("height", String(height))) }
    tag("img", values, image.attributes)
  }
}
