import NewsAddress
import NewsMarkup
import NewsModel
import NewsText

/// The last page of a digest that is not whole: what was not reached or left out, and why.
enum OmissionsPage {
  /// Its file.
  static let fileName = "omissions.xhtml"

  /// What it is called, in the language of the book.
  static func title(in plan: BookPlan) -> String { FrontMatterStrings.of(plan.language).leftOut }

  /// The page.
  static func bytes(of plan: BookPlan) -> [UInt8] {
    var out = MarkupBuffer()
    let frame = PageFrame(
      title: title(in: plan), language: plan.language, direction: plan.direction,
      type: "backmatter", bodyClass: "nk-page")
    frame.open(&out)
    out.raw("<section class=\"nk-omissions\">\n<h1>")
    out.text(title(in: plan))
    out.raw("</h1>\n<ul>\n")
    for omission in plan.omissions {
      out.raw("<li><p><bdi>")
      let address = omission.url.flatMap { WebAddress($0).linkable }
      if let address {
        out.raw("<a")
        out.attribute("href", address)
        out.raw(">")
      }
      out.text(VisibleText.line(omission.title) ?? plan.words.untitled)
      if address != nil { out.raw("</a>") }
      out.raw("</bdi></p>\n")
      if let reason = omission.reason.flatMap(VisibleText.line) {
        // Our messages are in English.
        out.raw("<p class=\"nk-summary\" lang=\"en\" xml:lang=\"en\" dir=\"ltr\">")
        out.text(reason)
        out.raw("</p>\n")
      }
      out.raw("</li>\n")
    }
    out.raw("</ul>\n</section>\n")
    frame.close(&out)
    return out.bytes
  }
}
