internal import NewsBytes
internal import NewsHTML
internal import NewsModel

/// One walk over a tree in document order with the open elements on a stack of its own.
struct BlockWalk {
  let tree: HTMLTree
  let options: BlockBuilder.Options
  let limits: Limits
  let notes: FootnoteIndex
  /// What is left out, by node; notes are taken whole.
  private(set) var excluded: [Bool]
  let address: @Sendable (String) -> String

  /// The open block elements; the first is the root.
  var frames: [BlockFrame] = []
  /// The frame that takes blocks.
  var sink = 0
  /// How many frames that nest blocks are open.
  var depth = 0
  /// The open inline elements, with the node number that ends each.
  var inlines: [(end: Int, element: InlineBuffer.Element)] = []
  var line: InlineBuffer
  var isFlattened = false
  /// Whether a table was so large by its cells' spans that they were dropped.
  var hasDroppedSpans = false
  /// Elements that are captions though not of a `figure`.
  var captions: Set<Int> = []
  /// What is read though its markup hides it.
  var shown: Set<Int> = []

  /// The pictures and captions of figures that stand in paragraphs.
  var figureLines = FigureLines()

  /// Notes that only links make such.
  var linked = LinkedNotes()

  /// Anchors that links lead to; `nil` for all.
  private var wanted: Set<String>?
  private var usedAnchors: Set<String> = []
  /// Anchors of paragraphs without text, to be set at the next text.
  private var pendingAnchors: [String] = []
  /// The notes in order of first reference.
  private var references: [FootnoteIndex.Note] = []
  private var referenced: Set<String> = []

  init(
    tree: HTMLTree, options: BlockBuilder.Options, limits: Limits, notes: FootnoteIndex,
    excluded: [Bool], address: @escaping @Sendable (String) -> String
  ) {
    self.tree = tree
    line = InlineBuffer(reserving: tree.bytes.count)
    self.options = options
    self.limits = limits
    self.notes = notes
    self.excluded = excluded
    self.address = address
  }

  // MARK: - The walk

  /// The blocks of a node.
  mutating func blocks(of root: Int) -> [Block] {
    let end = tree.end(of: root)
    frames.removeAll(keepingCapacity: true)
    frames.reserveCapacity(8)
    frames.append(BlockFrame(.root, node: root, end: end + 1, inlineBase: 0, outerSink: 0))
    sink = 0
    depth = 0
    inlines.removeAll(keepingCapacity: true)
    line.removeAll()
    var node = root
    while true {
      closeEnded(at: node)
      guard node < end else { break }
      node = visit(node)
    }
    flush()
    return frames[0].blocks
  }

  /// The notes referred to, by the text or by other notes, then those that nothing in the text leads to.
  mutating func footnotes() -> [Footnote] {
    var result: [Footnote] = []
    excluded = []
    // What a note refers to comes after it, whether or not anything refers to the note itself.
    var next = 0
    func takeReferences(_ walk: inout Self) {
      while next < walk.references.count {
        let note = walk.references[next]
        next += 1
        result.append(Footnote(label: note.label, content: walk.blocks(of: note.node)))
      }
    }
    takeReferences(&self)
    for note in notes.notes where referenced.insert(note.label).inserted {
      references.append(note)
      takeReferences(&self)
    }
    return result
  }

  private mutating func closeEnded(at node: Int) {
    while !frames.isEmpty {
      let last = frames.count - 1
      if inlines.count > frames[last].inlineBase, inlines[inlines.count - 1].end <= node {
        inlines.removeLast()
        line.close()
      } else if last > 0, frames[last].end <= node {
        closeFrame()
      } else {
        return
      }
    }
  }

  // MARK: - Inline content

  /// Ends the running paragraph, if there is one.
  mutating func flush() {
    defer {
      if !line.isEmpty || !inlines.isEmpty {
        line.removeAll()
        for index in inlines.indices {
          // What is split bears its anchor once, on its first piece.
          inlines[index].element.removeAnchor()
          line.open(inlines[index].element)
        }
      }
    }
    guard !line.isEmpty else { return }
    line.trimEnd()
    if !options.keepsEmptyLines { line.trimLineBreaks() }
    var content = line.inlines(depth: limits.depth)
    guard line.hasContent || (line.hasLineBreak && options.keepsEmptyLines) else {
      content.walk { inline in
        switch inline {
        case .span(let span): if let id = span.attributes.id { pendingAnchors.append(id) }
        case .link(let link): if let id = link.attributes.id { pendingAnchors.append(id) }
        default: break
        }
      }
      return
    }
    guard !content.isEmpty else { return }
    if !pendingAnchors.isEmpty {
      content =
        pendingAnchors.map { .span(Span(nil, [], attributes: Attributes(id: $0))) } + content
      pendingAnchors = []
    }
    var attributes = Attributes.none
    if let last = frames.indices.last, frames[last].kind == .paragraph {
      attributes = frames[last].attributes
      frames[last].attributes.id = nil
    }
    emit(.paragraph(Paragraph(content, attributes: attributes)))
  }

