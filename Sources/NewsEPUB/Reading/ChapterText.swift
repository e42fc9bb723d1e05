internal import NewsArchive
internal import NewsModel

/// Puts the documents of a chapter together as one page of HTML.
///
/// Elements that XML closes in their own tag are closed as HTML does; references between the documents
/// become references within the page, or to the chapters that they are in; notes that stand in other
/// documents of the book come to the chapter's end.
struct ChapterText {
  private let book: EPUBBook
  /// Documents of notes, looked through once.
  private var notes: [String: BookNotes] = [:]
  /// What notes may still add, so that one that all chapters refer to makes no bomb.
  private var budget: Int

  /// The chapter being put together.
  private var chapter = EPUBChapters.Chapter(name: "", pieces: [])
  private var folder = ""
  private var output: [UInt8] = []
  /// The anchors of the first document. They are not put with the others: a document may hold a chapter
  /// for each of them.
  private var firstAnchors: Set<String> = []
  /// Other anchors that are taken, and what is added to those of later documents.
  private var anchors: Set<String> = []
  private var suffixes: [String: String] = [:]
  /// Notes of other documents that are referred to, each once.
  private var wanted: [(document: String, anchor: String)] = []
  private var isWanted: Set<String> = []
  /// What they are called in the page.
  private var noteAnchors: [String: String] = [:]
  private var documents: [String: BookDocument] = [:]

  init(_ book: EPUBBook, limits: Limits) {
    self.book = book
    budget = limits.inputBytes
  }

  /// The page of a chapter; `nil` for one of nothing but notes that other chapters have taken.
  mutating func html(
    of chapter: EPUBChapters.Chapter
  ) throws(ConversionError) -> [UInt8]? {
    if chapter.pieces.allSatisfy({ notes[$0.name]?.areAllTaken == true }) { return nil }
    self.chapter = chapter
    folder = MemberName.folder(of: chapter.pieces[0].name)
    output = []
    firstAnchors = []
    anchors = []
    suffixes = [:]
    wanted = []
    isWanted = []
    noteAnchors = [:]
    for (index, piece) in chapter.pieces.enumerated() {
      setSuffix(of: piece.name, index, try document(piece.name))
    }
    for (index, piece) in chapter.pieces.enumerated() {
      try append(piece, try document(piece.name), isFirst: index == 0)
    }
    try appendNotes()
    return output
  }

  /// A document of the chapter; the last ones are kept, since several chapters may begin in one.
  private mutating func document(_ name: String) throws(ConversionError) -> BookDocument {
    if let known = documents[name] { return known }
    guard let bytes = try book.members.bytes(of: name) else {
      throw ConversionError(.noInput, "the document '\(name)' is not in the book")
    }
    let document = BookDocument(
      DocumentMarkup.decoded(bytes), anchors: book.division.anchors(in: name))
    if documents.count >= Self.documentsKept { documents = [:] }
    documents[name] = document
    return document
  }

  private static let documentsKept = 8

  /// Documents of one chapter may use the same anchors.
  private mutating func setSuffix(of name: String, _ index: Int, _ document: BookDocument) {
    if suffixes[name] != nil { return }
    if suffixes.isEmpty {
      suffixes[name] = ""
      firstAnchors = document.ids
      return
    }
    let repeats = document.ids.contains(where: isTaken)
    suffixes[name] = repeats ? "-\(index + 1)" : ""
    anchors.formUnion(document.ids)
  }

  private func isTaken(_ anchor: String) -> Bool {
    firstAnchors.contains(anchor) || anchors.contains(anchor)
  }

  private mutating func append(
    _ piece: EPUBChapters.Piece, _ document: BookDocument, isFirst: Bool
  ) throws(ConversionError) {
    let context = Context(name: piece.name, note: nil)
    let body = document.range(of: piece)
    for range in isFirst ? [0..<document.body.lowerBound, body] : [body] {
      var markup = DocumentMarkup(document.bytes, from: range.lowerBound)
      while markup.position < range.upperBound, let part = markup.next() {
        try write(part, markup, context)
      }
    }
  }

  /// What a tag is written in.
  private struct Context {
    /// The document.
    var name: String
    /// Where it is a note: the note's anchor in its document.
    var note: String?
  }

