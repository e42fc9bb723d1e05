/// The standard's tree construction (WHATWG HTML, 13.2.6).
///
/// Elements and texts lie in one array in order of creation and are linked by their numbers;
/// nothing recurses. The stack of open elements and the list of active formatting elements have
/// limits, so that each token takes a bounded time.
///
/// Questions that change nothing are `mutating` all the same, here and in ``Tokenizer``: others are
/// given a copy of all 563 bytes each time they are asked.
struct TreeBuilder: ~Copyable, ~Escapable {
  var tokenizer: Tokenizer
  var nodes: UniqueArray<BuildNode>
  var pieces = UniqueArray<TextPiece>()
  var stack = UniqueArray<OpenElement>(capacity: 64)
  /// The list of active formatting elements; -1 is a marker.
  var formatting = UniqueArray<Int32>()
  var templateModes = UniqueArray<InsertionMode>()
  /// Characters in a table, not yet judged.
  var tableText = UniqueArray<Slice>()

  /// The `selectedcontent` elements.
  var selectedContents = UniqueArray<Int32>()

  var mode = InsertionMode.initial
  var originalMode = InsertionMode.initial
  var reprocesses = false
  var isQuirky = false
  var isLimitedQuirky = false
  var fostersParents = false
  var framesetIsOK = true
  var skipsNextLineFeed = false
  var hasDoctype = false
  var doctype = DoctypeToken()
  var head: Int32 = -1
  var form: Int32 = -1
  /// Of a fragment: what it stands in.
  var context: OpenElement?
  let hasScripting: Bool

  /// How many elements may be open: more open nothing.
  let openLimit: Int
  let nodeLimit: Int
  /// How many elements may be made again because they were not closed.
  var clonesLeft: Int
  var loss = Loss()

  /// What the limits took.
  struct Loss {
    var isFlattened = false
    var hasTooManyNodes = false
    var hasTooManyClones = false
  }

  /// Formatting elements beyond so many are forgotten.
  static let formattingLimit = 512

  @_lifetime(copy input)
  init(_ input: RawSpan, options: HTMLDocument.Options) {
    tokenizer = Tokenizer(input, attributeLimit: options.attributeLimit)
    hasScripting = options.hasScripting
    openLimit = options.depthLimit * 2
    nodeLimit = options.nodeLimit
    clonesLeft = 10_000 + input.byteCount / 2
    nodes = UniqueArray(capacity: input.byteCount / 24 + 16)
    nodes.append(BuildNode(start: 0, count: 0, position: 0, kind: .document))
  }

  // MARK: - Running

  /// Reads everything.
  mutating func run() {
    while true {
      tokenizer.allowsCharacterData = !stack.isEmpty && adjustedCurrent.namespace != .html
      tokenizer.next()
      if nodes.count >= nodeLimit {
        loss.hasTooManyNodes = true
        return
      }
      if skipsNextLineFeed {
        skipsNextLineFeed = false
        if tokenizer.token.kind == .text, byte(at: tokenizer.token.start) == 0x0A {
          tokenizer.token.start += 1
          tokenizer.token.count -= 1
          if tokenizer.token.count == 0 { continue }
        }
      }
      if !tableText.isEmpty, tokenizer.token.kind != .text, tokenizer.token.kind != .null {
        flushTableText()
      }
      dispatch()
      if tokenizer.token.kind == .end, !reprocesses { return }
    }
  }

  @inline(__always)
  private mutating func dispatch() {
    repeat {
      reprocesses = false
      if usesForeignRules { processForeign() } else { process(in: mode) }
    } while reprocesses
  }

  @inline(__always)
  private var usesForeignRules: Bool {
    mutating get {
      if stack.isEmpty { return false }
      let current = adjustedCurrent
      if current.namespace == .html { return false }
      return isForeign(current)
    }
  }

  @inline(never)
  private mutating func isForeign(_ current: OpenElement) -> Bool {
    let kind = tokenizer.token.kind
    if kind == .end { return false }
    let isText = kind == .text || kind == .null
    let tag = tokenizer.token.tag
    if current.traits.contains(.mathText),
      isText || kind == .startTag && tag != .mglyph && tag != .malignmark
    {
      return false
    }
    if current.namespace == .mathML, current.tag == .annotationXML, kind == .startTag, tag == .svg {
      return false
    }
    if current.traits.contains(.htmlIntegration), isText || kind == .startTag { return false }
    return true
  }

  /// Processes the token by the rules of a mode.
  mutating func process(in mode: InsertionMode) {
    switch mode {
    case .inBody: processInBody()
    case .text: processText()
    case .initial: processInitial()
    case .beforeHTML: processBeforeHTML()
    case .beforeHead: processBeforeHead()
    case .inHead: processInHead()
    case .inHeadNoscript: processInHeadNoscript()
    case .afterHead: processAfterHead()
    case .inTable: processInTable()
    case .inCaption: processInCaption()
    case .inColumnGroup: processInColumnGroup()
    case .inTableBody: processInTableBody()
    case .inRow: processInRow()
    case .inCell: processInCell()
    case .inTemplate: processInTemplate()
    case .afterBody: processAfterBody()
    case .inFrameset: processInFrameset()
    case .afterFrameset: processAfterFrameset()
    case .afterAfterBody: processAfterAfterBody()
    case .afterAfterFrameset: processAfterAfterFrameset()
    }
  }

