import NewsMarkup
import NewsModel

/// An article of a book, rendered: its documents and what the package must know of them.
struct ArticlePage: Sendable {
  /// How deep elements may nest.
  static let depth = 200
  /// Above so many bytes a document is split: readers become slow.
  static let splitSize = 260 << 10

  /// A document of the article.
  struct Document: Sendable {
    /// Its name.
    var fileName: String
    /// XHTML.
    var bytes: [UInt8]
    /// Whether there are formulas in MathML.
    var hasMathML = false
  }

  /// A heading in the article, for the contents.
  struct Entry: Sendable {
    /// Its rank.
    var level: Int
    /// Its text.
    var title: String
    /// Document and anchor.
    var address: String
  }

  /// The documents in reading order.
  var documents: [Document] = []
  /// The pictures shown.
  var pictures: [BookImages.Picture] = []
  /// Whether all pictures have alternative texts.
  var areDescribed = true
  /// Whether there are readings beside the text.
  var hasRuby = false
  /// Whether the ranks of headings follow each other without a gap.
  var areHeadingsInOrder = true
  /// The headings that have anchors.
  var headings: [Entry] = []
  /// What could not be written as it was.
  var diagnostics: Diagnostics

  /// What the anchors of an article begin with.
  static func idPrefix(_ item: Int, _ plan: BookPlan) -> String {
    plan.isDigest ? "a\(item + 1)-" : ""
  }

  /// Renders an article.
  init(_ item: Int, of plan: BookPlan, images: BookImages) {
    var planned = plan.items[item]
    planned.entry = planned.entry.withText
    var blocks = planned.entry.article.body
    if PictureLine.hasFigures(blocks) { blocks = PictureLine.figures(in: blocks) }
    planned.entry.article.body = SpeakerLine.marked(blocks, "nk-speaker")
    let entry = planned.entry
    diagnostics = Diagnostics(file: entry.origin?.path)
    let body = entry.article.body
    let whole = ArticlePart(fileName: planned.fileName, blocks: body.indices)
    var renderer = ArticleRenderer(item, planned, of: plan, images: images, parts: [whole])
    renderer.render()
    if renderer.size > Self.splitSize {
      let parts = Self.parts(planned.fileName, renderer.blockSizes)
      if parts.count > 1 {
        renderer = ArticleRenderer(item, planned, of: plan, images: images, parts: parts)
        renderer.render()
      }
    }
    documents = renderer.documents
    pictures = renderer.serializer.references.pictures
    areDescribed = renderer.serializer.references.areDescribed
    hasRuby = renderer.serializer.hasRuby
    headings = renderer.headings
    areHeadingsInOrder = HeadingOrder.isWhole(planned.entry.article.body)
    for diagnostic in renderer.serializer.diagnostics.all {
      diagnostics.add(
        Diagnostic(
          diagnostic.severity, diagnostic.code, diagnostic.message, file: entry.origin?.path))
    }
    for var warning in renderer.serializer.references.warnings {
      warning.file = entry.origin?.path
      diagnostics.add(warning)
    }
    for url in renderer.serializer.references.lost {
      diagnostics.warn(
        .linkUnresolved, "the link to '\(url)' leads nowhere from a book: its text stays")
    }
  }

  /// Documents of at most the size to split at, as far as single blocks allow.
  private static func parts(_ fileName: String, _ sizes: [Int]) -> [ArticlePart] {
    let stem = fileName.dropLast(".xhtml".utf8.count)
    var parts: [ArticlePart] = []
    // Links from part to part are longer than those within one document, which were measured.
    let limit = splitSize * 7 / 8
    var start = 0
    var size = 0
    for (index, blockSize) in sizes.enumerated() {
      if size > 0, size + blockSize > limit {
        parts.append(ArticlePart(fileName: "", blocks: start..<index))
        start = index
        size = 0
      }
      size += blockSize
    }
    parts.append(ArticlePart(fileName: "", blocks: start..<sizes.count))
    for index in parts.indices {
      parts[index].fileName = index == 0 ? fileName : "\(stem)-\(index + 1).xhtml"
    }
    return parts
  }
}
