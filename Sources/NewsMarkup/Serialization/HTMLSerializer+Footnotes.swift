package import NewsModel

extension HTMLSerializer {
  /// Writes the mark that refers to a note.
  package mutating func reference(to label: String) {
    guard let note = notes[label] else {
      // Nothing to refer to: the mark stays as text.
      out.raw("[^")
      out.text(label)
      out.raw("]")
      return
    }
    let count = noteReferences[label, default: NoteReferences(document: document)].counted()
    let prefix = style.idPrefix
    out.raw("<sup")
    out.attribute("id", prefix + "fnref-" + referenceKey(note, count))
    out.raw(">")
    if !isInLink {
      out.raw("<a")
      out.attribute("href", file(notesDocument) + "#" + prefix + "fn-" + note.key)
      out.raw(" class=\"footnote\" role=\"doc-noteref\"")
      if style.isBook { out.raw(" epub:type=\"noteref\"") }
      out.raw(">")
    }
    out.number(note.number)
    out.raw(isInLink ? "</sup>" : "</a></sup>")
  }

  /// The name of a document, where it is not the one that is being written.
  private func file(_ name: String) -> String { name == document ? "" : name }

  private func referenceKey(_ note: HTMLNotes.Note, _ count: Int) -> String {
    count == 1 ? note.key : "\(note.key).\(count)"
  }

  /// Writes the notes, each with a link back to where it is referred to first.
  package mutating func footnotes(_ footnotes: [Footnote]) {
    if footnotes.isEmpty { return }
    out.raw("<section class=\"footnotes\" role=\"doc-endnotes\"")
    if style.isBook { out.raw(" epub:type=\"footnotes\"") }
    out.raw(">\n<ol>\n")
    var written: Set<String> = []
    for footnote in footnotes {
      guard let note = notes[footnote.label] else { continue }
      out.raw("<li")
      // A label that is there twice refers to the first.
      if written.insert(footnote.label).inserted {
        out.attribute("id", style.idPrefix + "fn-" + note.key)
      }
      if style.isBook { out.raw(" epub:type=\"footnote\"") }
      out.raw(">\n")
      // The link back stands at the end of the last paragraph.
      if case .paragraph(let last)? = footnote.content.last {
        blocks(Array(footnote.content.dropLast()))
        out.raw("<p")
        write(last.attributes)
        out.raw(">")
        inlines(last.content)
        backlink(footnote.label)
        out.raw("</p>\n")
      } else {
        blocks(footnote.content)
        if noteReferences[footnote.label] != nil {
          out.raw("<p>")
          backlink(footnote.label)
          out.raw("</p>\n")
        }
      }
      out.raw("</li>\n")
    }
    out.raw("</ol>\n</section>\n")
  }

  private mutating func backlink(_ label: String) {
    // A note that nothing refers to has nowhere to go back to.
    guard let note = notes[label], let references = noteReferences[label] else { return }
    out.raw("\u{A0}<a")
    out.attribute("href", file(references.document) + "#" + style.idPrefix + "fnref-" + note.key)
    out.raw(" class=\"reversefootnote\" role=\"doc-backlink\">")
    // Fonts of readers have this arrow; the one that turns back they have not.
    out.raw(style.isBook ? "↑</a>" : "↩\u{FE0E}</a>")
  }
}
