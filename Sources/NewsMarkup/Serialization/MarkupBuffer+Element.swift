extension MarkupBuffer {
  /// Writes an element that holds a text, on a line; none where there is no text.
  package mutating func element(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    raw("<")
    raw(name)
    raw(">")
    self.text(text)
    raw("</")
    raw(name)
    raw(">\n")
  }
}
