internal import NewsBlocks
internal import NewsHTML
internal import NewsModel
internal import NewsText

/// Makes blocks of what a message says.
struct MailBlocks {
  private let message: MailMessage
  private let pictures: MailPictures
  private let source: Source
  private let limits: Limits
  /// What is known of the language, by the message or by its first HTML.
  private(set) var language: String?
  /// The notes of all texts.
  private(set) var footnotes: [Footnote] = []
  /// How many texts of HTML were read.
  private var texts = 0

  init(_ message: MailMessage, of source: Source, language: String?, limits: Limits) {
    self.message = message
    pictures = MailPictures(message)
    self.source = source
    self.language = language
    self.limits = limits
  }

  /// The blocks of some content. Recursion is as deep as parts of messages are.
  mutating func blocks(
    of content: MailContent, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Block] {
    switch content {
    case .text(let part):
      return part.isHTML
        ? try htmlBlocks(of: part, diagnostics: &diagnostics) : plainBlocks(of: part)
    case .picture(let part):
      guard let address = pictures.dataAddress(part) else { return [] }
      let picture = Image(address, alternative: part.fileName ?? "")
      return [.paragraph(Paragraph([.image(picture)]))]
    case .sequence(let contents):
      var result: [Block] = []
      for content in contents {
        if case .message(let header, _) = content { result += Self.title(of: header) }
        result += try blocks(of: content, diagnostics: &diagnostics)
      }
      return result
    case .choice(let forms):
      return try blocks(ofBest: forms, diagnostics: &diagnostics)
    case .message(_, let content):
      return try blocks(of: content, diagnostics: &diagnostics)
    }
  }

  /// The blocks of the first form that says something, else of the first.
  private mutating func blocks(
    ofBest forms: [MailContent], diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Block] {
    var first: (blocks: [Block], state: MailBlocks, diagnostics: Diagnostics)?
    for form in forms {
      let (saved, savedDiagnostics) = (self, diagnostics)
      let found = try blocks(of: form, diagnostics: &diagnostics)
      if found.hasText { return found }
      if first == nil { first = (found, self, diagnostics) }
      (self, diagnostics) = (saved, savedDiagnostics)
    }
    guard let first else { return [] }
    (self, diagnostics) = (first.state, first.diagnostics)
    return first.blocks
  }

  private func plainBlocks(of part: MailPart) -> [Block] {
    let decoded = TextDecoder.plain(message.content(of: part), transport: part.type["charset"])
    return MailPlainText.blocks(
      decoded.utf8, isFlowed: part.type["format"]?.lowercased() == "flowed",
      removesBlank: part.type["delsp"]?.lowercased() == "yes")
  }

  private mutating func htmlBlocks(
    of part: MailPart, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Block] {
    let decoded = TextDecoder.html(message.content(of: part), transport: part.type["charset"])
    if decoded.isRepaired {
      diagnostics.warn(
        .encodingRepaired, "bytes that are not \(decoded.charset.name) were replaced")
    }
    let tree = try HTMLTree(parsing: decoded.utf8, limits: limits, diagnostics: &diagnostics)
    let markup = MailMarkup(tree)
    language = language ?? tree.first(.html).flatMap { tree.string(.lang, of: $0) }
    let base = markup.base ?? message.location(of: part) ?? source.referenceBase
    var options = BlockBuilder.Options.text
    options.keepsAllAnchors = false
    options.language = language
    let pictures = pictures
    let builder = BlockBuilder(options: options, limits: limits) { address in
      if let written = pictures.dataAddress(address) { return written }
      let whole = URLReference.resolved(address, against: base)
      return pictures.dataAddress(whole) ?? WrappedLink.target(of: whole)
    }
    let built = builder.blocks(
      of: tree, from: [markup.body], excluding: markup.excluded, diagnostics: &diagnostics)
    texts += 1
    if texts == 1 || built.footnotes.isEmpty {
      footnotes += built.footnotes
      return built.blocks
    }
    // Labels are one article's own.
    var labels = FootnoteLabels(text: texts)
    footnotes += built.footnotes.map {
      Footnote(
        label: labels.label($0.label), content: $0.content.rewritten(by: &labels))
    }
    return built.blocks.rewritten(by: &labels)
  }

  /// What a message within a message is called, and who wrote it.
  private static func title(of header: MailHeader) -> [Block] {
    let metadata = MailMetadata.of(header)
    var blocks: [Block] = []
    if let title = metadata.title, !title.isEmpty {
      blocks.append(.heading(Heading(level: 2, [.text(title)])))
    }
    let names = metadata.authors.map(\.name).filter { !$0.isEmpty }
    if !names.isEmpty {
      blocks.append(.paragraph(Paragraph([.emphasis([.text(names.joined(separator: ", "))])])))
    }
    return blocks
  }
}

/// Gives the notes of a further text labels of their own.
private struct FootnoteLabels: InlineRewriter {
  let text: Int

  func label(_ label: String) -> String { "\(text)-\(label)" }

  func rewrite(_ inline: Inline) -> [Inline] {
    if case .footnote(let label) = inline { [.footnote(self.label(label))] } else { [inline] }
  }
}

extension [Block] {
  /// Whether there is text in them, besides what stands for pictures.
  fileprivate var hasText: Bool {
    for block in self {
      switch block {
      case .code, .media, .math: return true
      default: break
      }
      var found = false
      block.forEachPart { part in
        switch part {
        case .attributes: break
        case .inlines(let inlines): found = found || inlines.hasText
        case .blocks(let blocks): found = found || blocks.hasText
        }
      }
      if found { return true }
    }
    return false
  }
}

extension [Inline] {
  fileprivate var hasText: Bool {
    contains { inline in
      switch inline {
      case .text(let text): text.utf8.contains { $0 > 0x20 }
      case .code, .math: true
      case .image, .lineBreak, .footnote: false
      default: inline.children.hasText
      }
    }
  }
}
