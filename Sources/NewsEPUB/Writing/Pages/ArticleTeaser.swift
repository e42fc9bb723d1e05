import NewsMarkup
import NewsModel
import NewsText

/// An article in a list: picture, headline, date and author, first lines.
enum ArticleTeaser {
  /// Writes it as a list item.
  ///
  /// - Parameter isShort: whether one line says what it is about, as on a front page.
  static func write(
    _ item: BookPlan.Item, in plan: BookPlan, _ thumbnails: Thumbnails, isShort: Bool,
    _ out: inout MarkupBuffer
  ) {
    out.raw("<li")
    if let language = item.language, language != plan.language {
      out.attribute("lang", language)
      out.attribute("xml:lang", language)
    }
    if item.direction != plan.direction { out.attribute("dir", item.direction.rawValue) }
    out.raw(">")
    if let file = thumbnails.file(for: item) {
      // The headline beside it says what it belongs to.
      out.raw("<img class=\"nk-thumbnail\"")
      out.attribute("src", file)
      out.raw(" alt=\"\" role=\"presentation\"/>")
    }
    out.raw("<p class=\"nk-entry\"><a")
    out.attribute("href", item.fileName)
    out.raw(">")
    out.text(item.title)
    out.raw("</a></p>\n")
    let author = item.entry.metadata.authorLine
    if !isShort, item.date != nil || author != nil {
      out.raw("<p class=\"nk-details\">")
      if let date = item.date {
        out.raw("<bdi>")
        out.text(date.short)
        out.raw("</bdi>")
      }
      if item.date != nil, author != nil { out.raw(" · ") }
      if let author {
        out.raw("<bdi>")
        out.text(author)
        out.raw("</bdi>")
      }
      out.raw("</p>\n")
    }
    if let summary = Summary.text(of: item.entry, isShort: isShort) {
      out.raw("<p class=\"nk-summary\">")
      out.text(summary)
      out.raw("</p>\n")
    }
    out.raw("</li>\n")
  }
}
