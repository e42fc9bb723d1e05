/// What the members of a line are, by the names that crawls and tables give them.
enum LineKey {
  case id, url, html, bytes, text, content, encoding, type
  case title, date, retrieved, language, authors, publisher, summary, tags, section
  /// Of an article in the canonical form.
  case schema, body
  /// Of a record that has failed before.
  case error

  /// `nil` for one that is carried through.
  init?(_ key: String) {
    switch key.lowercased() {
    case "id", "_id", "record_id", "warc_record_id", "warc-record-id", "uuid": self = .id
    case "url", "uri", "link", "page_url", "target_uri", "warc_target_uri", "warc-target-uri":
      self = .url
    case "html", "raw_html", "page_html", "html_content": self = .html
    case "bytes", "base64", "html_base64", "content_base64": self = .bytes
    case "text", "plain_text": self = .text
    case "content", "raw_content": self = .content
    case "encoding", "charset": self = .encoding
    case "content_type", "content-type", "media_type", "mime_type", "mimetype", "mime":
      self = .type
    case "title", "headline": self = .title
    case "date", "published", "published_at", "date_published", "publish_date", "pub_date":
      self = .date
    case "retrieved", "fetched", "fetched_at", "fetch_time", "crawled_at", "crawl_date",
      "scraped_at", "warc_date", "warc-date", "date_download":
      self = .retrieved
    case "language", "lang": self = .language
    case "author", "authors": self = .authors
    case "publisher", "site_name", "sitename": self = .publisher
    case "summary", "description": self = .summary
    case "tags", "keywords": self = .tags
    case "section": self = .section
    case "schema": self = .schema
    case "body": self = .body
    case "error": self = .error
    default: return nil
    }
  }

  /// Whether a key is of a page rather than of an article in the canonical form.
  var isOfPage: Bool {
    switch self {
    case .html, .bytes, .text, .content: true
    default: false
    }
  }
}
