internal import NewsBlocks
internal import NewsBytes
internal import NewsModel

/// Makes plain HTML of a post's content: shortcodes become what they mean, addresses on lines of their
/// own the players that they are, blocks that other posts use too their text.
///
/// A shortcode that is not known stays as it is written, and is reported.
struct ContentExpander {
  let site: ExportedSite
  /// The post's number, for galleries of all its pictures.
  let post: Int?
  /// Notes of the post, in order.
  private(set) var notes: [[UInt8]] = []
  private var editorNotes: [String: [UInt8]] = [:]
  private var output: [UInt8] = []
  private(set) var unknown: [String] = []
  private(set) var dynamicBlocks: [String] = []
  private(set) var missing: [String] = []
  /// The language of the code in the block that was begun: some plug-ins name it there alone.
  private var codeLanguage: String?

  /// Shortcodes within shortcodes and blocks within blocks.
  private static let deepest = 8
  private var depth = 0
  /// What blocks that are used many times may come to.
  private var room = 64 << 20
  /// What galleries may come to, which a word each repeats.
  var galleryRoom = 8 << 20
  /// Whether galleries had no room left.
  var leavesOutGalleries = false

  init(site: ExportedSite, post: Int?) {
    self.site = site
    self.post = post
    if let json = post.flatMap({ site.facts[$0]?.footnotes }) { readNotes(json) }
  }

  /// The HTML of a content, notes at its end.
  mutating func html(of content: [UInt8]) -> [UInt8] {
    var html = expanded(content)
    guard !notes.isEmpty else { return html }
    html += "\n<section class=\"footnotes\"><ol>\n".utf8
    for (index, note) in notes.enumerated() {
      html += "<li id=\"fn:\(index + 1)\">".utf8 + note + Array("</li>\n".utf8)
    }
    html += "</ol></section>\n".utf8
    return html
  }

  private mutating func readNotes(_ json: String) {
    guard let list = try? JSONValue(parsing: Array(json.utf8)).array else { return }
    for note in list {
      guard let id = note["id"]?.string, let text = note["content"]?.string else { continue }
      editorNotes[id] = Array(text.utf8)
    }
  }

  /// A content within the content.
  mutating func expanded(_ content: [UInt8]) -> [UInt8] {
    guard depth < Self.deepest, room >= content.count else { return content }
    room -= content.count
    depth += 1
    let outer = output
    output = []
    output.reserveCapacity(content.count + 256)
    defer {
      output = outer
      depth -= 1
    }
    run(content)
    return output
  }

  private mutating func run(_ content: [UInt8]) {
    var scanner = MarkupScanner(content)
    let ends = ShortcodeEnds(content)
    /// Whether what comes stands at the beginning of a line or paragraph.
    var isAtStart = true
    while let piece = scanner.next() {
      switch piece {
      case .comment(let range):
        comment(content, range, scanner: &scanner)
        isAtStart = true
      case .tag(let range, let name, let isClosing):
        isAtStart = name == "p" || name == "div" || name == "br"
        if !isClosing, tag(content, range, name, &scanner) { continue }
        output += content[range]
      case .text(let range):
        text(content, range, isAtStart: isAtStart, ends: ends, scanner: &scanner)
        isAtStart = false
      }
    }
  }

  // MARK: - Text

  private mutating func text(
    _ content: [UInt8], _ range: Range<Int>, isAtStart: Bool, ends: ShortcodeEnds,
    scanner: inout MarkupScanner
  ) {
    var copied = range.lowerBound
    var at = range.lowerBound
    var isAtStart = isAtStart
    while at < range.upperBound {
      let byte = content[at]
      if isAtStart, byte > 0x20 {
        isAtStart = false
        if byte | 0x20 == UInt8(ascii: "h"), let end = AloneAddress.end(in: content, at: at) {
          output += content[copied..<at]
          output += EmbeddedAddress.html(String(decoding: content[at..<end], as: UTF8.self))
          copied = end
          at = end
          continue
        }
      }
      switch byte {
      case 0x0A, 0x0D: isAtStart = true
      case UInt8(ascii: "["):
        output += content[copied..<at]
        let next = shortcode(content, at, ends)
        copied = next
        at = next
        // What it encloses may hold markup.
        if at > range.upperBound {
          scanner.move(to: at)
          return
        }
        continue
      case UInt8(ascii: "$") where content[at...].starts(with: "$latex".utf8):
        guard let (formula, end) = Formula.dollar(in: content, at: at, to: range.upperBound) else {
          break
        }
        output += content[copied..<at]
        output += formula
        copied = end
        at = end
        continue
      default: break
      }
      at += 1
    }
    if copied < range.upperBound { output += content[copied..<range.upperBound] }
  }

  /// Shortcodes that have no use for what they enclose.
  private static let standAlone: Set<String> = ["audio", "video", "gallery", "playlist"]

