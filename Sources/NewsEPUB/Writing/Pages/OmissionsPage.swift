import NewsAddress
import NewsMarkup
import NewsModel
import NewsText

/// The last page of a digest that is not whole: what was not reached, and what was left out, each
/// with its cause.
enum OmissionsPage {
  /// Its file.
  static let fileName = "omissions.xhtml"

  /// Whether a book has the page.
  static func isThere(in plan: BookPlan) -> Bool {
    !plan.omissions.isEmpty || !plan.leftOut.isEmpty
  }

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
    out.raw("</h1>\n")
    let words = OmissionStrings.of(plan.language)
    if !plan.leftOut.isEmpty, !plan.omissions.isEmpty {
      heading(words.notReached, plan.omissions.count, &out)
    }
    list(plan.omissions, in: plan, &out)
    for group in plan.leftOut {
      let label =
        switch group.cause {
        case .duplicate: words.duplicates
        case .limit: group.limit.map(words.overLimit) ?? words.notSelected
        case .selection: words.notSelected
        }
      heading(label, group.count, &out)
      list(group.articles, in: plan, &out)
    }
    out.raw("</section>\n")
    frame.close(&out)
    return out.bytes
  }

  private static func heading(_ label: String, _ count: Int, _ out: inout MarkupBuffer) {
    out.raw("<h2>")
    out.text(label)
    out.raw(" <span class=\"nk-count\">")
    out.text(String(count))
    out.raw("</span></h2>\n")
  }

  private static func list(
    _ omissions: [Publication.Omission], in plan: BookPlan, _ out: inout MarkupBuffer
  ) {
    if omissions.isEmpty { return }
    out.raw("<ul>\n")
    for omission in omissions {
      out.raw("<li><p><bdi")
      let language = omission.language.flatMap(LanguageTag.normalized)
      if let language, language != plan.language {
        out.attribute("lang", language)
        out.attribute("xml:lang", language)
      }
      out.raw(">")
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
    out.raw("</ul>\n")
  }
}