  mutating func emit(_ block: Block) { frames[sink].blocks.append(block) }

  mutating func open(_ element: InlineBuffer.Element, _ node: Int) -> Int {
    guard inlines.count < limits.depth else {
      isFlattened = true
      return node + 1
    }
    inlines.append((tree.end(of: node), element))
    line.open(element)
    return node + 1
  }

  /// Notes a reference to a note.
  mutating func refer(to note: FootnoteIndex.Note) {
    line.append(.footnote(note.label))
    if referenced.insert(note.label).inserted { references.append(note) }
  }

  // MARK: - Attributes

  /// Keeps only the anchors that a link in the tree leads to.
  mutating func keepOnlyReferencedAnchors() {
    var wanted: Set<String> = []
    for attribute in tree.attributes.indices where tree.attributes[attribute].name == .href {
      let value = tree.value(at: attribute)
      guard value.first == UInt8(ascii: "#"), value.count > 1 else { continue }
      let fragment = String(decoding: value.dropFirst(), as: UTF8.self)
      wanted.insert(fragment)
      wanted.insert(PercentCoding.decoded(fragment))
    }
    self.wanted = wanted
  }

  /// What an element says of itself.
  mutating func attributes(of node: Int, classes keepsClasses: Bool = true) -> Attributes {
    var result = Attributes()
    for index in tree.attributes(of: node) {
      let name = tree.attributes[index].name
      switch name {
      case .id: result.id = anchor(at: index) ?? result.id
      case .name where tree.nodes[node].tag == .a && result.id == nil: result.id = anchor(at: index)
      case .class where keepsClasses && options.keepsClasses:
        result.classes = ClassTokens.split(tree.value(at: index)).map {
          String(text: $0)
        }
      case .lang, .xmlLang:
        let tag = String(decoding: tree.value(at: index), as: UTF8.self)
        if !tag.isEmpty, tag != options.language { result.language = tag }
      case .dir:
        let value = tree.value(at: index)
        if value.count == 3 {
          result.direction = TextDirection(
            rawValue: String(decoding: value, as: UTF8.self).lowercased())
        }
      default: break
      }
    }
    return result
  }

  /// An anchor that is wanted and not used yet.
  private mutating func anchor(at index: Int) -> String? {
    let value = tree.value(at: index)
    guard !value.isEmpty, value.count < 1024 else { return nil }
    let id = String(text: value)
    if let wanted, !wanted.contains(id) { return nil }
    guard notes.byAnchor[id] == nil, !linked.anchors.contains(id), usedAnchors.insert(id).inserted
    else { return nil }
    return id
  }

  // MARK: - Frames

  /// Opens an element that only parts paragraphs.
  mutating func openTransparent(_ node: Int) -> Int {
    flush()
    frames.append(
      BlockFrame(
        .transparent, node: node, end: tree.end(of: node), inlineBase: inlines.count,
        outerSink: sink))
    return node + 1
  }

  /// Opens an element whose blocks are its own; one too deep only parts paragraphs.
  mutating func openFrame(_ kind: BlockFrame.Kind, _ node: Int, keepsClasses: Bool = true) -> Int {
    guard depth < limits.depth else {
      isFlattened = true
      return openTransparent(node)
    }
    flush()
    let declared = attributes(of: node, classes: keepsClasses)
    depth += 1
    frames.append(
      BlockFrame(
        kind, node: node, end: tree.end(of: node), inlineBase: inlines.count, outerSink: sink,
        attributes: declared))
    sink = frames.count - 1
    return node + 1
  }

  /// Opens a paragraph: text in it has its attributes, blocks in it go where it is itself.
  mutating func openParagraph(_ node: Int) -> Int {
    flush()
    if let last = frames.indices.last, frames[last].kind == .item {
      frames[last].hasParagraph = true
    }
    let declared = attributes(of: node)
    frames.append(
      BlockFrame(
        .paragraph, node: node, end: tree.end(of: node), inlineBase: inlines.count,
        outerSink: sink, attributes: declared))
    return node + 1
  }

  private mutating func closeFrame() {
    flush()
    let frame = frames.removeLast()
    guard frame.kind.takesBlocks else { return }
    depth -= 1
    sink = frame.outerSink
    close(frame)
  }
}
