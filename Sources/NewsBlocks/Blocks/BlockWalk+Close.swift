internal import NewsBytes
internal import NewsHTML
internal import NewsModel

/// What becomes of a block element once all in it is known.
extension BlockWalk {
  mutating func close(_ frame: BlockFrame) {
    let blocks = frame.blocks
    switch frame.kind {
    case .root, .transparent, .paragraph: break
    case .heading: closeHeading(frame)
    case .quote:
      guard !blocks.isEmpty else { return }
      emit(
        .quote(
          Quote(
            blocks, source: text(.cite, of: frame.node) ?? embeddedPost(frame.node),
            attributes: frame.attributes)))
    case .list: closeList(frame)
    case .item: closeItem(frame)
    case .definitions:
      var items = frame.definitions
      if !blocks.isEmpty { items.append(.definition(blocks)) }
      guard !items.isEmpty else { return }
      emit(.definitionList(DefinitionList(items: items, attributes: frame.attributes)))
    case .term:
      frames[sink].definitions.append(.term(Self.inlines(of: blocks), frame.attributes))
    case .definition:
      takeStrayDefinitions()
      frames[sink].definitions.append(.definition(blocks, frame.attributes))
    case .table: closeTable(frame)
    case .cell: closeCell(frame)
    case .caption: frames[sink].caption += blocks
    case .summary: frames[sink].caption += blocks
    case .figure: closeFigure(frame)
    case .details:
      guard !blocks.isEmpty || !frame.caption.isEmpty else { return }
      emit(
        .details(
          Details(
            summary: Self.inlines(of: frame.caption), content: blocks,
            isOpen: tree.has(.open, frame.node), attributes: frame.attributes)))
    case .division:
      guard !blocks.isEmpty else { return }
      if frame.attributes.isEmpty {
        for block in blocks { emit(block) }
      } else {
        emit(.division(Division(blocks, attributes: frame.attributes)))
      }
    case .media: closeMedia(frame)
    case .looseCaption: closeLooseCaption(frame)
    }
  }

  /// Makes a figure of a picture and what stands below it.
  private mutating func closeLooseCaption(_ frame: BlockFrame) {
    guard !frame.blocks.isEmpty else { return }
    let last = frames[sink].blocks.count - 1
    switch last >= 0 ? frames[sink].blocks[last] : .thematicBreak {
    case .paragraph(let paragraph) where Self.isPicture(paragraph.content):
      frames[sink].blocks[last] = .figure(
        Figure([.paragraph(paragraph)], caption: frame.blocks))
    case .media(let media):
      frames[sink].blocks[last] = .figure(Figure([.media(media)], caption: frame.blocks))
    case .figure(var figure):
      figure.caption += frame.blocks
      frames[sink].blocks[last] = .figure(figure)
    default: for block in frame.blocks { emit(block) }
    }
  }

  /// Whether a line is a picture and nothing else, a link around it or not.
  private static func isPicture(_ content: [Inline]) -> Bool {
    content.allSatisfy { inline in
      switch inline {
      case .image: true
      case .link(let link): link.content.allSatisfy { if case .image = $0 { true } else { false } }
      default: false
      }
    }
  }

  /// A heading holds text; a table or picture within it stands after what precedes it.
  private mutating func closeHeading(_ frame: BlockFrame) {
    let level = Int(tree.nodes[frame.node].tag.rawValue - HTMLTag.h1.rawValue) + 1
    var attributes = frame.attributes
    var run: [Inline] = []
    func heading() -> Block? {
      run.isEmpty ? nil : .heading(Heading(level: level, run, attributes: attributes))
    }
    for block in frame.blocks {
      switch block {
      case .paragraph(let paragraph):
        if !run.isEmpty { run.append(.lineBreak) }
        run += paragraph.content
      default:
        if let heading = heading() {
          emit(heading)
          attributes.id = nil
        }
        run = []
        emit(block)
      }
    }
    if let heading = heading() { emit(heading) }
  }

  private mutating func closeList(_ frame: BlockFrame) {
    var frame = frame
    Self.takeStrays(&frame)
    guard !frame.items.isEmpty else { return }
    var kind = List.Kind.unordered
    if tree.nodes[frame.node].tag == .ol {
      let style = text(.type, of: frame.node).flatMap(List.NumberStyle.init(rawValue:))
      kind = .ordered(start: number(.start, of: frame.node) ?? 1, style: style ?? .decimal)
      if hasAttribute("reversed", frame.node) {
        Self.countDown(&frame, from: number(.start, of: frame.node))
      }
    }
    emit(
      .list(
        List(kind, isTight: !frame.isLoose, items: frame.items, attributes: frame.attributes)))
  }

  private func hasAttribute(_ name: String, _ node: Int) -> Bool {
    tree.attributes(of: node).contains {
      tree.attributes[$0].name == .other && tree.name(at: $0) == name
    }
  }

  /// Numbers the items of a list that counts down, as HTML's `reversed` says.
  private static func countDown(_ frame: inout BlockFrame, from start: Int?) {
    var number = start ?? frame.items.count
    for index in frame.items.indices {
      number = frame.items[index].number ?? number
      frame.items[index].number = number
      number -= number > Int.min ? 1 : 0
    }
  }

  /// Blocks straight in a list belong to the item before them.
  private static func takeStrays(_ frame: inout BlockFrame) {
    guard !frame.blocks.isEmpty else { return }
    if let last = frame.items.indices.last {
      frame.items[last].content += frame.blocks
    } else {
      frame.items.append(List.Item(frame.blocks))
    }
    frame.blocks = []
  }

