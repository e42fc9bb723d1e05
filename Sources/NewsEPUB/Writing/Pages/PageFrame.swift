import NewsMarkup
import NewsModel
import NewsText

/// What every page of a book has around its content.
struct PageFrame {
  /// The title of the document.
  var title: String
  /// BCP 47, if it is known.
  var language: String?
  /// The direction of its text.
  var direction: TextDirection
  /// What an article's page says of the article and shows nowhere.
  var about: Metadata?
  /// What the page is, in the words of EPUB's structural semantics.
  var type: StaticString?
  /// The class of the body.
  var bodyClass: StaticString
  /// Style besides the book's sheet, without anything that XML would take for markup.
  var ownStyle: String?

  /// Opens the document, up to and with the body's tag.
  func open(_ out: inout MarkupBuffer) {
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n")
    out.raw("<html xmlns=\"http://www.w3.org/1999/xhtml\"")
    out.raw(" xmlns:epub=\"http://www.idpf.org/2007/ops\"")
    if let language {
      out.attribute("lang", language)
      out.attribute("xml:lang", language)
    }
    if direction == .rightToLeft { out.raw(" dir=\"rtl\"") }
    out.raw(">\n<head>\n<title>")
    out.text(title)
    out.raw("</title>\n")
    if let about { write(about, &out) }
    out.raw("<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n")
    if let ownStyle {
      out.raw("<style>\n")
      out.raw(string: ownStyle)
      out.raw("</style>\n")
    }
    out.raw("</head>\n<body class=\"")
    out.raw(bodyClass)
    out.raw("\"")
    if let type {
      out.raw(" epub:type=\"")
      out.raw(type)
      out.raw("\"")
    }
    out.raw(">\n")
  }

  /// Each subject by itself: they may hold commas. A digest's package has those of all its articles.
  private func write(_ about: Metadata, _ out: inout MarkupBuffer) {
    func meta(_ name: StaticString, _ text: String?) {
      guard let text = text.flatMap(VisibleText.line) else { return }
      out.raw("<meta name=\"")
      out.raw(name)
      out.raw("\"")
      out.attribute("content", text)
      out.raw("/>\n")
    }
    meta("description", about.summary)
    meta("dcterms.isPartOf", about.section)
    for category in about.categories { meta("dcterms.subject", category) }
    for tag in about.tags { meta("keywords", tag) }
  }

  /// Closes the document.
  func close(_ out: inout MarkupBuffer) { out.raw("</body>\n</html>\n") }
}
