import NewsMarkup
import NewsModel
import NewsText

/// A whole HTML5 page: metadata, style, and one article or a digest with its contents.
struct HTMLPage {
  private let publication: Publication
  private var out = MarkupBuffer()
  /// What could not be written as it was.
  private(set) var diagnostics = Diagnostics()

  /// The language of the page, BCP 47.
  private let language: String?

  init(_ publication: Publication) {
    self.publication = publication
    let language =
      publication.language
      ?? publication.sections.lazy.compactMap(\.entries.first).first?.article.metadata.language
    self.language = language.flatMap(LanguageTag.normalized)
  }

  /// The page.
  mutating func bytes() -> [UInt8] {
    let entries = publication.entries
    let only = publication.onlyArticle
    out.raw("<!DOCTYPE html>\n<html")
    if let language {
      out.attribute("lang", language)
      if LanguageTag.isRightToLeft(language) { out.attribute("dir", "rtl") }
    }
    out.raw(">\n<head>\n<meta charset=\"utf-8\">\n")
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    head(only)
    out.raw("<style>\n")
    out.raw(PageStyle.sheet)
    out.raw("</style>\n</head>\n<body>\n")
    if only != nil {
      article(entries[0], index: nil)
    } else {
      digest()
    }
    out.raw("</body>\n</html>\n")
    return out.bytes
  }

  // MARK: Head

  private mutating func head(_ article: Article?) {
    let metadata = article?.metadata
    let title = publication.title ?? metadata?.title ?? "Untitled"
    out.raw("<title>")
    out.text(title)
    out.raw("</title>\n")
    meta("description", metadata?.summary)
    let authors = metadata?.authors.map(\.name).joined(separator: ", ")
    meta("author", publication.creator ?? authors)
    if let tags = metadata?.tags, !tags.isEmpty { meta("keywords", tags.joined(separator: ", ")) }
    if let url = PageAddress.web(metadata?.canonicalURL) {
      out.raw("<link rel=\"canonical\"")
      out.attribute("href", url)
      out.raw(">\n")
    }
    property("og:type", article == nil ? "website" : "article")
    property("og:title", title)
    property("og:description", metadata?.summary)
    property("og:url", PageAddress.web(metadata?.canonicalURL))
    property("og:image", PageAddress.web(metadata?.leadImage?.source))
    property("og:site_name", metadata?.publisher?.name)
    property("article:published_time", metadata?.published?.iso8601)
    property("article:modified_time", metadata?.modified?.iso8601)
    property("article:section", metadata?.section ?? metadata?.categories.first)
    for tag in metadata?.tags ?? [] { property("article:tag", tag) }
    if let metadata {
      out.raw("<script type=\"application/ld+json\">\n")
      out.raw(string: NewsArticleJSON.text(of: metadata))
      out.raw("\n</script>\n")
    }
  }

  private mutating func meta(_ name: String, _ content: String?) {
    guard let content, !content.isEmpty else { return }
    out.raw("<meta")
    out.attribute("name", name)
    out.attribute("content", content)
    out.raw(">\n")
  }

  private mutating func property(_ name: String, _ content: String?) {
    guard let content, !content.isEmpty else { return }
    out.raw("<meta")
    out.attribute("property", name)
    out.attribute("content", content)
    out.raw(">\n")
  }

  // MARK: Body

  private mutating func digest() {
    out.raw("<header>\n<h1>")
    out.text(publication.title ?? "Untitled")
    out.raw("</h1>\n")
    if let creator = publication.creator {
      out.raw("<p class=\"byline\">")
      out.text(creator)
      out.raw("</p>\n")
    }
    // An issue has a day; its latest article's hour says nothing of it.
    if let date = publication.date { time(date, VisibleDate(date, language: language).short) }
    out.raw("</header>\n<nav>\n")
    var index = 0
    for section in publication.sections {
      if let title = section.title {
        out.raw("<h2>")
        out.text(title)
        out.raw("</h2>\n")
      }
      out.raw("<ol>\n")
      for entry in section.entries {
        index += 1
        out.raw(string: "<li><a href=\"#a\(index)\">")
        out.text(entry.article.metadata.title ?? "Untitled")
        out.raw("</a></li>\n")
      }
      out.raw("</ol>\n")
    }
    out.raw("</nav>\n<main>\n")
    index = 0
    for section in publication.sections {
      out.raw("<section>\n")
      if let title = section.title {
        out.raw("<h2 class=\"section\">")
        out.text(title)
        out.raw("</h2>\n")
      }
      for entry in section.entries {
        index += 1
        article(entry, index: index)
      }
      out.raw("</section>\n")
    }
    out.raw("</main>\n")
  }

  private mutating func article(_ entry: Publication.Entry, index: Int?) {
    let article = entry.article
    let metadata = article.metadata
    out.raw("<article")
    if let index { out.attribute("id", "a\(index)") }
    if index != nil, let language = metadata.language.flatMap(LanguageTag.normalized) {
      out.attribute("lang", language)
    }
    if let direction = metadata.direction { out.attribute("dir", direction.rawValue) }
    out.raw(">\n")
    header(metadata, isPart: index != nil)
    var style = HTMLSerializer<PageReferences>.Style()
    if let index { style.idPrefix = "a\(index)-" }
    let top = HeadingRank.top(of: article.body) ?? 2
    style.headingOffset = max(0, (index == nil ? 2 : 4) - top)
    var serializer = HTMLSerializer(
      style: style, references: PageReferences(idPrefix: style.idPrefix),
      footnotes: article.footnotes)
    serializer.blocks(article.body)
    serializer.footnotes(article.footnotes)
    out.bytes += serializer.out.bytes
    for diagnostic in serializer.diagnostics.all { diagnostics.add(diagnostic) }
    footer(metadata)
    out.raw("</article>\n")
  }

  private mutating func header(_ metadata: Metadata, isPart: Bool) {
    out.raw("<header>\n")
    if let title = metadata.title {
      out.raw(isPart ? "<h3 class=\"headline\">" : "<h1>")
      out.text(title)
      out.raw(isPart ? "</h3>\n" : "</h1>\n")
    }
    paragraph("deck", metadata.alternativeTitle)
    paragraph("byline", metadata.authorLine)
    if let date = metadata.published {
      let language = metadata.language.flatMap(LanguageTag.normalized) ?? language
      time(date, VisibleDate(date, language: language).long)
    }
    out.raw("</header>\n")
  }

  private mutating func paragraph(_ name: String, _ text: String?) {
    guard let text else { return }
    out.raw("<p")
    out.attribute("class", name)
    out.raw(">")
    out.text(text)
    out.raw("</p>\n")
  }

  private mutating func time(_ date: Timestamp, _ words: String) {
    out.raw("<p class=\"date\"><time")
    out.attribute("datetime", date.iso8601)
    out.raw(">")
    out.text(words)
    out.raw("</time></p>\n")
  }

  private mutating func footer(_ metadata: Metadata) {
    let source = metadata.source ?? metadata.publisher
    let url = PageAddress.web(metadata.canonicalURL) ?? PageAddress.web(source?.url)
    guard source != nil || url != nil || metadata.rights != nil || metadata.editor != nil else {
      return
    }
    out.raw("<footer>\n")
    if let name = source?.name ?? url {
      out.raw("<p class=\"source\">")
      if let url {
        out.raw("<a")
        out.attribute("href", url)
        out.raw(">")
      }
      out.text(name)
      out.raw(url == nil ? "</p>\n" : "</a></p>\n")
    }
    paragraph("editor", metadata.editor)
    paragraph("rights", metadata.rights)
    out.raw("</footer>\n")
  }
}
