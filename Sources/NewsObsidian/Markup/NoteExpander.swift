internal import NewsBlocks
import NewsCommonMark
import NewsFiles
import NewsFrontMatter
import NewsModel

/// Turns what Obsidian adds to Markdown into Markdown and HTML: wiki links, embeds, marks, comments,
/// tags, names of blocks, callouts, formulas, notes within a line.
struct NoteExpander {
  let vault: Vault
  /// The tags of the text, each once.
  private(set) var tags: [String] = []
  /// Links that lead nowhere, in their order.
  private(set) var missing: [String] = []
  /// Embeds that were left out, because they come back to themselves or to too much.
  private(set) var refused: [String] = []

  private var knownTags: Set<String> = []
  /// The notes that are being read, each within the one before it.
  private var open: [String] = []
  private var embeds = 0
  private var bytes = 0

  private static let depthLimit = 8
  private static let embedLimit = 1000
  private static let byteLimit = 8 << 20

  init(vault: Vault) { self.vault = vault }

  /// The Markdown of a note's text.
  ///
  /// - Parameter note: its path in the vault.
  mutating func markdown(of text: [UInt8], note: String?) -> [UInt8] {
    if let note { open.append(note) }
    defer { if note != nil { open.removeLast() } }
    var scan = NoteScan(Self.withoutComments(text))
    while scan.position < scan.text.count { step(&scan, note: note) }
    var output = scan.output
    for (index, definition) in scan.notes.enumerated() {
      output += "\n\n[^\(scan.noteLabel)\(index + 1)]: ".utf8
      output += definition
    }
    return output
  }

  private mutating func step(_ scan: inout NoteScan, note: String?) {
    if scan.closeMark() || scan.copyVerbatim() { return }
    scan.endLineOfCallout()
    switch scan.text[scan.position] {
    case UInt8(ascii: "\\"):
      scan.copy(2)
    case UInt8(ascii: "!") where scan.starts(with: "![["):
      guard let end = scan.endOfBrackets(from: scan.position + 3),
        let link = WikiLink(scan.string((scan.position + 3)..<end))
      else { return scan.copy(1) }
      embed(link, &scan, end: end + 2, note: note)
    case UInt8(ascii: "[") where scan.starts(with: "[["):
      guard let end = scan.endOfBrackets(from: scan.position + 2),
        let link = WikiLink(scan.string((scan.position + 2)..<end))
      else { return scan.copy(1) }
      scan.output += self.link(link, note: note)
      scan.position = end + 2
    case UInt8(ascii: "=") where scan.starts(with: "=="): scan.mark()
    case UInt8(ascii: "$"): scan.formula()
    case UInt8(ascii: "^") where scan.starts(with: "^["): scan.note()
    case UInt8(ascii: "^"): scan.nameOfBlock()
    case UInt8(ascii: "#"):
      guard let tag = scan.tag() else { return scan.copy(1) }
      if knownTags.insert(tag.lowercased()).inserted { tags.append(tag) }
    case UInt8(ascii: ">"): scan.callout()
    default: scan.copy(1)
    }
  }

  // MARK: Comments

  /// Without `%%comments%%`, on one line or on several.
  private static func withoutComments(_ text: [UInt8]) -> [UInt8] {
    guard zip(text, text.dropFirst()).contains(where: { $0 == 0x25 && $1 == 0x25 }) else {
      return text
    }
    let code = VerbatimText(text)
    var output: [UInt8] = []
    var index = 0
    var position = 0
    while position < text.count {
      if let range = code.range(at: position, index: &index) {
        output += text[position..<range.upperBound]
        position = range.upperBound
        continue
      }
      if text[position] == 0x25, position + 1 < text.count, text[position + 1] == 0x25 {
        guard let end = place(of: "%%", in: text, from: position + 2) else { return output }
        position = end + 2
        continue
      }
      output.append(text[position])
      position += 1
    }
    return output
  }

  private static func place(of pattern: StaticString, in text: [UInt8], from start: Int) -> Int? {
    let pattern = Array(pattern.description.utf8)
    var position = start
    while let place = text[position...].firstIndex(of: pattern[0]) {
      if text[place...].starts(with: pattern) { return place }
      position = place + 1
    }
    return nil
  }

  // MARK: Links

