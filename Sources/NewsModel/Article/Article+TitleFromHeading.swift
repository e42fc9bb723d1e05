extension Article {
  /// Makes the heading that a text begins with the title: files without front matter have no other but
  /// their names.
  package mutating func takeTitleFromHeading() {
    guard case .heading(let heading)? = body.first else { return }
    let title = heading.content.plainText
    // A mark of a note would be lost with the heading.
    var hasNote = false
    heading.content.walk { if case .footnote = $0 { hasNote = true } }
    guard !title.isEmpty, !hasNote else { return }
    metadata.title = title
    body.removeFirst()
  }
}
