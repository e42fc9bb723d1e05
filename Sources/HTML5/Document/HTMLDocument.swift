/// A page or a fragment of HTML as browsers read it (WHATWG HTML, 13.2).
///
/// All nodes lie in one array in document order; a node's descendants are those after it up to its
/// ``Node/end``. Characters are ranges of the input, or of what had to be decoded.
/// There is no input that is not read: every sequence of bytes has its tree.
public struct HTMLDocument: Sendable {
  /// How to read.
  public struct Options: Sendable, Hashable {
    /// How deep nodes may be nested; what is deeper stands beside the deepest, as in browsers.
    public var depthLimit = 512
    /// How many attributes a tag may have; more are left out.
    public var attributeLimit = 2000
    /// How many nodes there may be; what follows is left out.
    public var nodeLimit = 20_000_000
    /// Whether scripts would run: then `noscript` holds nothing but text.
    public var hasScripting = false
    /// Whether the bytes are known to be UTF-8.
    package var isValidUTF8 = false

    /// A browser without scripts.
    public init() {}
  }

  /// What a node is.
  public enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// The first node, which holds all others.
    case document
    /// The document type.
    case doctype
    case element, text, comment
  }

  /// The vocabulary of an element.
  public enum Namespace: UInt8, Sendable, BitwiseCopyable {
    case html, svg, mathML
  }

  /// A node.
  public struct Node: Sendable, BitwiseCopyable {
    /// What it is.
    public var kind: Kind
    /// The vocabulary of an element.
    public var namespace: Namespace
    /// How many nodes it is inside of; 0 for the document.
    public var depth: UInt16
    /// The name of an element.
    public var name: HTMLName
    /// The number of the node that it is in; -1 for the document.
    public var parent: Int32
    /// One more than the number of its last descendant.
    public var end: Int32
    /// Of a text or comment its first byte, as ``HTMLDocument/bytes(from:count:)`` takes it; of an
    /// element its first attribute.
    public var start: UInt32
    /// How many bytes or attributes it has.
    public var count: UInt32
    /// The byte of the input that it begins at; for what no tag stands for, that of the token that
    /// called for it.
    public var position: UInt32
  }

  /// An attribute of an element.
  public struct Attribute: Sendable, BitwiseCopyable {
    /// Its name.
    public var name: HTMLName
    /// Whether it belongs to a namespace: `xlink:href` in SVG.
    public var isNamespaced: Bool
    /// The first byte of its value, as ``HTMLDocument/bytes(from:count:)`` takes it.
    public var start: UInt32
    /// How many bytes the value has.
    public var count: UInt32
  }

  /// The document type as it was declared.
  public struct Doctype: Sendable, Hashable {
    /// Its name, in lower case.
    public var name: String?
    /// The public identifier.
    public var publicID: String?
    /// The system identifier.
    public var systemID: String?
  }

  /// How browsers lay the page out.
  public enum Mode: UInt8, Sendable {
    case noQuirks, limitedQuirks, quirks
  }

  /// What the limits changed.
  public struct Loss: Sendable, Hashable {
    /// Elements deeper than ``Options/depthLimit`` stand beside each other.
    public var isFlattened = false
    /// Attributes beyond ``Options/attributeLimit`` were left out.
    public var hasDroppedAttributes = false
    /// Nodes beyond ``Options/nodeLimit`` were left out.
    public var hasDroppedNodes = false
    /// Formatting that was never closed, and would have been repeated without end, was ended.
    public var hasEndedFormatting = false

    /// Nothing.
    public init() {}
  }

  /// The nodes in document order; the first is the document.
  public internal(set) var nodes: [Node] = []
  /// The attributes of all elements.
  public internal(set) var attributes: [Attribute] = []
  /// The input: UTF-8, with line feeds alone.
  public internal(set) var input: [UInt8] = []
  /// Characters that do not stand in the input in their form or order; their places are counted on
  /// from its end.
  public internal(set) var decoded: [UInt8] = []
  /// The document type, if there is one.
  public internal(set) var doctype: Doctype?
  /// How browsers lay the page out.
  public internal(set) var mode = Mode.noQuirks
  /// What the limits changed.
  public internal(set) var loss = Loss()
  /// The names that only this document has: their numbers follow those of ``HTMLName/known``.
  public internal(set) var ownNames: [String] = []

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - utf8: its text; bytes that are not UTF-8 become U+FFFD, carriage returns line feeds.
  ///   - options: how to read.
  public init(parsing utf8: [UInt8], options: Options = Options()) {
    self.init(utf8, context: nil, options)
  }

  /// Reads what stands within an element, as `innerHTML` does.
  ///
  /// - Parameters:
  ///   - utf8: the text; bytes that are not UTF-8 become U+FFFD, carriage returns line feeds.
  ///   - context: the name of the element that it stands in.
  ///   - namespace: the vocabulary of that element.
  ///   - options: how to read.
  public init(
    parsingFragment utf8: [UInt8], in context: String = "body", namespace: Namespace = .html,
    options: Options = Options()
  ) {
    self.init(utf8, context: (context, namespace), options)
  }

  private init(
    _ utf8: [UInt8], context: (name: String, namespace: Namespace)?, _ options: Options
  ) {
    var options = options
    options.depthLimit = min(max(options.depthLimit, 8), Int(UInt16.max) - 1)
    let text = InputText.normalized(utf8, isValid: options.isValidUTF8)
    input = text
    let span = text.span
    var builder = TreeBuilder(span.bytes, options: options)
    if let context { builder.setContext(context.name, context.namespace) }
    builder.run()
    builder.finish(&self, depthLimit: options.depthLimit)
  }
}
