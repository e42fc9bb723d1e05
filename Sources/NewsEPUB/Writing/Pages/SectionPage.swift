import NewsText
import NewsMarkup
import NewsModel

/// The page of a section: its articles with dates and summaries.
enum SectionPage {
  /// The page.
  static func bytes(
    of section: BookPlan.Section, in plan: BookPlan, thumbnails: Thumbnails
  ) -> [UInt8] {
    let title = section.title ?? plan.title
    var out = MarkupBuffer()
    let frame = PageFrame(
      title: title, language: plan.language, direction: plan.direction, type: "bodymatter",
      bodyClass: "nk-page")
    frame.open(&out)
    out.raw("<section class=\"nk-index\">\n<h1")
    if let language = section.language {
      out.attribute("lang", language)
      out.attribute("xml:lang", language)
      if LanguageTag.isRightToLeft(language) != (plan.direction == .rightToLeft) {
        out.attribute("dir", LanguageTag.isRightToLeft(language) ? "rtl" : "ltr")
      }
    }
    out.raw(">")
    out.text(title)
    out.raw("</h1>\n<ol>\n")
    for item in plan.items[section.items] {
      ArticleTeaser.write(item, in: plan, thumbnails, isShort: false, &out)
    }
    out.raw("</ol>\n</section>\n")
    frame.close(&out)
    return out.bytes
  }
}
