import NewsText
import NewsMarkup
import NewsModel

/// The page of a section: its articles with dates and summaries.
enum SectionPage {
  /// The page.
  static func bytes(of section: BookPlan.Section, in plan: BookPlan) -> [UInt8] {
    let title = section.title ?? plan.title
    var out = MarkupBuffer()
    let frame = PageFrame(
      title: title, language: plan.language, direction: plan.direction, type: "bodymatter",
      bodyClass: "nk-page")
    frame.open(&out)
    out.raw("<section class=\"nk-index\">\n<h1>")
    out.text(title)
    out.raw("</h1>\n<ol>\n")
    for item in plan.items[section.items] {
      out.raw("<li")
      if let language = item.language, language != plan.language {
        out.attribute("lang", language)
        out.attribute("xml:lang", language)
      }
      if item.direction != plan.direction { out.attribute("dir", item.direction.rawValue) }
      out.raw("><p class=\"nk-entry\"><a")
      out.attribute("href", item.fileName)
      out.raw(">")
      out.text(item.title)
      out.raw("</a></p>\n")
      let author = item.entry.article.metadata.authorLine
      if item.date != nil || author != nil {
        out.raw("<p class=\"nk-details\">")
        if let date = item.date { out.text(date.short) }
        if item.date != nil, author != nil { out.raw(" · ") }
        if let author { out.text(author) }
        out.raw("</p>\n")
      }
      if let summary = Summary.text(of: item.entry) {
        out.raw("<p class=\"nk-summary\">")
        out.text(summary)
        out.raw("</p>\n")
      }
      out.raw("</li>\n")
    }
    out.raw("</ol>\n</section>\n")
    frame.close(&out)
    return out.bytes
  }
}
