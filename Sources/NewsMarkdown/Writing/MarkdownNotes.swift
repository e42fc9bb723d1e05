import NewsMarkup
import NewsModel

/// The notes of an article, looked up by their labels; made once for all its lines.
struct MarkdownNotes {
  let all: [Footnote]
  /// The notes as HTML names them.
  let html: HTMLNotes
  private let places: [String: Int]

  init(_ all: [Footnote]) {
    self.all = all
    html = HTMLNotes(all)
    places = Dictionary(
      all.indices.map { (all[$0].label, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where the first note of a label stands.
  func index(of label: String) -> Int? { places[label] }
}
