/// A document of a book, looked through once: where its body is, its anchors, and where chapters begin
/// that the contents let begin within it.
struct BookDocument: Sendable {
  /// UTF-8.
  let bytes: [UInt8]
  private(set) var body: Range<Int>
  /// Its anchors.
  private(set) var ids: Set<String> = []
  /// Where the elements begin that hold the anchors of chapters.
  private var places: [String: Int] = [:]
  /// The same, in order.
  private var cuts: [Int] = []

  init(_ bytes: [UInt8], anchors: Set<String>) {
    self.bytes = bytes
    var markup = DocumentMarkup(bytes)
    var (first, last) = (0, bytes.count)
    // Where the tags began that nothing but tags has followed since: a heading around its anchor.
    var run: Int?
    while let part = markup.next() {
      switch part {
      case .text(let range):
        if bytes[range].contains(where: { $0 > 0x20 }) { run = nil }
      case .characters: run = nil
      case .other: break
      case .tag(let tag):
        let name = markup.name(of: tag)
        if name == "body" {
          if tag.isEnd { last = tag.range.lowerBound } else { first = tag.range.upperBound }
        }
        if tag.isEnd || name == "body" {
          run = nil
          continue
        }
        let begin = run ?? tag.range.lowerBound
        run = DocumentMarkup.isVoid(name) || tag.closesItself && name != "a" ? nil : begin
        for key in ["id", "name"] {
          guard let anchor = markup.value(key, of: tag) else { continue }
          if key == "id" { ids.insert(anchor) }
          guard anchors.contains(anchor), places[anchor] == nil else { continue }
          // Of two at one place the first is empty.
          let place = cuts.last.map { max(begin, $0 + 1) } ?? begin
          places[anchor] = place > begin ? max(place, tag.range.lowerBound) : begin
          cuts.append(places[anchor] ?? begin)
        }
      }
    }
    body = first..<max(first, last)
  }

  /// Where a piece is. An anchor that is not there begins and ends nothing: its chapter is empty, and the
  /// one before it goes on.
  func range(of piece: EPUBChapters.Piece) -> Range<Int> {
    var start = body.lowerBound
    if let anchor = piece.start {
      guard let place = places[anchor], body.contains(place) else {
        return body.upperBound..<body.upperBound
      }
      start = place
    }
    let isFirst = piece.start == nil
    let index = Self.place(in: cuts) { isFirst ? $0 >= start : $0 > start }
    let next = index < cuts.count ? cuts[index] : nil
    let end = min(next ?? body.upperBound, body.upperBound)
    return start..<max(start, end)
  }

  /// The first place that something holds for, where it holds for all after it.
  private static func place(in cuts: [Int], where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(cuts[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
