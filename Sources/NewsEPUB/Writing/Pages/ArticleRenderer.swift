import NewsMarkup
import NewsModel
import NewsText

/// Renders the documents of one article.
struct ArticleRenderer {
  let item: Int
  let plan: BookPlan
  /// The article as it was planned.
  let planned: BookPlan.Item
  private let parts: [ArticlePart]
  var serializer: HTMLSerializer<BookReferences>
  private(set) var documents: [ArticlePage.Document] = []
  private(set) var blockSizes: [Int] = []
  private(set) var headings: [ArticlePage.Entry] = []

  /// - Parameter planned: the item with its text at hand.
  init(
    _ item: Int, _ planned: BookPlan.Item, of plan: BookPlan, images: BookImages,
    parts: [ArticlePart]
  ) {
    self.item = item
    self.plan = plan
    self.parts = parts
    self.planned = planned
    var style = HTMLSerializer<BookReferences>.Style()
    style.isBook = true
    style.mediaWords = MediaStrings.of(planned.language)
    style.hasMathML = true
    style.hasRecords = true
    style.isRightToLeft = planned.direction == .rightToLeft
    style.depth = ArticlePage.depth
    style.idPrefix = ArticlePage.idPrefix(item, plan)
    // The headline is the h1: what the article has begins below.
    style.headingOffset = 2 - (HeadingRank.top(of: planned.entry.article.body) ?? 2)
    serializer = HTMLSerializer(
      style: style,
      references: BookReferences(
        plan: plan, item: item, entry: planned.entry, images: images, parts: parts),
      footnotes: planned.entry.article.footnotes)
    serializer.collectsHeadings = !plan.isDigest
  }

  /// The article, where it lies: a copy would count all its parts.
  var article: Article { _read { yield planned.entry.article } }

  /// What is known of it, which is had without its text.
  var metadata: Metadata { _read { yield planned.entry.metadata } }

  /// The heading that opens the article, if it says what the headline says.
  private var openingHeading: Heading? {
    guard case .heading(let first)? = article.body.first,
      first.content.plainText == metadata.title
    else { return nil }
    return first
  }

  /// Whether the article opens with its headline, which the header has already.
  var repeatsHeadline: Bool { openingHeading != nil }

  /// The anchor that the header's headline takes over.
  var headlineAnchor: String? {
    openingHeading?.attributes.id.flatMap(Anchor.name).map { serializer.style.idPrefix + $0 }
  }

  /// The bytes of all documents.
  var size: Int { documents.reduce(0) { $0 + $1.bytes.count } }

  /// Renders the documents.
  mutating func render() {
    var frame = PageFrame(
      title: planned.title, language: planned.language, direction: planned.direction,
      type: "bodymatter", bodyClass: "nk-page")
    frame.about = planned.entry.metadata
    // A digest's articles show theirs.
    if plan.isDigest { frame.about?.section = nil }
    let body = article.body
    serializer.notesDocument = parts.last?.fileName ?? ""
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      serializer.document = part.fileName
      serializer.references.document = part.fileName
      // The body first: the header tells how long it takes to read.
      for position in part.blocks {
        let start = serializer.out.bytes.count
        if position > 0 || !repeatsHeadline { serializer.block(body[position]) }
        blockSizes.append(serializer.out.bytes.count - start)
      }
      if isLast { serializer.footnotes(article.footnotes) }
      let text = serializer.out.bytes
      serializer.out.bytes = []
      serializer.out.bytes.reserveCapacity(text.count + 4096)
      frame.open(&serializer.out)
      serializer.out.raw("<article class=\"nk-article\">\n")
      if index == 0 { header(minutes: ReadingTime.minutes(text)) }
      serializer.out.raw("<div class=\"nk-body\">\n")
      serializer.out.bytes += text
      serializer.out.raw("</div>\n")
      if isLast { footer() }
      serializer.out.raw("</article>\n")
      if plan.isDigest { neighbours() }
      frame.close(&serializer.out)
      // The first page speaks for all.
      frame.about = nil
      for heading in serializer.headings {
        headings.append(
          ArticlePage.Entry(
            level: heading.level, title: heading.title,
            address: part.fileName + "#" + heading.id))
      }
      serializer.headings = []
      documents.append(
        ArticlePage.Document(
          fileName: part.fileName, bytes: serializer.out.bytes, hasMathML: serializer.hasMathML))
      serializer.hasMathML = false
      serializer.out.bytes = []
    }
  }
}
