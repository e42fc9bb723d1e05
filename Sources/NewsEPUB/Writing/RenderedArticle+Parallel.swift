import NewsArchive
import NewsFiles

extension RenderedArticle {
  /// How many articles ahead pictures are got that take long.
  private static let picturesAhead = 24

  /// Renders the articles of a book, several at once; the result is in their order.
  static func all(of plan: BookPlan, images: BookImages, jobs: Int) -> [RenderedArticle] {
    let count = plan.items.count
    // Threads pay for themselves from a few dozen articles on.
    let width = count >= 16 ? jobs : 1
    // A deflater takes half a megabyte: one for several articles.
    let portion = width > 1 ? 8 : count
    var start = 0
    var begun = 0
    var rendered: [RenderedArticle] = []
    rendered.reserveCapacity(count)
    WorkQueue(width: width).run { () -> Range<Int>? in
      guard start < count else { return nil }
      defer { start = min(count, start + portion) }
      // Pictures that take long to get are got while the articles before are rendered.
      while begun < min(count, start + picturesAhead) {
        images.prepare(plan.items[begun].entry)
        begun += 1
      }
      return start..<min(count, start + portion)
    } work: { items, _ in
      let deflater = Deflater()
      return items.map { RenderedArticle($0, of: plan, images: images, deflater: deflater) }
    } report: {
      rendered += $0
      return .goOn
    }
    return rendered
  }
}
