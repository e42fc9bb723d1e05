internal import NewsMarkup

extension MarkupBuffer {
  /// Writes a link of Atom's.
  mutating func link(_ relation: String, _ address: String) {
    raw("<link")
    attribute("rel", relation)
    attribute("href", address)
    raw("/>\n")
  }

  /// Writes a picture as Media RSS has it, which feeds of both kinds take.
  mutating func media(_ image: (address: String, type: String, alternative: String?)) {
    raw("<media:content")
    attribute("url", image.address)
    attribute("type", image.type)
    raw(" medium=\"image\">")
    element("media:description", image.alternative)
    raw("</media:content>\n")
  }
}
