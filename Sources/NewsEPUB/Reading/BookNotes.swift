internal import NewsArchive

/// The notes of a document that holds those of other documents of its book.
struct BookNotes: Sendable {
  /// A note.
  struct Note: Sendable {
    /// What is in it.
    var content: Range<Int>
    /// Whether its element is marked as a note.
    var isMarked: Bool
    /// The documents that its links lead back to.
    var backs: Set<String> = []
  }

  /// The document, UTF-8.
  private(set) var bytes: [UInt8] = []
  /// By their anchors.
  private(set) var notes: [String: Note] = [:]
  /// The anchors of notes that are marked or lead back.
  private var own: Set<String> = []
  /// Those that chapters have taken.
  var taken: Set<String> = []

  /// Whether all notes of the document stand in chapters, and it has nothing else.
  var areAllTaken: Bool { !own.isEmpty && own.isSubset(of: taken) && !standsOutside(words) }

  /// Where words stand that are in no heading.
  private var words: [Int] = []

  /// No notes.
  init() {}

  /// More elements within each other are no notes.
  private static let deepest = 64
  private static let longest = 64 << 10

  private struct Open {
    var name: String
    var start: Int
    var anchors: [String]
    var isMarked: Bool
    var backs: Set<String> = []
  }

  /// Looks through a document.
  init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    let folder = MemberName.folder(of: name)
    var open: [Open] = []
    // The heading that is read: its words are no text.
    var heading: String?
    var markup = DocumentMarkup(bytes)
    while let piece = markup.next() {
      if case .text(let range) = piece, heading == nil,
        bytes[range].contains(where: Self.isOfWord)
      {
        words.append(range.lowerBound)
      }
      guard case .tag(let tag) = piece else { continue }
      let element = markup.name(of: tag)
      if tag.isEnd {
        if element == heading { heading = nil }
      } else if heading == nil, !tag.closesItself, Self.isHeading(element) {
        heading = element
      }
      if tag.isEnd {
        guard let place = open.suffix(Self.deepest).lastIndex(where: { $0.name == element }) else {
          continue
        }
        close(open[place], at: tag.range.lowerBound)
        let backs = open[place].backs
        open.removeSubrange(place...)
        if let last = open.indices.last { open[last].backs.formUnion(backs) }
        continue
      }
      let anchor =
        markup.value("id", of: tag) ?? (element == "a" ? markup.value("name", of: tag) : nil)
      if Self.isBlock(element), !tag.closesItself {
        open.append(
          Open(
            name: element, start: tag.range.upperBound, anchors: anchor.map { [$0] } ?? [],
            isMarked: Self.isNote(tag, markup)))
      } else if let anchor, let last = open.indices.last, open[last].anchors.count < 4 {
        open[last].anchors.append(anchor)
      }
      if element == "a", let href = markup.value("href", of: tag), !href.hasPrefix("#"),
        href.contains("#"), MemberName.isPath(href), let last = open.indices.last
      {
        open[last].backs.insert(MemberName.resolved(href, from: folder))
      }
    }
  }

  /// Whether one of some places, which are in order, is in no note of the document.
  private func standsOutside(_ places: [Int]) -> Bool {
    let ranges = taken.compactMap { notes[$0]?.content }.sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    var end = 0
    for place in places {
      while next < ranges.count, ranges[next].lowerBound <= place {
        end = max(end, ranges[next].upperBound)
        next += 1
      }
      if place >= end { return true }
    }
    return false
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isHeading(_ name: String) -> Bool {
    ["title", "style", "script", "h1", "h2", "h3", "h4", "h5", "h6"].contains(name)
  }

  private mutating func close(_ element: Open, at end: Int) {
    guard end - element.start <= Self.longest else { return }
    for anchor in element.anchors where notes[anchor] == nil {
      notes[anchor] = Note(
        content: element.start..<max(element.start, end), isMarked: element.isMarked,
        backs: element.backs)
      if element.isMarked || !element.backs.isEmpty { own.insert(anchor) }
    }
  }

  private static func isBlock(_ name: String) -> Bool {
    ["p", "li", "div", "aside", "section", "dd", "td", "dt", "blockquote"].contains(name)
  }

  private static func isNote(_ tag: DocumentMarkup.Tag, _ markup: DocumentMarkup) -> Bool {
    let types = (markup.value("epub:type", of: tag) ?? "").split(separator: " ")
    let role = markup.value("role", of: tag)
    return types.contains { ["footnote", "endnote", "rearnote"].contains($0) }
      || role == "doc-footnote" || role == "doc-endnote"
  }
}
