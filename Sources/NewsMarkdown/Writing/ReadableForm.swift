import NewsAddress
import NewsModel
import NewsText

/// An article as plain Markdown can hold it: what its readers see, without what only markup says.
///
/// Sizes, classes, languages, directions and anchors that nothing leads to go; what Markdown has no
/// form for becomes the nearest that it has, as players become links. Words, structure, links and
/// pictures stay. `--lossless` does without.
struct ReadableForm: BlockRewriter {
  let flavor: MarkdownFlavor
  /// Anchors that links lead to.
  private let wanted: Set<String>
  private let language: String?
  private(set) var losses = MarkupLosses()

  /// The article, with what was left out noted.
  ///
  /// - Parameters:
  ///   - anchors: anchors that stay although no link of the article leads there.
  static func of(
    _ article: Article, flavor: MarkdownFlavor, anchors: Set<String> = [],
    diagnostics: inout Diagnostics
  ) -> Article {
    var result = article.rewritten(by: NormalForm())
    var form = ReadableForm(
      flavor: flavor, language: article.metadata.language,
      wanted: AnchorTargets.of(result).union(anchors))
    result.body = result.body.rewritten(by: &form)
    for index in result.footnotes.indices {
      result.footnotes[index].content = result.footnotes[index].content.rewritten(by: &form)
    }
    // What stood apart by markup that went is now beside each other.
    result = result.rewritten(by: NormalForm()).rewritten(by: EmphasisEdges())
    if anchors.isEmpty {
      HeadingTargets.point(&result)
    } else {
      result = result.rewritten(by: AnchoredHeadings(wanted: form.wanted))
    }
    form.losses.note(&diagnostics)
    return result
  }

  private init(flavor: MarkdownFlavor, language: String?, wanted: Set<String>) {
    self.flavor = flavor
    self.language = language
    self.wanted = wanted
  }

  // MARK: Lines

  mutating func rewrite(_ inline: Inline) -> [Inline] {
    switch inline {
    case .code(let text): text.isEmpty ? [] : [inline]
    case .link(let link): rewrite(link)
    case .image(var image):
      {
        if image.width != nil || image.height != nil { losses.sizes += 1 }
        image.width = nil
        image.height = nil
        image.source = MarkdownDestination.plain(image.source, flavor)
        if !MarkdownDestination.isPlain(title: image.title, flavor) { image.title = nil }
        let anchor = anchor(taking: &image.attributes)
        return image.source.isEmpty ? anchor : anchor + [.image(image)]
      }()
    // Posts of kramdown have HTML where there is no Markdown for something.
    case .ruby(let ruby): flavor.isKramdown ? [inline] : Self.reading(ruby)
    case .span(let span): rewrite(span)
    default: [inline]
    }
  }

  private mutating func rewrite(_ link: Link) -> [Inline] {
    var link = link
    let anchor = anchor(taking: &link.attributes)
    link.url = MarkdownDestination.plain(link.url, flavor)
    if !MarkdownDestination.isPlain(title: link.title, flavor) { link.title = nil }
    for index in link.content.indices where link.content[index] == .lineBreak {
      link.content[index] = .text(" ")
    }
    return anchor + [.link(link)]
  }

  private mutating func rewrite(_ span: Span) -> [Inline] {
    var attributes = span.attributes
    let anchor = anchor(taking: &attributes)
    let content = span.content
    if content.isEmpty { return anchor }
    switch span.kind {
    case .keyboard, .sample:
      let isText = content.allSatisfy { if case .text = $0 { true } else { false } }
      return anchor + (isText ? [.code(content.plainText)] : content)
    case .variable, .citation, .definition:
      let isStressed = content.contains { if case .emphasis = $0 { true } else { false } }
      return anchor + (isStressed ? content : NormalForm().rewrite(.emphasis(content)))
    case .quotation:
      let marks = QuotationMarks.of(language, level: 0)
      return anchor + [.text(marks.open)] + content + [.text(marks.close)]
    case nil, .mark, .insertion, .small, .abbreviation, .time: return anchor + content
    }
  }

  /// Text with its reading in parentheses behind it, as where there is no room above.
  private static func reading(_ ruby: Ruby) -> [Inline] {
    ruby.pairs.flatMap { pair in
      pair.reading.isEmpty
        ? pair.base : pair.base + [.text("(")] + pair.reading + [.text(")")]
    }
  }

  // MARK: Blocks