  private mutating func write(
    _ piece: DocumentMarkup.Piece, _ markup: DocumentMarkup, _ context: Context
  ) throws(ConversionError) {
    switch piece {
    case .text(let range), .other(let range): output += markup.bytes[range]
    case .characters(let range): appendText(markup.bytes[range])
    case .tag(let tag): try write(tag, markup, context)
    }
  }

  private mutating func appendText(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      default: output.append(byte)
      }
    }
  }

  private mutating func write(
    _ tag: DocumentMarkup.Tag, _ markup: DocumentMarkup, _ context: Context
  ) throws(ConversionError) {
    if tag.isEnd {
      output += markup.bytes[tag.range]
      return
    }
    let name = markup.name(of: tag)
    output.append(UInt8(ascii: "<"))
    output += markup.bytes[tag.name]
    var isNote = false
    for attribute in tag.attributes {
      output.append(UInt8(ascii: " "))
      output += markup.bytes[attribute.name]
      output += "=\"".utf8
      let key = String(decoding: markup.bytes[attribute.name], as: UTF8.self)
      let value = try replacement(for: key, attribute, of: tag, name, markup, context, &isNote)
      if let value {
        appendText(Array(value.utf8)[...])
      } else {
        for byte in markup.bytes[attribute.value] {
          if byte == UInt8(ascii: "\"") { output += "&quot;".utf8 } else { output.append(byte) }
        }
      }
      output.append(UInt8(ascii: "\""))
    }
    if isNote, markup.value("epub:type", of: tag) == nil {
      output += " epub:type=\"noteref\"".utf8
    }
    output.append(UInt8(ascii: ">"))
    if tag.closesItself, !DocumentMarkup.isVoid(name) {
      output += "</".utf8
      output += markup.bytes[tag.name]
      output.append(UInt8(ascii: ">"))
    }
  }

  /// What an attribute becomes; `nil` where it stays.
  private mutating func replacement(
    for key: String, _ attribute: DocumentMarkup.Attribute, of tag: DocumentMarkup.Tag,
    _ name: String, _ markup: DocumentMarkup, _ context: Context, _ isNote: inout Bool
  ) throws(ConversionError) -> String? {
    switch key {
    case "id":
      return anchor(markup.value(of: attribute), in: context)
    case "name" where name == "a":
      return anchor(markup.value(of: attribute), in: context)
    case "href", "xlink:href":
      let href = markup.value(of: attribute)
      if name == "image" || name == "link" { return moved(href, context) }
      if href.hasPrefix("#") || MemberName.isPath(href), !href.isEmpty {
        return try target(of: href, tag, markup, context, &isNote)
      }
      return nil
    case "src", "poster", "data":
      return moved(markup.value(of: attribute), context)
    default: return nil
    }
  }

  /// What an anchor of a document is called in the page.
  private mutating func anchor(_ id: String, in context: Context) -> String {
    if let suffix = suffixes[context.name] {
      return (book.isOwn ? Self.withoutNumber(id) : id) + suffix
    }
    let key = context.name + "#" + id
    if let known = noteAnchors[key] { return known }
    var name = id
    var number = 2
    while isTaken(name) {
      name = "\(id)-\(number)"
      number += 1
    }
    anchors.insert(name)
    noteAnchors[key] = name
    return name
  }

  /// Our own digests number the anchors of their articles: `a12-fn-1`.
  private static func withoutNumber(_ id: String) -> String {
    guard id.utf8.first == UInt8(ascii: "a"), let hyphen = id.firstIndex(of: "-") else { return id }
    let digits = id[..<hyphen].dropFirst()
    let rest = id[id.index(after: hyphen)...]
    let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    return isNumber && !rest.isEmpty ? String(rest) : id
  }

  /// A reference to a file of the book, seen from the chapter's first document.
  private func moved(_ reference: String, _ context: Context) -> String? {
    let own = MemberName.folder(of: context.name)
    guard own != folder, !reference.isEmpty, MemberName.isPath(reference),
      !reference.hasPrefix("#")
    else { return nil }
    return MemberName.reference(to: MemberName.resolved(reference, from: own), from: folder)
  }

  /// Where a link leads in the page or the book.
  private mutating func target(
    of href: String, _ tag: DocumentMarkup.Tag, _ markup: DocumentMarkup, _ context: Context,
    _ isNote: inout Bool
  ) throws(ConversionError) -> String? {
    let fragment = MemberName.fragment(of: href)
    let document =
      href.hasPrefix("#")
      ? context.name
      : MemberName.resolved(href, from: MemberName.folder(of: context.name))
    let found = book.division.chapter(of: document, fragment)
    if suffixes[document] != nil, found == nil || found?.name == chapter.name {
      guard let fragment else {
        return MemberName.reference(to: chapter.name, from: folder)
      }
      return "#" + anchor(fragment, in: Context(name: document, note: nil))
    }
    if let fragment, context.note == nil,
      try isReference(tag, markup, to: document, fragment, from: context.name)
    {
      isNote = true
      if isWanted.insert(document + "#" + fragment).inserted { wanted.append((document, fragment)) }
      return "#" + anchor(fragment, in: Context(name: document, note: fragment))
    }
    guard let found else { return moved(href, context) }
    let reference = MemberName.reference(to: found.name, from: folder)
    return fragment.map { reference + "#" + $0 } ?? reference
  }

  // MARK: - Notes of other documents

  /// Whether a link refers to a note of another document: it is marked so, or is a mark that the note
  /// links back to.
  private mutating func isReference(
    _ tag: DocumentMarkup.Tag, _ markup: DocumentMarkup, to document: String, _ anchor: String,
    from here: String
  ) throws(ConversionError) -> Bool {
    let types = (markup.value("epub:type", of: tag) ?? "").split(separator: " ")
    let isMarked = types.contains("noteref") || markup.value("role", of: tag) == "doc-noteref"
    guard isMarked || Self.isMark(tag, markup) else { return false }
    guard let note = try notes(of: document).notes[anchor] else { return false }
    return isMarked || note.isMarked || note.backs.contains(here)
  }

  /// Whether a link shows no more than a number or a sign.
  private static func isMark(_ tag: DocumentMarkup.Tag, _ markup: DocumentMarkup) -> Bool {
    var rest = DocumentMarkup(markup.bytes, from: tag.range.upperBound)
    var text: [UInt8] = []
    for _ in 0..<8 {
      switch rest.next() {
      case .text(let range):
        if range.count > 32 { return false }
        text += markup.bytes[range].filter { $0 > 0x20 }
      case .tag(let tag) where tag.isEnd && rest.name(of: tag) == "a":
        let isNumber = text.allSatisfy {
          $0 >= 0x30 && $0 <= 0x39 || "[]()*.".utf8.contains($0) || $0 >= 0x80
        }
        return !text.isEmpty && text.count <= 8 && isNumber
      case .tag: break
      default: return false
      }
    }
    return false
  }

  private mutating func notes(of document: String) throws(ConversionError) -> BookNotes {
    if let known = notes[document] { return known }
    guard let bytes = try book.members.bytes(of: document) else { return BookNotes() }
    let found = BookNotes(DocumentMarkup.decoded(bytes), name: document)
    notes[document] = found
    return found
  }

  private mutating func appendNotes() throws(ConversionError) {
    for (document, anchor) in wanted {
      guard let found = notes[document], let note = found.notes[anchor],
        note.content.count <= budget
      else { continue }
      budget -= note.content.count
      notes[document]?.taken.insert(anchor)
      let context = Context(name: document, note: anchor)
      output += "<aside epub:type=\"footnote\" id=\"".utf8
      let name = self.anchor(anchor, in: context)
      appendText(Array(name.utf8)[...])
      output += "\">".utf8
      var markup = DocumentMarkup(
        Array(found.bytes[note.content]))
      while let piece = markup.next() {
        // The note's own anchor is there already.
        if case .tag(var tag) = piece, markup.value("id", of: tag) == anchor {
          tag.attributes.removeAll { markup.bytes[$0.name].elementsEqual("id".utf8) }
          try write(.tag(tag), markup, context)
        } else {
          try write(piece, markup, context)
        }
      }
      output += "</aside>\n".utf8
    }
  }
}
