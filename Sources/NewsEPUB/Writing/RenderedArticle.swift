import NewsArchive
import NewsModel

/// An article as the container takes it, with what the rest of the book must know of it.
struct RenderedArticle: Sendable {
  /// Its documents, deflated.
  var entries: [ArchiveEntry]
  /// Which of its documents have formulas in MathML.
  var haveMathML: [Bool]
  /// The pictures it shows.
  var pictures: [BookImages.Picture]
  /// Whether all pictures have alternative texts.
  var areDescribed: Bool
  /// Whether there are readings beside the text.
  var hasRuby: Bool
  /// Whether the ranks of its headings follow each other without a gap.
  var areHeadingsInOrder: Bool
  /// The headings that have anchors.
  var headings: [ArticlePage.Entry]
  /// What it says.
  var fingerprint: Fingerprint
  /// What could not be written as it was.
  var diagnostics: Diagnostics

  /// Renders and deflates an article.
  init(_ item: Int, of plan: BookPlan, images: BookImages, deflater: borrowing Deflater) {
    let page = ArticlePage(item, of: plan, images: images)
    var fingerprint = Fingerprint()
    var entries: [ArchiveEntry] = []
    for document in page.documents {
      fingerprint.add(document.bytes)
      let bytes = plan.isKobo ? KoboSpans.page(document.bytes) : document.bytes
      entries.append(deflater.entry("EPUB/" + document.fileName, bytes))
    }
    self.entries = entries
    haveMathML = page.documents.map(\.hasMathML)
    pictures = page.pictures
    areDescribed = page.areDescribed
    hasRuby = page.hasRuby
    areHeadingsInOrder = page.areHeadingsInOrder
    headings = page.headings
    self.fingerprint = fingerprint
    diagnostics = page.diagnostics
  }
}