  mutating func rewrite(_ block: Block) -> [Block] {
    switch block {
    case .paragraph(var paragraph):
      paragraph.content = Self.line(paragraph.content)
      let anchor = anchor(taking: &paragraph.attributes, keepsList: true)
      paragraph.content = anchor + paragraph.content
      return paragraph.content.isEmpty ? [] : [.paragraph(paragraph)]
    case .heading(var heading):
      heading.content = Self.line(heading.content).map { $0 == .lineBreak ? .text(" ") : $0 }
      let id = heading.attributes.id
      _ = anchor(taking: &heading.attributes, keepsList: true)
      // Links that lead there are pointed anew afterwards.
      heading.attributes.id = id
      return heading.content.isEmpty ? [] : [.heading(heading)]
    case .list(let list): return rewrite(list)
    case .definitionList(let list): return rewrite(list)
    case .quote(var quote):
      let anchor = anchor(taking: &quote.attributes)
      if let source = quote.source.flatMap({ sourceLine($0, of: quote) }) {
        quote.content.append(source)
      }
      quote.source = nil
      return Self.anchored([.quote(quote)], anchor)
    case .code(var code):
      let anchor = anchor(taking: &code.attributes, keepsList: true)
      code.language = code.language?.split(separator: " ").first.map(String.init)
      return Self.anchored([.code(code)], anchor)
    case .table(let table): return rewrite(table)
    case .figure(let figure): return rewrite(figure)
    case .media(var media):
      let anchor = anchor(taking: &media.attributes)
      if flavor.isHugo, MarkdownRenderer.shortcode(of: media) != nil {
        return Self.anchored([.media(media)], anchor)
      }
      losses.players += 1
      return [.paragraph(Paragraph(anchor + [.link(PlayerLink.of(media, flavor))]))]
        + media.fallback
    case .details(var details):
      let anchor = anchor(taking: &details.attributes)
      let summary = Self.line(details.summary).map { $0 == .lineBreak ? .text(" ") : $0 }
      let title = summary.isEmpty ? [] : NormalForm().rewrite(.strong(Self.unstressed(summary)))
      return Self.anchored(
        (title.isEmpty ? [] : [.paragraph(Paragraph(title))]) + details.content, anchor)
    case .division(var division):
      let anchor = anchor(taking: &division.attributes)
      return Self.anchored(division.content, anchor)
    case .thematicBreak, .math: return [block]
    }
  }

  /// Where a quotation comes from, where its text has no link there.
  private func sourceLine(_ url: String, of quote: Quote) -> Block? {
    guard SafeAddress(url, in: .link) != nil, url.utf8.starts(with: "http".utf8) else { return nil }
    var isLinked = false
    quote.content.walk(
      { _ in }, inlines: { if case .link(let link) = $0, link.url == url { isLinked = true } })
    if isLinked { return nil }
    let target = MarkdownDestination.plain(url, flavor)
    return .paragraph(Paragraph([.text("— "), .link(Link(target, [.text(SiteName.of(url))]))]))
  }

  private mutating func rewrite(_ list: List) -> [Block] {
    var list = list
    let anchor = anchor(taking: &list.attributes)
    for index in list.items.indices {
      let anchor = self.anchor(taking: &list.items[index].attributes)
      list.items[index].content = Self.anchored(list.items[index].content, anchor)
    }
    if list.items.count == 1, list.items[0].content.count == 1,
      case .paragraph = list.items[0].content[0]
    {
      list.isTight = true
    }
    if case .ordered(let start, _) = list.kind {
      var first = start
      var isInOrder = true
      for (index, item) in list.items.enumerated() {
        guard let number = item.number else { continue }
        if index == 0 { first = number }
        isInOrder = isInOrder && number == first &+ index
      }
      if isInOrder { for index in list.items.indices { list.items[index].number = nil } }
      let isPlain = first >= 0 && first < 999_999_999 - list.items.count
      list.kind = .ordered(start: isPlain ? first : 1)
    } else {
      for index in list.items.indices { list.items[index].number = nil }
    }
    return Self.anchored([.list(list)], anchor)
  }

  /// Terms in bold, each with what it means: an item each where that is a line.
  private mutating func rewrite(_ list: DefinitionList) -> [Block] {
    var list = list
    let anchor = anchor(taking: &list.attributes)
    var groups: [(terms: [[Inline]], meanings: [[Block]])] = []
    for index in list.items.indices {
      switch list.items[index] {
      case .term(let content, var attributes):
        let anchor = self.anchor(taking: &attributes)
        let term = anchor + Self.line(content).map { $0 == .lineBreak ? .text(" ") : $0 }
        list.items[index] = .term(term, .none)
        if groups.last?.meanings.isEmpty ?? false {
          groups[groups.count - 1].terms.append(term)
        } else {
          groups.append(([term], []))
        }
      case .definition(let content, var attributes):
        let anchor = self.anchor(taking: &attributes)
        let meaning = Self.anchored(content, anchor)
        list.items[index] = .definition(meaning, .none)
        if groups.isEmpty { groups.append(([], [])) }
        groups[groups.count - 1].meanings.append(meaning)
      }
    }
    if flavor.isKramdown { return Self.anchored([.definitionList(list)], anchor) }
    let isShort = groups.allSatisfy { group in
      !group.terms.isEmpty && group.meanings.count == 1 && group.meanings[0].count == 1
        && group.meanings[0][0].isLine
    }
    func bold(_ term: [Inline]) -> [Inline] {
      term.isEmpty ? [] : NormalForm().rewrite(.strong(Self.unstressed(term)))
    }
    func name(_ terms: [[Inline]]) -> [Inline] {
      terms.reduce(into: []) { $0 += $0.isEmpty ? bold($1) : [.text(", ")] + bold($1) }
    }
    if isShort {
      let items = groups.map { group in
        guard case .paragraph(var paragraph)? = group.meanings[0].first else {
          return List.Item(group.meanings[0])
        }
        let name = name(group.terms)
        paragraph.content =
          name.isEmpty ? paragraph.content : name + [.text(" ")] + paragraph.content
        return List.Item([.paragraph(Paragraph(Self.line(paragraph.content)))])
      }
      return Self.anchored([.list(List(items: items))], anchor)
    }
    let blocks = groups.flatMap { group in
      let name = name(group.terms)
      return (name.isEmpty ? [] : [Block.paragraph(Paragraph(name))])
        + group.meanings.flatMap(\.self)
    }
    return Self.anchored(blocks, anchor)
  }

