import NewsMarkup

/// The contents as a page of the book and for its reader's menu.
enum NavigationPage {
  /// A place that reading systems offer to go to.
  struct Landmark: Sendable {
    /// EPUB's word for it.
    var type: StaticString
    /// What it is called.
    var title: String
    /// Its document.
    var address: String
  }

  /// The navigation document.
  static func bytes(
    of plan: BookPlan, _ tree: [NavigationTree], _ landmarks: [Landmark]
  ) -> [UInt8] {
    var out = MarkupBuffer()
    let frame = PageFrame(
      title: plan.words.contents, language: plan.language, direction: plan.direction, type: nil,
      bodyClass: "nk-page")
    frame.open(&out)
    out.raw("<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\">\n<h1>")
    out.text(plan.words.contents)
    out.raw("</h1>\n")
    write(tree, &out)
    out.raw("</nav>\n<nav epub:type=\"landmarks\" id=\"landmarks\" hidden=\"hidden\">\n<ol>\n")
    for landmark in landmarks {
      out.raw("<li><a epub:type=\"")
      out.raw(landmark.type)
      out.raw("\"")
      out.attribute("href", landmark.address)
      out.raw(">")
      out.text(landmark.title)
      out.raw("</a></li>\n")
    }
    out.raw("</ol>\n</nav>\n")
    frame.close(&out)
    return out.bytes
  }

  /// The tree is three levels deep at most.
  private static func write(_ tree: [NavigationTree], _ out: inout MarkupBuffer) {
    out.raw("<ol>\n")
    for line in tree {
      out.raw(line.children.isEmpty ? "<li>" : "<li class=\"nk-branch\">")
      if let address = line.address {
        out.raw("<a")
        out.attribute("href", address)
      } else {
        out.raw("<span")
      }
      if let language = line.language {
        out.attribute("lang", language)
        out.attribute("xml:lang", language)
      }
      out.raw(">")
      out.text(line.title)
      out.raw(line.address == nil ? "</span>" : "</a>")
      if !line.children.isEmpty {
        out.raw("\n")
        write(line.children, &out)
      }
      out.raw("</li>\n")
    }
    out.raw("</ol>\n")
  }
}
