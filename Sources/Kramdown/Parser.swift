internal import NewsBytes

/// Parses a document into a ``Tree``: blocks first, then the spans of each block.
///
/// The extensions in `Blocks/` and `Spans/` hold a construct each.
struct Parser {
  /// Where blocks are being read: a range of the tree's text.
  struct Source {
    var position: Int
    var end: Int
    var lines: LineCounter
    /// The least fence that is known not to be closed from `position` on, by its character.
    var unclosedBackticks = Int.max
    var unclosedTildes = Int.max
    /// What is known to be closed nowhere from a position on.
    var unclosedFormula = Int.max
    var unclosedComment = Int.max
    var unclosedInstruction = Int.max
    var unclosedExtensions: [[UInt8]: Int] = [:]
    var braces = ClosingBrace()
  }

  struct LinkDefinition {
    var url: [UInt8]
    var title: [UInt8]?
    /// The boundary that the definition left, whose attribute list is the link's.
    var boundary: NodeID
  }

  struct FootnoteDefinition {
    var name: [UInt8]
    var content: NodeID
    var isReferenced = false
  }

  var tree: Tree
  var options: Kramdown.Options
  var warnings = WarningLog()
  var source: Source
  /// The node that what is parsed goes into.
  var container: NodeID = 0
  /// An attribute list on a line of its own, for the next block.
  var pendingList: AttributeList?
  /// How many blocks and spans are open.
  var depth = 0
  var span = SpanState()
  /// What parsing spans may still cost: see ``hasBudget()``.
  var spanBudget: Int
  var isOutOfBudget = false
  /// Whether there is a `|` anywhere: without one no line is looked at for a table.
  let hasPipes: Bool

  var links: [[UInt8]: LinkDefinition] = [:]
  var footnotes: [FootnoteDefinition] = []
  var footnoteIndex: [[UInt8]: Int] = [:]
  var abbreviations = AbbreviationTable()
  var attributeDefinitions: [[UInt8]: AttributeList] = [:]

  init(source utf8: UTF8Span, options: Kramdown.Options) {
    let text = SourceText.prepare(utf8)
    source = Source(position: 0, end: text.count, lines: LineCounter())
    spanBudget = 1_000_000 + 50 * text.count
    hasPipes = text.place(of: 0x7C) != nil
    tree = Tree(text: text)
    self.options = options
  }

  /// A byte of the text.
  subscript(index: Int) -> UInt8 {
    @inline(__always) get { tree.text[index] }
  }

  mutating func parse() {
    parseBlocks(into: 0)
    finish(0)
    for footnote in footnotes {
      finish(footnote.content)
    }
    for footnote in footnotes where !footnote.isReferenced {
      warnings.add(
        "The footnote '\(WarningLog.shown(footnote.name))' is not referred to and is left out",
        line: Int(tree[footnote.content].line))
    }
  }

  mutating func warn(_ message: String) {
    warnings.add(message, line: line(at: source.position))
  }

  /// The line of the source on which a position of the current text lies.
  mutating func line(at position: Int) -> Int {
    source.lines.line(at: position, in: tree.text)
  }

  /// Applies an attribute list and the lists it refers to.
  func apply(_ list: AttributeList, to attributes: inout [Attribute]) {
    var steps = 0
    apply(list, to: &attributes, steps: &steps, depth: 0)
  }

  /// Lists may refer to each other in circles and to each other many times, hence the limits.
  private func apply(
    _ list: AttributeList, to attributes: inout [Attribute], steps: inout Int, depth: Int
  ) {
    steps += 1
    guard depth < 16, steps < 256 else { return }
    for name in list.references {
      if let definition = attributeDefinitions[name] {
        apply(definition, to: &attributes, steps: &steps, depth: depth + 1)
      }
    }
    attributes.merge(list.attributes)
  }
}