  private mutating func link(_ link: WikiLink, note: String?) -> [UInt8] {
    let shown = link.shown
    var anchor = ""
    if let block = link.block {
      anchor = "#" + WikiLink.anchor(ofBlock: block)
    } else if let heading = link.heading {
      var ids = HeadingIDs()
      anchor = "#" + ids.next(for: [.text(heading)])
    }
    var address = anchor
    if !link.target.isEmpty {
      guard let file = vault.file(link.target, from: note) else {
        missing.append(link.target)
        return Array(shown.utf8)
      }
      address = Vault.address(of: file, from: open.first) + anchor
    }
    return Array("[\(shown)](<\(address)>)".utf8)
  }

  // MARK: Embeds

  private static let pictures: Set<String> = [
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".tif", ".tiff",
  ]
  private static let recordings: [String: String] = [
    ".mp3": "audio", ".wav": "audio", ".m4a": "audio", ".ogg": "audio", ".flac": "audio",
    ".3gp": "audio", ".mp4": "video", ".webm": "video", ".ogv": "video", ".mov": "video",
    ".mkv": "video",
  ]

  private mutating func embed(
    _ link: WikiLink, _ scan: inout NoteScan, end: Int, note: String?
  ) {
    let suffix = FileSystem.pathExtension(of: link.target).lowercased()
    let isNote =
      suffix.isEmpty || suffix == ".md" || vault.file(link.target + ".md", from: note) != nil
    defer { scan.position = max(end, scan.position) }
    if !isNote {
      let file = vault.file(link.target, from: note)
      if file == nil, !vault.root.isEmpty { missing.append(link.target) }
      let address = MarkupText.escaped(
        file.map { Vault.address(of: $0, from: open.first) } ?? link.target)
      if Self.pictures.contains(suffix) {
        var text = "<img src=\"\(address)\""
        let alternative =
          link.size == nil
          ? link.label : link.label?.split(separator: "|").dropLast().last.map(String.init)
        text += " alt=\"\(MarkupText.escaped(alternative ?? ""))\""
        if let size = link.size {
          text += " width=\"\(size.width)\"" + (size.height.map { " height=\"\($0)\"" } ?? "")
        }
        scan.output += (text + ">").utf8
      } else if let element = Self.recordings[suffix] {
        scan.output += "<\(element) src=\"\(address)\"></\(element)>".utf8
      } else {
        scan.output += "<a href=\"\(address)\">\(MarkupText.escaped(link.shown))</a>".utf8
      }
      return
    }
    guard let file = link.target.isEmpty ? note : vault.file(link.target, from: note),
      let whole = vault.text(of: file)
    else {
      missing.append(link.target)
      scan.output += link.shown.utf8
      return
    }
    let isWithinItself = link.heading == nil && link.block == nil || open.count > 1
    guard open.count < Self.depthLimit, embeds < Self.embedLimit, bytes < Self.byteLimit,
      !(open.contains(file) && isWithinItself)
    else {
      refused.append(link.target)
      scan.output += link.shown.utf8
      return
    }
    var text = whole
    if case .found(let front) = FrontMatterBlock.search(whole) {
      text = Array(whole[front.bodyStart...])
    }
    if let heading = link.heading { text = NotePart.section(heading, of: text) ?? [] }
    if let block = link.block { text = NotePart.block(block, of: text) ?? [] }
    guard !text.isEmpty else {
      missing.append(link.shown)
      scan.output += link.shown.utf8
      return
    }
    embeds += 1
    bytes += text.count
    // Labels of notes must not meet those of the note around.
    let number = embeds
    let inner = Self.relabelled(markdown(of: text, note: file), number)
    scan.insertBlock(inner, end: end)
  }

  /// With the labels of notes made those of an embed.
  private static func relabelled(_ text: [UInt8], _ number: Int) -> [UInt8] {
    guard text.contains(UInt8(ascii: "^")) else { return text }
    let code = VerbatimText(text)
    var output: [UInt8] = []
    var index = 0
    var position = 0
    while position < text.count {
      if let range = code.range(at: position, index: &index) {
        output += text[position..<range.upperBound]
        position = range.upperBound
      } else if text[position] == UInt8(ascii: "["), position + 1 < text.count,
        text[position + 1] == UInt8(ascii: "^")
      {
        output += "[^e\(number)-".utf8
        position += 2
      } else {
        output.append(text[position])
        position += 1
      }
    }
    return output
  }
}