  /// Goes on with the same token in another mode.
  @inline(__always)
  mutating func reprocess(in mode: InsertionMode) {
    self.mode = mode
    reprocesses = true
  }

  // MARK: - Characters

  /// A byte of the input or of what was decoded.
  @inline(__always)
  mutating func byte(at place: UInt32) -> UInt8 {
    Int(place) < tokenizer.count
      ? tokenizer.input.byte(Int(place)) : tokenizer.decoded[Int(place) - tokenizer.count]
  }

  /// How many bytes at the beginning of the token are white space.
  mutating func leadingWhitespace() -> UInt32 {
    let token = tokenizer.token
    var length: UInt32 = 0
    while length < token.count, byte(at: token.start + length).isWhitespace { length += 1 }
    return length
  }

  /// Takes bytes away from the beginning of the token; whether any are left.
  mutating func dropFromToken(_ count: UInt32) -> Bool {
    tokenizer.token.start += count
    tokenizer.token.count -= count
    return tokenizer.token.count > 0
  }

  /// Inserts the white space that the token begins with; whether anything else is left.
  mutating func insertLeadingWhitespace() -> Bool {
    let length = leadingWhitespace()
    if length > 0 {
      insertText(Slice(start: tokenizer.token.start, count: length))
      return dropFromToken(length)
    }
    return true
  }

  // MARK: - The stack

  @inline(__always)
  var current: OpenElement { @inline(__always) get { stack[stack.count &- 1] } }

  /// The current node, or what a fragment stands in.
  @inline(__always)
  var adjustedCurrent: OpenElement {
    @inline(__always) get {
      if stack.count == 1, let context { return context }
      return stack[stack.count &- 1]
    }
  }

  @inline(__always)
  mutating func push(_ node: Int32) {
    let entry = nodes[node]
    nodes[node].isOpen = true
    stack.append(
      OpenElement(
        node: node, tag: entry.tag, namespace: entry.namespace,
        traits: Self.traits(entry.tag, entry.namespace)))
  }

  @inline(__always)
  static func traits(_ tag: Tag, _ namespace: HTMLDocument.Namespace) -> TagTraits {
    switch namespace {
    case .html: tag.traits
    case .svg: tag.svgTraits
    case .mathML: tag.mathTraits
    }
  }

  @inline(__always)
  mutating func pop() {
    let removed = stack.removeLast()
    nodes[removed.node].isOpen = false
  }

  mutating func popUntil(_ tag: Tag) {
    while stack.count > 1 {
      let isIt = current.isHTML(tag)
      pop()
      if isIt { return }
    }
  }

  /// Pops up to a place, which goes too.
  mutating func popThrough(_ index: Int) {
    while stack.count > max(index, 1) { pop() }
  }

  /// The place on the stack of the topmost element of a name within a scope.
  @inline(__always)
  mutating func place(of tag: Tag, in scope: TagTraits) -> Int? {
    var index = stack.count &- 1
    while index >= 0 {
      let element = stack[index]
      if element.tag == tag, element.namespace == .html { return index }
      if !element.traits.isDisjoint(with: scope) { return nil }
      index &-= 1
    }
    return nil
  }

  mutating func hasInScope(_ tag: Tag) -> Bool { place(of: tag, in: .scope) != nil }
  mutating func hasInTableScope(_ tag: Tag) -> Bool { place(of: tag, in: .tableScope) != nil }

  /// Whether a template is open.
  var hasTemplate: Bool {
    mutating get {
      guard !templateModes.isEmpty else { return false }
      for index in 0..<stack.count where stack[index].isHTML(.template) { return true }
      return false
    }
  }

  @inline(__always)
  mutating func generateImpliedEndTags(except tag: Tag = .other) {
    while current.traits.contains(.impliedEnd), current.namespace == .html, current.tag != tag {
      pop()
    }
  }

  mutating func generateImpliedEndTagsThoroughly() {
    while current.traits.contains(.thoroughlyImpliedEnd), current.namespace == .html { pop() }
  }

  /// Closes a `p` in button scope.
  @inline(__always)
  mutating func closeP() {
    guard let index = place(of: .p, in: .buttonScope) else { return }
    popThrough(index)
  }

  /// Pops up to a table, table body or row context.
  mutating func clearStack(to tags: [Tag]) {
    while stack.count > 1 {
      let top = current
      if top.namespace == .html, tags.contains(top.tag) || top.tag == .template { return }
      pop()
    }
  }

  /// "Reset the insertion mode appropriately".
  mutating func resetMode() {
    var index = stack.count - 1
    while index >= 0 {
      let isLast = index == 0
      let element = isLast ? context ?? stack[0] : stack[index]
      index -= 1
      if element.namespace == .html {
        switch element.tag {
        case .td, .th: if !isLast { return mode = .inCell }
        case .tr: return mode = .inRow
        case .tbody, .thead, .tfoot: return mode = .inTableBody
        case .caption: return mode = .inCaption
        case .colgroup: return mode = .inColumnGroup
        case .table: return mode = .inTable
        case .template: return mode = templateModes[templateModes.count - 1]
        case .head: if !isLast { return mode = .inHead }
        case .body: return mode = .inBody
        case .frameset: return mode = .inFrameset
        case .html: return mode = head < 0 ? .beforeHead : .afterHead
        default: break
        }
      }
    }
    mode = .inBody
  }
}