  // MARK: Figures

  /// A figure of pictures keeps its form; any other becomes what it shows, with its caption.
  private mutating func rewrite(_ figure: Figure) -> [Block] {
    var figure = figure
    let anchor = anchor(taking: &figure.attributes)
    let caption = Self.lines(of: figure.caption)
    if figure.content.allSatisfy(\.isPicture), !figure.content.isEmpty {
      if caption.isEmpty { return Self.anchored(figure.content, anchor) }
      figure.caption = caption.map { .paragraph(Paragraph(Self.unstressed($0))) }
      return Self.anchored([.figure(figure)], anchor)
    }
    return Self.anchored(
      figure.content
        + caption.map {
          .paragraph(Paragraph(NormalForm().rewrite(.emphasis(Self.unstressed($0)))))
        },
      anchor)
  }

  /// The lines of text in blocks.
  private static func lines(of blocks: [Block]) -> [[Inline]] {
    var lines: [[Inline]] = []
    blocks.walk(
      { block in
        if case .code(let code) = block { lines.append([.code(code.text)]) }
        if case .math(let formula) = block { lines.append([.math(formula)]) }
        block.forEachPart { part in
          if case .inlines(let content) = part, !content.isEmpty { lines.append(content) }
        }
      }, inlines: { _ in })
    return lines
  }

  /// A line without emphasis over the whole of it.
  private static func unstressed(_ line: [Inline]) -> [Inline] {
    guard line.count == 1 else { return line }
    switch line[0] {
    case .emphasis(let content), .strong(let content): return unstressed(content)
    default: return line
    }
  }

  /// A line without breaks at its ends or after one another.
  static func line(_ content: [Inline]) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(content.count)
    for inline in content {
      if inline == .lineBreak, result.allSatisfy(\.isAnchor) || result.last == .lineBreak {
        continue
      }
      result.appendJoining(inline)
    }
    while result.last == .lineBreak { result.removeLast() }
    return result
  }

  // MARK: Attributes

  /// Takes away what Markdown has no place for; what is left of it is an anchor in the line.
  ///
  /// - Parameter keepsList: whether kramdown has a list of attributes for what has them.
  mutating func anchor(taking attributes: inout Attributes, keepsList: Bool = false) -> [Inline] {
    if attributes.isEmpty { return [] }
    if keepsList, flavor.isKramdown, AttributeList.text(attributes) != nil { return [] }
    losses.add(attributes)
    let id = attributes.id
    attributes = .none
    guard let id, wanted.contains(id) else { return [] }
    return [.span(Span(nil, [], attributes: Attributes(id: id)))]
  }

  /// Blocks with an anchor at their beginning.
  static func anchored(_ blocks: [Block], _ anchor: [Inline]) -> [Block] {
    if anchor.isEmpty { return blocks }
    var blocks = blocks
    switch blocks.first {
    case .paragraph(var paragraph)?:
      paragraph.content = anchor + paragraph.content
      blocks[0] = .paragraph(paragraph)
    case .heading(var heading)?:
      heading.content = anchor + heading.content
      blocks[0] = .heading(heading)
    default: blocks.insert(.paragraph(Paragraph(anchor)), at: 0)
    }
    return blocks
  }
}

extension Block {
  /// Whether it is a line of nothing but pictures, links around them or not.
  fileprivate var isPicture: Bool {
    guard case .paragraph(let paragraph) = self, paragraph.attributes.isEmpty else { return false }
    return paragraph.content.onlyPicture != nil
  }

  fileprivate var isLine: Bool {
    if case .paragraph(let paragraph) = self {
      !paragraph.content.contains(.lineBreak)
    } else {
      false
    }
  }
}

extension [Inline] {
  /// The picture that a line is, in a link or not.
  var onlyPicture: Inline? {
    guard count == 1 else { return nil }
    switch self[0] {
    case .image: return self[0]
    case .link(let link) where link.content.count == 1 && link.content[0].isImage: return self[0]
    default: return nil
    }
  }
}
