internal import NewsAddress
internal import NewsMarkup
internal import NewsModel
internal import NewsText

/// A feed in JSON Feed 1.1 (jsonfeed.org).
struct JSONFeedDocument: FeedDocumentForm {
  var name: String { "JSON Feed" }
  var dropped: [Metadata.Field] {
    [.alternativeTitle, .dateline, .direction, .editor, .source, .rights]
  }
  var closing: [UInt8] { Array("]}\n".utf8) }

  func opening(
    _ outline: FeedOutline, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [UInt8] {
    var feed = JSONObject()
    feed.add("version", "https://jsonfeed.org/version/1.1")
    feed.add("title", MarkupBuffer.writable(outline.title))
    feed.add("home_page_url", outline.home)
    feed.add("feed_url", outline.address)
    feed.add("language", outline.language)
    // The object stays open for its items.
    return Array(try feed.value.json().dropLast()) + Array(",\"items\":[\n".utf8)
  }

  func entry(
    _ content: FeedContent, isLast: Bool, of outline: FeedOutline, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [UInt8] {
    let metadata = content.metadata
    var item = JSONObject()
    item.add("id", content.place.identifier)
    item.add("url", content.place.page)
    item.add("title", metadata.title.map(MarkupBuffer.writable))
    item.add("summary", metadata.summary.map(MarkupBuffer.writable))
    if let html = content.html {
      item.add("content_html", String(decoding: html, as: UTF8.self))
    } else {
      item.add("content_text", metadata.summary.map(MarkupBuffer.writable) ?? "")
    }
    item.add("image", content.image?.address)
    item.add("date_published", metadata.published?.rfc3339)
    item.add("date_modified", metadata.modified?.rfc3339)
    item.add(
      "authors",
      content.authors.map { author in
        var person = JSONObject()
        person.add("name", MarkupBuffer.writable(author.name))
        person.add("url", PageAddress.web(author.url))
        return person.value
      })
    item.add("tags", content.terms.map { .string(MarkupBuffer.writable($0)) })
    if let language = metadata.language.flatMap(LanguageTag.normalized),
      language != outline.language
    {
      item.add("language", language)
    }
    return try item.value.json() + Array((isLast ? "\n" : ",\n").utf8)
  }
}
