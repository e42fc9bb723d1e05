/// A node while the tree is made: linked with those around it, so that it can be moved.
struct BuildNode {
  enum Kind: UInt8 { case document, doctype, element, text, comment }

  var parent: Int32 = -1
  var first: Int32 = -1
  var last: Int32 = -1
  var next: Int32 = -1
  var previous: Int32 = -1
  /// Of a text or comment: the first byte. Of an element: the first attribute.
  var start: UInt32
  var count: UInt32
  /// Where it begins in the input.
  var position: UInt32
  /// Of an element: the number of its name. Of a text of several pieces: the last of them, plus 1.
  var name: UInt32 = 0
  var kind: Kind
  var tag = Tag.other
  var namespace = HTMLDocument.Namespace.html
  /// Whether it is on the stack of open elements.
  var isOpen = false
}

/// An element on the stack.
struct OpenElement {
  var node: Int32
  var tag: Tag
  var namespace: HTMLDocument.Namespace
  var traits: TagTraits

  @inline(__always)
  func isHTML(_ tag: Tag) -> Bool { self.tag == tag && namespace == .html }
}

/// A piece of a text whose characters do not stand together.
struct TextPiece {
  var start: UInt32
  var count: UInt32
  /// The number of the piece after it, plus 1; 0 for the last.
  var next: UInt32
}

/// The insertion modes.
enum InsertionMode: UInt8 {
  case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text
  case inTable, inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate
  case afterBody, inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
}
