package import NewsModel
package import NewsText

/// Writes blocks and inlines as markup.
///
/// The only place where the model becomes tags. Elements and attributes come from a fixed list and
/// every text is escaped, so whatever an article holds, the result is well formed and harmless.
package struct HTMLSerializer<References: ReferenceResolver> {
  /// How the markup is to be.
  package struct Style: Sendable {
    /// What stands in a book for pictures and players that have no words of their own.
    package var mediaWords: MediaStrings?
    /// XHTML for a book rather than HTML: empty tags closed, nothing that a book must not hold
    /// (forms, frames, players), table headers with their scope.
    package var isBook = false
    /// XHTML, as it stands in a document of XML that is no book: a page's HTML, empty tags closed.
    package var isXML = false
    /// Put before every anchor, so that articles can share a document.
    package var idPrefix = ""
    /// Whether the text around runs from right to left, which programs do not.
    package var isRightToLeft = false
    /// Added to the rank of headings; none sinks below `h6`.
    package var headingOffset = 0
    /// Whether formulas are MathML, where their TeX is known.
    package var hasMathML = false
    /// Whether tables that are wider than a page are written as a record for each row.
    package var hasRecords = false
    /// How deep elements may nest; what is deeper keeps its text alone.
    package var depth = 200

    package init() {}
  }

  package let style: Style
  package var out = MarkupBuffer()
  /// What could not be written as it was.
  package var diagnostics = Diagnostics()

  /// The document that is being written and the one that will hold the notes, where they differ.
  package var document = ""
  package var notesDocument = ""
  /// Whether the headings of the article itself, not those in its parts, are kept in ``headings``;
  /// each gets an anchor.
  package var collectsHeadings = false
  package var headings: [Outline] = []
  /// Whether there was text with readings beside it.
  package var hasRuby = false
  /// Whether there was a formula in MathML.
  package var hasMathML = false

  /// A heading that contents can refer to.
  package struct Outline: Sendable {
    package var level: Int
    package var title: String
    package var id: String
  }

  var headingCount = 0
  package var depth = 0
  package var isInLink = false
  var isInRuby = false
  var isInDefinition = false
  var isInCaption = false
  var usedIDs: Set<String> = []
  /// The article's notes, which references are numbered by.
  package let notes: HTMLNotes
  /// What is known of the references to each note that there are any to.
  var noteReferences: [String: NoteReferences] = [:]
  /// The last: what stands behind a part of a size that is not known is looked for at every use.
  package var references: References

  /// The references to a note so far.
  struct NoteReferences {
    private var count = 0
    /// The document of the first.
    let document: String

    init(document: String) { self.document = document }

    /// Counts one more; its number.
    mutating func counted() -> Int {
      count += 1
      return count
    }
  }

  /// Makes a serialiser for one article.
  ///
  /// - Parameter footnotes: the article's notes, which references are numbered by.
  package init(style: Style = Style(), references: References, footnotes: [Footnote] = []) {
    self.init(style: style, references: references, notes: HTMLNotes(footnotes))
  }

  /// Makes one of many serialisers of an article, which share its notes.
  package init(style: Style = Style(), references: References, notes: HTMLNotes) {
    self.style = style
    self.references = references
    self.notes = notes
  }

  // MARK: Attributes

  /// The anchor to write for an article's own, or `nil` where it was used already or says nothing.
  private mutating func anchor(_ id: String) -> String? {
    guard let id = cleanAnchor(id) else { return nil }
    guard !notes.ids.contains(id), usedIDs.insert(id).inserted else {
      if style.isBook {
        diagnostics.warn(
          .anchorRepeated, "the anchor '\(id)' is there twice: only the first is kept")
      }
      return nil
    }
    return id
  }

  /// An anchor as this markup can have it.
  func cleanAnchor(_ id: String) -> String? {
    style.isBook ? Anchor.name(of: id) : Anchor.clean(id)
  }

  /// Writes the attributes of an element, with classes of the writer's own before its own.
  package mutating func write(_ attributes: Attributes, adding own: StaticString = "") {
    if attributes.isEmpty, own.utf8CodeUnitCount == 0 { return }
    if let id = attributes.id, let anchor = anchor(id) {
      out.attribute("id", style.idPrefix + anchor)
    }
    if own.utf8CodeUnitCount > 0 || !attributes.classes.isEmpty {
      out.raw(" class=\"")
      out.raw(own)
      var isFirst = own.utf8CodeUnitCount == 0
      for name in attributes.classes {
        if !isFirst { out.raw(" ") }
        out.attributeValue(name)
        isFirst = false
      }
      out.raw("\"")
    }
    writeLanguage(attributes.language)
    if let direction = attributes.direction { out.attribute("dir", direction.rawValue) }
  }

  private mutating func writeLanguage(_ language: String?) {
    guard let language else { return }
    guard let tag = LanguageTag.normalized(language) else {
      if style.isBook {
        diagnostics.warn(.languageUnknown, "'\(language)' names no language: left out")
      }
      return
    }
    out.attribute("lang", tag)
    if style.isBook { out.attribute("xml:lang", tag) }
  }

  /// Writes an attribute that stands for truth.
  package mutating func flag(_ name: StaticString) {
    out.raw(" ")
    out.raw(name)
    if style.isBook || style.isXML {
      out.raw("=\"")
      out.raw(name)
      out.raw("\"")
    }
  }

  /// Ends an empty element.
  mutating func closeVoid() { out.raw(style.isBook || style.isXML ? "/>" : ">") }
}
