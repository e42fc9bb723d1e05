import NewsMarkup

/// What can truly be said of a book's accessibility, in schema.org's words.
struct Accessibility {
  /// Whether there are pictures.
  var hasPictures = false
  /// Whether all of them have alternative texts.
  var areDescribed = true
  /// Whether there are readings beside the text.
  var hasRuby = false
  /// Whether formulas are MathML, each with its TeX.
  var hasMathML = false
  /// Whether some pictures may move.
  var mayFlash = false
  /// Whether there are headings or sections to go to.
  var isDigest = false

  /// Whether the ranks of headings follow each other without a gap.
  var areHeadingsInOrder = true
  /// Whether the language of the book is known.
  var isLanguageKnown = true
  /// Whether all style is our own, whose contrasts are computed in its tests.
  var isStyleOwn = true

  /// Whether all was checked, for this book, that the standard demands and that can differ.
  private var conforms: Bool {
    (!hasPictures || areDescribed) && areHeadingsInOrder && isLanguageKnown && isStyleOwn
      && !mayFlash
  }

  /// Writes the metadata.
  func write(_ out: inout MarkupBuffer) {
    func property(_ name: StaticString, _ value: StaticString) {
      out.raw("<meta property=\"schema:")
      out.raw(name)
      out.raw("\">")
      out.raw(value)
      out.raw("</meta>\n")
    }
    if conforms {
      out.raw("<meta property=\"dcterms:conformsTo\" id=\"conformance\">")
      out.raw("EPUB Accessibility 1.1 - WCAG 2.1 Level AA</meta>\n")
      out.raw("<meta property=\"a11y:certifiedBy\" refines=\"#conformance\">")
      out.raw("NewsKit, by computed checks</meta>\n")
    }
    property("accessMode", "textual")
    if hasPictures { property("accessMode", "visual") }
    if !hasPictures || areDescribed {
      property("accessModeSufficient", "textual")
    } else {
      property("accessModeSufficient", "textual,visual")
    }
    property("accessibilityFeature", "tableOfContents")
    property("accessibilityFeature", "readingOrder")
    property("accessibilityFeature", "structuralNavigation")
    property("accessibilityFeature", "displayTransformability")
    if hasPictures, areDescribed { property("accessibilityFeature", "alternativeText") }
    if hasMathML { property("accessibilityFeature", "MathML") }
    if hasRuby { property("accessibilityFeature", "rubyAnnotations") }
    property("accessibilityHazard", mayFlash ? "unknown" : "none")
    out.raw("<meta property=\"schema:accessibilitySummary\" xml:lang=\"en\">")
    out.raw("Text with headings, contents and language marks that follows the reader's settings.")
    if hasPictures {
      out.raw(
        areDescribed
          ? " All pictures have alternative texts."
          : " Some pictures have no alternative texts.")
    }
    out.raw("</meta>\n")
  }
}
