internal import NewsArchive

/// How a book falls into chapters: what its contents lead to.
///
/// A line of the contents begins a chapter where no line above it holds it in the same document; a line
/// whose own lines lead to other documents is a part of the book, and the section of what is in it.
struct EPUBChapters: Sendable {
  /// A piece of a document.
  struct Piece: Sendable, Hashable {
    /// The document's name in the archive.
    var name: String
    /// The anchor that it begins at; `nil` for the document's beginning.
    var start: String?
  }

  /// The anchors of a document that chapters begin at.
  func anchors(in name: String) -> Set<String> { cuts[name] ?? [] }

  /// What becomes an article.
  struct Chapter: Sendable {
    /// What it is called within the book: its first document's name, numbered where several begin there.
    var name: String
    /// In reading order.
    var pieces: [Piece]
    /// Its title in the contents.
    var title: String?
    /// The title of the part of the book it is in.
    var section: String?
  }

  private(set) var chapters: [Chapter] = []
  /// The chapter that a place in a document belongs to: by the document's name, and by name and anchor
  /// where several begin there.
  private var places: [String: Int] = [:]

  private var cuts: [String: Set<String>] = [:]
  /// How many chapters begin in a document.
  private var begun: [String: Int] = [:]

  private struct Start {
    var title: String
    var section: String?
    var fragment: String?
  }

  /// Divides the documents of a reading order.
  init(_ order: [String], _ contents: EPUBContents) {
    let starts = Self.starts(of: contents.lines)
    var seen: Set<String> = []
    for name in order where seen.insert(name).inserted {
      guard let starts = starts[name] else {
        proceed(Piece(name: name))
        continue
      }
      if starts.count == 1 || !starts.contains(where: { $0.fragment != nil }) {
        begin(starts[0], Piece(name: name))
        continue
      }
      cuts[name] = Set(starts.compactMap(\.fragment))
      if starts[0].fragment != nil { proceed(Piece(name: name)) }
      for start in starts { begin(start, Piece(name: name, start: start.fragment)) }
    }
  }

  /// The chapter that a reference to a document leads to.
  func chapter(of name: String, _ fragment: String?) -> Chapter? {
    let place = fragment.flatMap { places[name + "#" + $0] } ?? places[name]
    return place.map { chapters[$0] }
  }

  private mutating func begin(_ start: Start, _ piece: Piece) {
    let count = begun[piece.name, default: 0]
    begun[piece.name] = count + 1
    var name = piece.name
    if count > 0 {
      let folder = MemberName.folder(of: name)
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      let stem = name[..<dot].utf8.count > folder.utf8.count ? name[..<dot] : name[...]
      name = "\(stem)-\(count + 1)\(name[stem.endIndex...])"
    }
    chapters.append(
      Chapter(name: name, pieces: [piece], title: start.title, section: start.section))
    note(piece, chapters.count - 1)
  }

  /// A document that the contents do not name goes on with the chapter before it.
  private mutating func proceed(_ piece: Piece) {
    if let last = chapters.indices.last, chapters[last].title != nil {
      chapters[last].pieces.append(piece)
      note(piece, last)
    } else {
      chapters.append(Chapter(name: piece.name, pieces: [piece]))
      note(piece, chapters.count - 1)
    }
  }

  private mutating func note(_ piece: Piece, _ chapter: Int) {
    if let start = piece.start { places[piece.name + "#" + start] = chapter }
    if places[piece.name] == nil { places[piece.name] = chapter }
  }

  /// Where chapters begin, by document.
  private static func starts(of lines: [EPUBContents.Line]) -> [String: [Start]] {
    let parts = Self.parts(in: lines)
    var starts: [String: [Start]] = [:]
    var seen: Set<String> = []
    var above: [Int] = []
    for (index, line) in lines.enumerated() {
      while let last = above.last, lines[last].depth >= line.depth { above.removeLast() }
      // Within a chapter, lines are its headings.
      let isWithin = above.suffix(deepest).contains { !parts[$0] }
      let part = above.last
      above.append(index)
      if isWithin || line.name.isEmpty { continue }
      let start = Start(
        title: line.title, section: part.map { lines[$0].title }, fragment: line.fragment)
      // Two lines to the same place are one: a part without a page of its own and its first chapter.
      let isNew = seen.insert(line.name + "#" + (line.fragment ?? "")).inserted
      if isNew {
        starts[line.name, default: []].append(start)
      } else if let last = starts[line.name]?.indices.last,
        starts[line.name]?[last].fragment == line.fragment
      {
        starts[line.name]?[last] = start
      }
    }
    return starts
  }

  /// Whether each line is a part of the book: lines below it lead to other documents than its own.
  private static func parts(in lines: [EPUBContents.Line]) -> [Bool] {
    var parts = [Bool](repeating: false, count: lines.count)
    var open: [Int] = []
    for (index, line) in lines.enumerated() {
      while let last = open.last, lines[last].depth >= line.depth { open.removeLast() }
      // A title that leads nowhere.
      if line.name.isEmpty { parts[index] = true }
      for above in open.suffix(deepest) where lines[above].name != line.name { parts[above] = true }
      open.append(index)
    }
    return parts
  }

  /// No book has more levels of contents.
  private static let deepest = 32
}
