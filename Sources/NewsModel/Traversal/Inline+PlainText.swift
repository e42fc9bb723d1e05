extension [Inline] {
  /// The text alone, as a title, an alternative text or a search sees it.
  ///
  /// Readings of ruby and footnote marks are left out, a line break is a blank, an image is its
  /// alternative text.
  public var plainText: String { plainText(withPictures: true) }

  /// The text alone.
  ///
  /// - Parameter withPictures: whether a picture is its alternative text; else it is nothing.
  package func plainText(withPictures: Bool) -> String {
    if count == 1, case .text(let text) = self[0] { return text }
    var text = ""
    appendPlainText(to: &text, withPictures)
    return text
  }

  private func appendPlainText(to text: inout String, _ withPictures: Bool) {
    for inline in self {
      switch inline {
      case .text(let string), .code(let string), .math(let string): text += string
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .subscript(let content), .superscript(let content):
        content.appendPlainText(to: &text, withPictures)
      case .link(let link): link.content.appendPlainText(to: &text, withPictures)
      case .span(let span): span.content.appendPlainText(to: &text, withPictures)
      case .image(let image): if withPictures { text += image.alternative }
      case .lineBreak: text += " "
      case .ruby(let ruby):
        for pair in ruby.pairs { pair.base.appendPlainText(to: &text, withPictures) }
      case .footnote: break
      }
    }
  }
}