  /// Writes what the shortcode at a place means; gives where to go on.
  private mutating func shortcode(_ content: [UInt8], _ at: Int, _ ends: ShortcodeEnds) -> Int {
    // `[[gallery]]` is text.
    if at + 1 < content.count, content[at + 1] == UInt8(ascii: "[") {
      if let code = Shortcode(content, at: at + 1) {
        let end = code.range.upperBound
        if end < content.count, content[end] == UInt8(ascii: "]") {
          output += content[code.range]
          return end + 1
        }
        if let close = ends.first(of: code.name, from: end), close.upperBound < content.count,
          content[close.upperBound] == UInt8(ascii: "]")
        {
          output += content[(at + 1)..<close.upperBound]
          return close.upperBound + 1
        }
      }
      output.append(content[at])
      return at + 1
    }
    guard let code = Shortcode(content, at: at) else {
      output.append(content[at])
      return at + 1
    }
    let close = code.isClosed ? nil : ends.first(of: code.name, from: code.range.upperBound)
    // A slice: what means nothing may nest.
    let enclosed = close.map { content[code.range.upperBound..<$0.lowerBound] }
    if let html = meaning(of: code, enclosing: enclosed) {
      output += html
      // What players and galleries enclose is none of theirs: the end may be another's.
      if let enclosed, Self.standAlone.contains(code.name), enclosed.contains(where: { $0 > 0x20 })
      {
        output += expanded(Array(enclosed))
      }
      return close?.upperBound ?? code.range.upperBound
    }
    // Words in brackets are shortcodes only where something besides says so.
    if close != nil || !code.attributes.isEmpty || code.isClosed || code.name.contains("_") {
      if unknown.count < 1000, !unknown.contains(code.name) { unknown.append(code.name) }
    }
    output += content[code.range]
    return code.range.upperBound
  }

  // MARK: - Tags and comments

  /// Writes an element that is more than its tag; whether it was one.
  private mutating func tag(
    _ content: [UInt8], _ range: Range<Int>, _ name: String, _ scanner: inout MarkupScanner
  ) -> Bool {
    switch name {
    case "sup":
      guard let id = Self.attribute("data-fn", in: content[range]), let note = editorNotes[id]
      else { return false }
      output += mark(ofNote: note)
      scanner.move(to: scanner.endOfElement(name, from: range.upperBound))
      return true
    case "pre", "script", "style", "textarea":
      let end = scanner.endOfElement(name, from: range.upperBound)
      scanner.move(to: end)
      if name == "pre",
        Self.attribute("class", in: content[range])?.contains("wp-block-verse") == true
      {
        output += Self.verse(content[range.upperBound..<end])
      } else if name == "pre", let language = codeLanguage {
        output += "<pre data-code-language=\"\(MarkupText.escaped(language))\"".utf8
        output += content[(range.lowerBound + 4)..<end]
        codeLanguage = nil
      } else {
        output += content[range.lowerBound..<end]
      }
      return true
    default: return false
    }
  }

  /// The mark of a note, which goes to the end.
  mutating func mark(ofNote note: [UInt8]) -> [UInt8] {
    notes.append(note)
    let number = notes.count
    return Array(
      "<sup class=\"footnote\"><a href=\"#fn:\(number)\" class=\"footnote\">\(number)</a></sup>"
        .utf8)
  }

  /// Lines of a poem.
  private static func verse(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var html = Array("<p>".utf8)
    for byte in text {
      if byte == 0x0A { html += "<br />".utf8 }
      html.append(byte)
    }
    return html + Array("</p>".utf8)
  }

  /// The value of an attribute of a tag.
  private static func attribute(_ name: String, in tag: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: tag, as: UTF8.self)
    for quote in ["\"", "'"] {
      guard let start = text.components(separatedBy: " \(name)=\(quote)").dropFirst().first
      else { continue }
      return String(start.prefix { String($0) != quote })
    }
    return nil
  }

  private mutating func comment(
    _ content: [UInt8], _ range: Range<Int>, scanner: inout MarkupScanner
  ) {
    codeLanguage = nil
    guard let block = BlockDelimiter(content[range]) else { return }
    if !block.isClosed, let language = block["language"], !language.isEmpty {
      codeLanguage = language
    }
    switch block.name {
    case "block":
      guard let id = block["ref"].flatMap(Int.init) else { return }
      if let text = site.blocks[id] {
        output += expanded(text)
      } else {
        missing.append("the block \(id), which stands in several posts,")
      }
    case "cover":
      // A picture behind the text, given by a style alone.
      if !block.isClosed, let url = block["url"],
        content[range.upperBound...].prefix(800).contains(bytesOf: "background-image:url(")
      {
        output += "<figure><img src=\"\(MarkupText.escaped(url))\" alt=\"\"></figure>".utf8
      }
    case "embed" where block.isClosed:
      if let url = block["url"] { output += EmbeddedAddress.html(url) }
    case let name where block.isClosed && !BlockDelimiter.isEmpty(name):
      if dynamicBlocks.count < 1000, !dynamicBlocks.contains(name) { dynamicBlocks.append(name) }
    default: break
    }
  }

  mutating func lacks(_ what: String) { missing.append(what) }
}
