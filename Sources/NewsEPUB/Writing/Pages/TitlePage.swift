import NewsMarkup
import NewsModel
import NewsText

/// The front page of a digest: whose it is, of when, what leads, and what sections there are.
enum TitlePage {
  /// The page.
  ///
  /// - Parameter masthead: the picture of the paper's name, beside the pages.
  static func bytes(
    of plan: BookPlan, masthead: String?, publisher: String?, thumbnails: Thumbnails
  ) -> [UInt8] {
    var out = MarkupBuffer()
    let frame = PageFrame(
      title: plan.title, language: plan.language, direction: plan.direction, type: "frontmatter",
      bodyClass: "nk-page")
    frame.open(&out)
    out.raw("<section class=\"nk-title\" epub:type=\"titlepage\">\n")
    if let masthead {
      out.raw("<p class=\"nk-masthead\"><img")
      out.attribute("src", masthead)
      out.attribute("alt", publisher ?? plan.title)
      out.raw("/></p>\n")
    } else if let publisher, publisher != plan.title {
      line("nk-masthead", publisher, &out)
    }
    out.raw("<h1>")
    out.text(plan.title)
    out.raw("</h1>\n")
    // A digest without a name is called after its days.
    if let date = plan.dateText, !plan.title.contains(date) { line("nk-issue", date, &out) }
    if let creator = plan.creator, creator != publisher { line("nk-creator", creator, &out) }
    out.raw("</section>\n")
    leads(of: plan, thumbnails, &out)
    sections(of: plan, &out)
    frame.close(&out)
    return out.bytes
  }

  private static func line(_ name: StaticString, _ text: String, _ out: inout MarkupBuffer) {
    out.raw("<p class=\"")
    out.raw(name)
    out.raw("\">")
    out.text(text)
    out.raw("</p>\n")
  }

  private static func leads(
    of plan: BookPlan, _ thumbnails: Thumbnails, _ out: inout MarkupBuffer
  ) {
    let leads = plan.shownLeads
    if leads.isEmpty { return }
    out.raw("<section class=\"nk-leads\">\n<h2>")
    out.text(FrontMatterStrings.of(plan.language).inThisIssue)
    out.raw("</h2>\n<ul>\n")
    for item in leads {
      ArticleTeaser.write(item, in: plan, thumbnails, isShort: true, &out)
    }
    out.raw("</ul>\n</section>\n")
  }

  private static func sections(of plan: BookPlan, _ out: inout MarkupBuffer) {
    let sections = plan.sections.filter { $0.title != nil }
    guard sections.count > 1 else { return }
    out.raw("<ul class=\"nk-sections\">\n")
    for section in sections {
      guard let title = section.title else { continue }
      out.raw("<li><a")
      out.attribute("href", section.fileName ?? plan.items[section.items.lowerBound].fileName)
      if let language = section.language {
        out.attribute("lang", language)
        out.attribute("xml:lang", language)
      }
      out.raw(">")
      out.text(title)
      out.raw("</a> <span class=\"nk-count\">")
      out.text(String(section.items.count))
      out.raw("</span></li>\n")
    }
    out.raw("</ul>\n")
  }
}
