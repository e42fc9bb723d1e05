import NewsMarkup

/// The title page of a digest.
enum TitlePage {
  /// The page.
  static func bytes(of plan: BookPlan) -> [UInt8] {
    var out = MarkupBuffer()
    let frame = PageFrame(
      title: plan.title, language: plan.language, direction: plan.direction, type: "frontmatter",
      bodyClass: "nk-page")
    frame.open(&out)
    out.raw("<section class=\"nk-title\" epub:type=\"titlepage\">\n<h1>")
    out.text(plan.title)
    out.raw("</h1>\n")
    for line in [plan.dateText, plan.creator] {
      guard let line else { continue }
      out.raw("<p>")
      out.text(line)
      out.raw("</p>\n")
    }
    out.raw("</section>\n")
    frame.close(&out)
    return out.bytes
  }
}
