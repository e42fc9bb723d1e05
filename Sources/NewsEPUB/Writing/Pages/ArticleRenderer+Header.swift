import NewsAddress
import NewsMarkup
import NewsModel
import NewsText

extension ArticleRenderer {
  /// Headline, deck, byline, and a line with section, date, source and reading time.
  mutating func header(minutes: Int?) {
    serializer.out.raw("<header class=\"nk-header\">\n")
    serializer.out.raw("<h1 class=\"nk-headline\"")
    if let anchor = headlineAnchor { serializer.out.attribute("id", anchor) }
    serializer.out.raw(">")
    serializer.out.text(planned.title)
    serializer.out.raw("</h1>\n")
    if let deck = metadata.alternativeTitle { line("nk-deck", deck) }
    byline()
    details(minutes)
    leadImage()
    serializer.out.raw("</header>\n")
  }

  private mutating func line(_ name: StaticString, _ text: String) {
    serializer.out.raw("<p class=\"")
    serializer.out.raw(name)
    serializer.out.raw("\">")
    serializer.out.text(text)
    serializer.out.raw("</p>\n")
  }

  private mutating func link(_ text: String, to url: String?) {
    if let url = url.flatMap({ WebAddress($0).linkable }) {
      serializer.out.raw("<a")
      serializer.out.attribute("href", url)
      serializer.out.raw(">")
      serializer.out.text(text)
      serializer.out.raw("</a>")
    } else {
      serializer.out.text(text)
    }
  }

  private mutating func byline() {
    if let byline = metadata.byline { return line("nk-byline", byline) }
    let authors = metadata.authors
    if authors.isEmpty { return }
    let usesCJK = ["zh", "ja"].contains(LanguageTag.primary(planned.language ?? ""))
    serializer.out.raw("<p class=\"nk-byline\">")
    for (index, author) in authors.enumerated() {
      if index > 0 { serializer.out.raw(usesCJK ? "、" : ", ") }
      link(author.name, to: author.url)
    }
    serializer.out.raw("</p>\n")
  }

  /// Each part by itself: one in another direction of writing must not turn its neighbours.
  private mutating func details(_ minutes: Int?) {
    let source = metadata.source ?? metadata.publisher
    let dateline = metadata.dateline
    // A section that is called as the source or the whole book says nothing beside them.
    let section = plan.isDigest ? plan.sections[planned.section].title : nil
    let isNew = section != source?.name && section != plan.title
    guard
      section != nil && isNew || planned.date != nil || source != nil || minutes != nil
        || dateline != nil
    else { return }
    serializer.out.raw("<p class=\"nk-details\">")
    var isFirst = true
    func separate(_ out: inout MarkupBuffer) {
      if !isFirst { out.raw(" <span class=\"nk-dot\">·</span> ") }
      isFirst = false
    }
    // Not above the headline: calibre begins a page with it, and the section would stand alone.
    if let section, isNew {
      separate(&serializer.out)
      serializer.out.raw("<bdi class=\"nk-section\">")
      serializer.out.text(section)
      serializer.out.raw("</bdi>")
    }
    if let dateline {
      separate(&serializer.out)
      serializer.out.raw("<bdi class=\"nk-dateline\">")
      serializer.out.text(dateline)
      serializer.out.raw("</bdi>")
    }
    if let date = planned.date, let published = metadata.published {
      separate(&serializer.out)
      serializer.out.raw("<bdi><time class=\"nk-date\"")
      serializer.out.attribute("datetime", BookDate.text(of: published))
      serializer.out.raw(">")
      serializer.out.text(date.long)
      serializer.out.raw("</time></bdi>")
    }
    if let source {
      separate(&serializer.out)
      serializer.out.raw("<bdi class=\"nk-source\">")
      link(source.name, to: planned.entry.originalURL ?? source.url)
      serializer.out.raw("</bdi>")
    }
    if let minutes {
      separate(&serializer.out)
      serializer.out.raw("<bdi class=\"nk-time\">")
      let parts = planned.words.minutes.utf8.split(
        separator: UInt8(ascii: "%"), omittingEmptySubsequences: false)
      for (place, part) in parts.enumerated() {
        if place > 0 { serializer.out.number(minutes) }
        serializer.out.text(String(Substring(part)))
      }
      serializer.out.raw("</bdi>")
    }
    serializer.out.raw("</p>\n")
  }

  /// The picture that stands for the article, unless the text shows it.
  private mutating func leadImage() {
    guard let lead = metadata.leadImage, !ImageSearch.isShown(lead.source, in: article.body)
    else { return }
    let image = Image(lead.source, alternative: lead.alternative ?? lead.caption ?? "")
    guard case .shown = serializer.references.image(image) else { return }
    serializer.out.raw("<figure class=\"nk-lead\">\n")
    serializer.write(image)
    if let caption = lead.caption {
      serializer.out.raw("\n<figcaption>")
      serializer.out.text(caption)
      serializer.out.raw("</figcaption>")
    }
    serializer.out.raw("\n</figure>\n")
  }

  /// Where the original is, who edited it, whose it is.
  mutating func footer() {
    let original = planned.entry.originalURL.flatMap { WebAddress($0).linkable }
    let (editor, rights) = (metadata.editor, metadata.rights)
    guard original != nil || editor != nil || rights != nil else { return }
    serializer.out.raw("<footer class=\"nk-footer\">\n")
    if original != nil {
      serializer.out.raw("<p class=\"nk-original\">")
      link(planned.words.original, to: original)
      serializer.out.raw("</p>\n")
    }
    if let editor { line("nk-editor", editor) }
    if let rights { line("nk-rights", rights) }
    serializer.out.raw("</footer>\n")
  }

  /// Links to the article before, the section, the contents and the article after.
  mutating func neighbours() {
    serializer.out.raw("<nav class=\"nk-links\"")
    // These are the book's own words, in its language.
    if let language = plan.language, language != planned.language {
      serializer.out.attribute("lang", language)
      serializer.out.attribute("xml:lang", language)
    }
    serializer.out.raw(plan.direction == .rightToLeft ? " dir=\"rtl\">\n<p>" : " dir=\"ltr\">\n<p>")
    var isFirst = true
    func add(_ out: inout MarkupBuffer, _ file: String, _ text: String, _ name: StaticString) {
      if !isFirst { out.raw(" <span class=\"nk-dot\">·</span> ") }
      isFirst = false
      out.raw("<a class=\"")
      out.raw(name)
      out.raw("\"")
      out.attribute("href", file)
      out.raw(">")
      out.text(text)
      out.raw("</a>")
    }
    if item > 0 {
      add(&serializer.out, plan.items[item - 1].fileName, plan.words.previous, "nk-previous")
    }
    let section = plan.sections[planned.section]
    if let file = section.fileName, let title = section.title {
      add(&serializer.out, file, title, "nk-up")
    }
    add(&serializer.out, "nav.xhtml", plan.words.contents, "nk-contents")
    if item + 1 < plan.items.count {
      add(&serializer.out, plan.items[item + 1].fileName, plan.words.next, "nk-next")
    }
    serializer.out.raw("</p>\n</nav>\n")
  }
}
