import NewsMarkup

/// The cover as a page: some readers show no picture that is not on one.
enum CoverPage {
  /// The page.
  static func bytes(of plan: BookPlan, image: String) -> [UInt8] {
    var out = MarkupBuffer()
    let frame = PageFrame(
      title: plan.words.cover, language: plan.language, direction: plan.direction, type: "cover",
      bodyClass: "nk-cover")
    frame.open(&out)
    out.raw("<div><img")
    out.attribute("src", image)
    out.attribute("alt", "\(plan.words.cover): \(plan.title)")
    out.raw(" role=\"doc-cover\"/></div>\n")
    frame.close(&out)
    return out.bytes
  }
}
