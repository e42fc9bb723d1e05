extension [Inline] {
  /// The text alone, as a title, an alternative text or a search sees it.
  ///
  /// Readings of ruby and footnote marks are left out, a line break is a blank, an image is its
  /// alternative text.
  public var plainText: String {
    var text = ""
    appendPlainText(to: &text)
    return text
  }

  private func appendPlainText(to text: inout String) {
    for inline in self {
      switch inline {
      case .text(let string), .code(let string), .math(let string): text += string
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .subscript(let content), .superscript(let content):
        content.appendPlainText(to: &text)
      case .link(let link): link.content.appendPlainText(to: &text)
      case .span(let span): span.content.appendPlainText(to: &text)
      case .image(let image): text += image.alternative
      case .lineBreak: text += " "
      case .ruby(let ruby): for pair in ruby.pairs { pair.base.appendPlainText(to: &text) }
      case .footnote: break
      }
    }
  }
}
