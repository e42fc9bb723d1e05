internal import NewsAddress
internal import NewsMarkup
internal import NewsModel
internal import NewsText

/// A feed in Atom 1.0 (RFC 4287).
struct AtomDocument: FeedDocumentForm {
  var name: String { "Atom" }
  var dropped: [Metadata.Field] {
    [.alternativeTitle, .dateline, .direction, .editor]
  }
  var closing: [UInt8] { Array("</feed>\n".utf8) }

  func opening(_ outline: FeedOutline, diagnostics: inout Diagnostics) -> [UInt8] {
    var out = MarkupBuffer()
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    out.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    out.raw(" xmlns:media=\"http://search.yahoo.com/mrss/\"")
    if let language = outline.language { out.attribute("xml:lang", language) }
    out.raw(">\n")
    out.element("id", outline.identifier)
    out.element("title", outline.title)
    out.element("updated", outline.updated?.rfc3339)
    if let home = outline.home { out.link("alternate", home) }
    if let address = outline.address { out.link("self", address) }
    // An entry without an author of its own has the feed's.
    if outline.entries.contains(where: { $0.metadata.authorLine == nil }) {
      out.raw("<author>")
      out.element("name", outline.author)
      out.raw("</author>\n")
    }
    return out.bytes
  }

  func entry(
    _ content: FeedContent, isLast: Bool, of outline: FeedOutline, diagnostics: inout Diagnostics
  ) -> [UInt8] {
    let metadata = content.metadata
    var out = MarkupBuffer()
    out.raw("<entry")
    if let language = metadata.language.flatMap(LanguageTag.normalized),
      language != outline.language
    {
      out.attribute("xml:lang", language)
    }
    out.raw(">\n")
    out.element("id", content.place.identifier)
    out.element("title", metadata.title ?? "")
    if let page = content.place.page { out.link("alternate", page) }
    out.element("published", metadata.published?.rfc3339)
    if metadata.modified == nil, metadata.published == nil {
      diagnostics.warn(
        .dateInvented, "an entry of Atom must have a date: articles without one have the feed's")
    }
    let updated = metadata.modified ?? metadata.published ?? outline.updated
    out.element("updated", updated?.rfc3339)
    for author in content.authors {
      out.raw("<author>")
      out.element("name", author.name)
      out.element("uri", PageAddress.web(author.url))
      out.raw("</author>\n")
    }
    for term in content.terms {
      out.raw("<category")
      out.attribute("term", term)
      out.raw("/>\n")
    }
    out.element("rights", metadata.rights)
    if let source = metadata.source
      ?? (outline.isOwn(metadata.publisher) ? nil : metadata.publisher)
    {
      out.raw("<source>")
      out.element("title", source.name)
      if let url = PageAddress.web(source.url) { out.link("alternate", url) }
      out.raw("</source>\n")
    }
    if let image = content.image { out.media(image) }
    out.element("summary", metadata.summary)
    if let html = content.html {
      out.raw("<content type=\"html\"")
      if let page = content.place.page { out.attribute("xml:base", page) }
      out.raw(">")
      out.text(String(decoding: html, as: UTF8.self))
      out.raw("</content>\n")
    }
    out.raw("</entry>\n")
    return out.bytes
  }
}
