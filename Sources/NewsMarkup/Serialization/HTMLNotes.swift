package import NewsModel

/// The notes of an article as markup names them, by their labels.
package struct HTMLNotes: Sendable {
  package struct Note {
    package var number: Int
    /// The label where it can stand in an address, else the number.
    package var key: String
  }

  private var notes: [String: Note] = [:]
  /// The anchors that are theirs.
  private(set) var ids: Set<String> = []

  package init(_ footnotes: [Footnote]) {
    for (index, footnote) in footnotes.enumerated() where notes[footnote.label] == nil {
      let key = Self.isPlain(footnote.label) ? footnote.label : "\(index + 1)."
      notes[footnote.label] = Note(number: index + 1, key: key)
      ids.insert("fn-" + key)
      ids.insert("fnref-" + key)
    }
  }

  package subscript(label: String) -> Note? { notes[label] }

  /// Whether a label can stand in an anchor and an address as it is.
  private static func isPlain(_ label: String) -> Bool {
    !label.isEmpty
      && label.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
