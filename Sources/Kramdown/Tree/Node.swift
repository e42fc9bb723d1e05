/// A node's place in ``Tree/nodes``.
typealias NodeID = Int32

/// An element of the document, block or span. Nodes refer to each other by index, and to their text
/// by a range of the tree's text.
struct Node {
  enum Kind: UInt8 {
    case root, blank, paragraph, header, quote, code, rule
    case unorderedList, orderedList, item, definitionList, term, definition
    case html, htmlComment, instruction
    case table, tableHead, tableBody, tableFoot, row, cell
    case math, comment, raw
    /// What leaves a trace between blocks but is not printed: `^`, definitions, attribute lists.
    case boundary
    /// Text of a container that is in no block of its own.
    case looseText
    case footnoteDefinition
    case text, emphasis, strong, link, image, codeSpan, lineBreak, entity, symbol, smartQuote
    case footnote, abbreviation
  }

  struct Flags: OptionSet {
    let rawValue: UInt16

    /// The node's own text is still to be parsed for spans.
    static let unparsed = Flags(rawValue: 1 << 0)
    /// A paragraph that prints its content only.
    static let transparent = Flags(rawValue: 1 << 1)
    /// The block form of what can be a block or a span.
    static let block = Flags(rawValue: 1 << 2)
    /// HTML closed in its start tag.
    static let closed = Flags(rawValue: 1 << 3)
    /// HTML whose content is not Markdown.
    static let rawContent = Flags(rawValue: 1 << 4)
    /// HTML whose content is blocks.
    static let blockContent = Flags(rawValue: 1 << 5)
    /// A definition that came after a blank line, whose first paragraph is one.
    static let firstAsParagraph = Flags(rawValue: 1 << 6)
    /// `{::nomarkdown}` meant for another format than HTML.
    static let notForHTML = Flags(rawValue: 1 << 7)
    /// An entity written out in the source, which may be printed the same way.
    static let asWritten = Flags(rawValue: 1 << 8)
  }

  var kind: Kind
  var flags: Flags = []
  /// A header's level, a boundary's reason, an index of a side table: what the kind says.
  var value: Int32 = 0
  /// The index in ``Tree/details``, or -1.
  var detail: Int32 = -1
  var line: Int32 = 0
  var previous: NodeID = -1
  var next: NodeID = -1
  var first: NodeID = -1
  var last: NodeID = -1
  var start = 0
  var end = 0
}

/// Why a boundary stands between two blocks.
enum BoundaryReason: Int32 {
  case marker, linkDefinition, abbreviationDefinition, footnoteDefinition
  case attributeList, attributeDefinition, extension_

  /// Whether an attribute list right after it belongs to what was defined.
  var takesAttributes: Bool {
    switch self {
    case .linkDefinition, .abbreviationDefinition, .footnoteDefinition: true
    default: false
    }
  }
}
