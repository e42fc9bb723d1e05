internal import NewsAddress
internal import NewsMarkup
internal import NewsModel
internal import NewsText

/// A feed in RSS 2.0, with whole texts in `content:encoded` and what RSS lacks in Dublin Core's, Atom's
/// and Media RSS's elements.
struct RSSDocument: FeedDocumentForm {
  var name: String { "RSS" }
  var dropped: [Metadata.Field] { [.alternativeTitle, .dateline, .direction, .editor] }
  var closing: [UInt8] { Array("</channel>\n</rss>\n".utf8) }

  func opening(_ outline: FeedOutline, diagnostics: inout Diagnostics) -> [UInt8] {
    var out = MarkupBuffer()
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"")
    out.raw(" xmlns:atom=\"http://www.w3.org/2005/Atom\"")
    out.raw(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"")
    out.raw(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
    out.raw(" xmlns:media=\"http://search.yahoo.com/mrss/\">\n<channel>\n")
    out.element("title", outline.title)
    let pages = outline.entries.lazy.compactMap { PageAddress(of: $0).page.flatMap(Self.root) }
    let home = outline.home ?? pages.first ?? outline.address
    if home == nil {
      diagnostics.warn(
        .linkUnresolved,
        "a feed in RSS must link to its site, and no address is known: name one with --feed-url")
    }
    out.element("link", home ?? "")
    out.element("description", outline.title)
    out.element("language", outline.language)
    out.element("lastBuildDate", outline.updated?.rfc822)
    if let address = outline.address {
      out.raw("<atom:link rel=\"self\" type=\"application/rss+xml\"")
      out.attribute("href", address)
      out.raw("/>\n")
    }
    return out.bytes
  }

  /// The front page of the site that a page is on.
  private static func root(_ page: String) -> String? {
    let address = WebAddress(page)
    guard let scheme = address.scheme, let host = address.authority else { return nil }
    return "\(scheme)://\(host)/"
  }

  func entry(
    _ content: FeedContent, isLast: Bool, of outline: FeedOutline, diagnostics: inout Diagnostics
  ) -> [UInt8] {
    let metadata = content.metadata
    var out = MarkupBuffer()
    out.raw("<item>\n")
    out.element("title", metadata.title ?? "")
    out.element("link", content.place.page)
    out.raw("<guid isPermaLink=\"")
    out.raw(content.place.identifier == content.place.page ? "true\">" : "false\">")
    out.text(content.place.identifier)
    out.raw("</guid>\n")
    out.element("pubDate", metadata.published?.rfc822)
    out.element("atom:updated", metadata.modified?.rfc3339)
    for author in content.authors { out.element("dc:creator", author.name) }
    for term in content.terms { out.element("category", term) }
    if let language = metadata.language.flatMap(LanguageTag.normalized),
      language != outline.language
    {
      out.element("dc:language", language)
    }
    out.element("dc:rights", metadata.rights)
    if let source = metadata.source
      ?? (outline.isOwn(metadata.publisher) ? nil : metadata.publisher)
    {
      out.raw("<source")
      // The attribute is demanded; without an address it says nothing.
      out.attribute("url", PageAddress.web(source.url) ?? "")
      out.raw(">")
      out.text(source.name)
      out.raw("</source>\n")
    }
    if let image = content.image { out.media(image) }
    out.element("description", metadata.summary)
    if let html = content.html {
      out.element("content:encoded", String(decoding: html, as: UTF8.self))
    }
    out.raw("</item>\n")
    return out.bytes
  }
}
