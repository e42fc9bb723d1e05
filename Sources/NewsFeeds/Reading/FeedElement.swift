/// What an element within an entry means, by its name.
///
/// A document has few names: each is looked up once.
enum FeedElement {
  case title, secondTitle, link, guid, id, original
  case published, created, updated
  case author, contributor
  case category, atomCategory, categories, keywords, itunesCategory
  case content, body, description, secondDescription
  case language, rights, source, media
  /// Blogger's own.
  case blogger
  case other

  init(name: String) {
    self =
      switch name {
      case "title", "atom:title": .title
      case "dc:title", "media:title", "itunes:title": .secondTitle
      case "link", "atom:link": .link
      case "guid": .guid
      case "atom:id", "id": .id
      case "feedburner:origLink", "atom:url", "url": .original
      case "pubDate", "atom:published", "published", "atom:issued", "dcterms:issued": .published
      case "atom:created", "dcterms:created": .created
      case "atom:updated", "updated", "atom:modified", "dcterms:modified", "dc:date",
        "lastBuildDate", "pubdate", "date":
        .updated
      case "author", "atom:author", "dc:author", "dc:creator", "itunes:author", "creator",
        "managingEditor":
        .author
      case "atom:contributor", "dc:contributor", "contributor": .contributor
      case "category", "dc:subject", "media:category": .category
      case "atom:category": .atomCategory
      case "categories": .categories
      case "keywords", "itunes:keywords", "media:keywords", "news:keywords": .keywords
      case "itunes:category": .itunesCategory
      case "content:encoded", "atom:content", "content", "fullitem", "atom:prodlink",
        "yandex:full-text", "turbo:content":
        .content
      case "xhtml:body", "body", "xhtml:div": .body
      case "description", "atom:summary", "summary", "atom:tagline", "abstract": .description
      case "dc:description", "itunes:summary": .secondDescription
      case "dc:language", "language", "atom:language": .language
      case "rights", "atom:rights", "dc:rights", "copyright", "atom:copyright",
        "media:copyright":
        .rights
      case "source", "atom:source": .source
      case "enclosure", "media:content", "media:group", "media:thumbnail", "itunes:image",
        "image":
        .media
      case "app:control": .blogger
      default: name.hasPrefix("blogger:") ? .blogger : .other
      }
  }
}
