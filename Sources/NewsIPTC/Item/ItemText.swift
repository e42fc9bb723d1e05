internal import NewsBlocks
internal import NewsHTML
internal import NewsModel

/// The texts of an item, as HTML or plain, as blocks.
struct ItemText {
  let limits: Limits
  /// What addresses are relative to.
  let base: String?
  let language: String?

  /// The blocks of a piece of HTML, or of a whole page.
  func blocks(html: [UInt8], diagnostics: inout Diagnostics) -> BlockBuilder.Output {
    var options = BlockBuilder.Options.fragment
    options.keepsEmptyLines = false
    options.splitsAtDoubleBreaks = true
    options.language = language
    let base = self.base
    let builder = BlockBuilder(options: options, limits: limits) { reference in
      URLReference.resolved(reference, against: base)
    }
    do throws(ConversionError) {
      let tree = try HTMLTree(
        parsing: html, isFragment: !Self.isPage(html), limits: limits, diagnostics: &diagnostics)
      return builder.blocks(of: tree, diagnostics: &diagnostics)
    } catch {
      diagnostics.warn(.textDropped, "the text of an item was left out: \(error.message)")
      return BlockBuilder.Output()
    }
  }

  /// The blocks of a plain text: a paragraph a line.
  ///
  /// Wires part paragraphs by line breaks and lines by nothing; where there are empty lines, those
  /// part paragraphs.
  static func blocks(plain text: String) -> [Block] {
    var lines: [String] = []
    var hasLong = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace)
      lines.append(words.joined(separator: " "))
      // Lines as long as this are paragraphs, not broken at a column.
      if line.utf8.count > 90 { hasLong = true }
    }
    let hasEmpty = lines.drop { $0.isEmpty }.contains("") && lines.last != ""
    var paragraphs: [String] = []
    var joins = false
    for line in lines {
      if line.isEmpty {
        joins = false
      } else if joins, hasEmpty, !hasLong, let last = paragraphs.popLast() {
        paragraphs.append(last + " " + line)
      } else {
        paragraphs.append(line)
        joins = true
      }
    }
    return paragraphs.map { .paragraph(Paragraph([.text($0)])) }
  }

  /// A text without its markup, on one line.
  func line(html: String) -> String? {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return html.collapsed
    }
    var diagnostics = Diagnostics()
    guard
      let tree = try? HTMLTree(
        parsing: Array(html.utf8), isFragment: true, limits: limits, diagnostics: &diagnostics)
    else { return html.collapsed }
    return tree.string(of: HTMLTree.root).collapsed
  }

  private static func isPage(_ html: [UInt8]) -> Bool {
    let start = html.prefix(1024).drop { $0 <= 0x20 }
    let lower = String(decoding: start, as: UTF8.self).lowercased()
    return lower.hasPrefix("<!doctype") || lower.hasPrefix("<html") || lower.hasPrefix("<?xml")
      || lower.hasPrefix("<body")
  }
}

extension Article {
  /// Takes away a first heading that says the headline again.
  mutating func dropRepeatedHeadline(_ diagnostics: inout Diagnostics) {
    guard let title = metadata.title?.collapsed, case .heading(let heading)? = body.first,
      heading.content.plainText.collapsed == title
    else { return }
    body.removeFirst()
    diagnostics.note(.lineDropped, "the heading that says the headline again was left out")
  }

  /// Whether the text shows a picture or plays a recording already.
  func shows(_ address: String) -> Bool { shownAddresses.contains(address) }

  /// The addresses of what the text shows and plays.
  var shownAddresses: Set<String> {
    var addresses: Set<String> = []
    body.walk(
      { block in
        guard case .media(let media) = block else { return }
        addresses.insert(media.source)
        if let poster = media.poster { addresses.insert(poster) }
      },
      inlines: { inline in
        if case .image(let image) = inline { addresses.insert(image.source) }
      })
    return addresses
  }
}
