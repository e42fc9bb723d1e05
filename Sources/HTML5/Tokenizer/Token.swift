/// What the tokenizer has read; its parts lie in the tokenizer's arrays.
struct Token {
  enum Kind: UInt8 {
    /// Characters, none of them NUL.
    case text
    /// A NUL where the standard leaves it to tree construction.
    case null
    case startTag, endTag, comment, doctype
    case end
  }

  var kind = Kind.end
  var isSelfClosing = false
  var tag = Tag.other
  /// Of a tag: the number of its name.
  var name: UInt32 = 0
  /// Where it begins in the input.
  var position: UInt32 = 0
  /// Of text and comments: the characters. Of a tag: its attributes.
  var start: UInt32 = 0
  var count: UInt32 = 0
}

/// Characters: a place in the input, or, counted on from its end, in what was decoded.
struct Slice {
  var start: UInt32
  var count: UInt32

  static let empty = Slice(start: 0, count: 0)
}

/// An attribute as a tag has it.
struct TagAttribute {
  /// The number of its name, with ``namespaced`` where it has a namespace.
  var name: UInt32
  var start: UInt32
  var count: UInt32

  static let namespaced: UInt32 = 0x8000_0000
}

/// What a document type declaration says.
struct DoctypeToken {
  var name: Slice?
  var publicID: Slice?
  var systemID: Slice?
  var forcesQuirks = false
}

/// How characters are to be read.
enum ContentModel: UInt8 {
  case data
  /// Text with references, up to the end tag: `title`, `textarea`.
  case escapableRawText
  /// Text up to the end tag.
  case rawText
  case script
  case plainText
  /// A `CDATA` section, in SVG and MathML.
  case characterData
}