  private mutating func closeItem(_ frame: BlockFrame) {
    Self.takeStrays(&frames[sink])
    if frame.hasParagraph { frames[sink].isLoose = true }
    var item = List.Item(
      frame.blocks, number: number(.value, of: frame.node), attributes: frame.attributes)
    item.task = task(of: frame.node)
    // Renderers mark lists of tasks so; it says nothing more.
    if item.task != nil {
      item.attributes.classes.removeAll { $0 == "task-list-item" }
      frames[sink].attributes.classes.removeAll {
        $0 == "task-list" || $0 == "contains-task-list"
      }
    }
    frames[sink].items.append(item)
  }

  /// Whether the first thing in an item is a box to tick, and whether it is ticked.
  private func task(of item: Int) -> Bool? {
    for node in (item + 1)..<max(tree.end(of: item), item + 1) {
      switch tree.nodes[node].tag {
      case .text: if tree.text(of: node).contains(where: { $0 > 0x20 }) { return nil }
      case .input:
        guard text(.type, of: node)?.lowercased() == "checkbox" else { return nil }
        return tree.has(.checked, node)
      case .p, .label, .span, .div: continue
      default: return nil
      }
    }
    return nil
  }

  private mutating func takeStrayDefinitions() {
    guard !frames[sink].blocks.isEmpty else { return }
    frames[sink].definitions.append(.definition(frames[sink].blocks))
    frames[sink].blocks = []
  }

  private mutating func closeFigure(_ frame: BlockFrame) {
    if frame.blocks.isEmpty {
      // On a page the picture is one that nothing here can show, and its caption with it.
      if options.restoresImages { return }
      for block in frame.caption { emit(block) }
    } else if frame.caption.isEmpty, frame.blocks.count == 1, case .code = frame.blocks[0] {
      // Jekyll's {% highlight %} wraps code so.
      emit(frame.blocks[0])
    } else {
      emit(.figure(Figure(frame.blocks, caption: frame.caption, attributes: frame.attributes)))
    }
  }

  private mutating func closeMedia(_ frame: BlockFrame) {
    let node = frame.node
    let tag = tree.nodes[node].tag
    guard let source = mediaSource(of: node) else {
      for block in frame.blocks { emit(block) }
      return
    }
    let kind: Media.Kind =
      switch tag {
      case .video, .ampVideo: .video
      case .audio: .audio
      default: .embed
      }
    emit(
      .media(
        Media(
          kind, source: address(source), title: text(.title, of: node),
          poster: text(.poster, of: node).map(address), fallback: frame.blocks,
          attributes: frame.attributes)))
  }

  /// Where a video, recording, frame or object is.
  func mediaSource(of node: Int) -> String? {
    for name in [HTMLAttributeName.src, .data, .dataSrc, .dataLazySrc, .dataOriginal] {
      if let source = text(name, of: node), source != "about:blank" { return source }
    }
    for child in node..<min(tree.end(of: node), node + 200)
    where tree.nodes[child].tag == .source {
      if let source = text(.src, of: child) { return source }
    }
    return nil
  }

  /// Where a post of a social network is that a page shows as a quotation.
  private func embeddedPost(_ node: Int) -> String? {
    guard options.restoresImages, let names = tree.value(.class, of: node) else { return nil }
    let isPost = [
      "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "fb-post",
      "reddit-card", "reddit-embed-bq", "mastodon-embed", "bluesky-embed", "threads-post",
      "text-post-media",
    ]
    .contains { ClassTokens.contains(names, $0) }
    guard isPost else { return nil }
    for index in tree.attributes(of: node) {
      switch tree.name(at: index) {
      case "data-instgrm-permalink", "data-text-post-permalink", "data-href", "data-embed-src":
        return address(String(decoding: tree.value(at: index), as: UTF8.self))
      default: continue
      }
    }
    // The last link is that of the day, to the post.
    var last: Int?
    for index in node..<tree.end(of: node) where tree.nodes[index].tag == .a {
      if tree.has(.href, index) { last = index }
    }
    return last.flatMap { text(.href, of: $0) }.map(address)
  }

  // MARK: - Pieces

  /// An attribute's value without surrounding blanks; `nil` where that is nothing.
  func text(_ name: HTMLAttributeName, of node: Int) -> String? {
    guard var value = tree.value(name, of: node) else { return nil }
    while let first = value.first, first <= 0x20 { value = value.dropFirst() }
    while let last = value.last, last <= 0x20 { value = value.dropLast() }
    return value.isEmpty ? nil : String(text: value)
  }

  /// An attribute's value as a whole number; `12px` is 12.
  func number(_ name: HTMLAttributeName, of node: Int) -> Int? {
    guard let text = text(name, of: node) else { return nil }
    var digits = text.utf8.prefix(10)[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    var value: Int?
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
      value = (value ?? 0) * 10 + Int(byte - 48)
    }
    return value.map { isNegative ? -$0 : $0 }
  }

  /// Blocks as one line of text: paragraphs are parted by line breaks, others lose their form.
  static func inlines(of blocks: [Block]) -> [Inline] {
    var result: [Inline] = []
    func add(_ content: [Inline]) {
      guard !content.isEmpty else { return }
      if !result.isEmpty { result.append(.lineBreak) }
      result += content
    }
    for block in blocks {
      switch block {
      case .code(let code): add([.code(code.text)])
      case .math(let math): add([.math(math)])
      case .media(let media): add([.link(Link(media.source, [.text(media.title ?? media.source)]))])
      default:
        block.forEachPart { part in
          switch part {
          case .attributes: break
          case .inlines(let content): add(content)
          case .blocks(let content): add(inlines(of: content))
          }
        }
      }
    }
    return result
  }
}
