/// One thing to read, as the inputs give it.
struct InputItem: Sendable {
  /// What outputs are named after: the path from the folder or within the collection that was named.
  var name: String
  /// What it is known by among all inputs: a path, an address.
  var identifier = ""
  /// What there is to read; `nil` where there is only something to report.
  var content: CollectionItem.Content?
  /// Reads it; `nil` where the format is to be recognised.
  var reader: (any ArticleReader)?
  /// Opens it, where it is packed.
  var unpacker: (any ItemUnpacker)?
  /// What its collection and those around it know, for what the text lacks.
  var known = Source(bytes: [])
  /// The number of what it shares with others of its collection: see ``OpenedInputs/contexts``.
  var context = 0
  /// What is to be reported of a collection as a whole.
  var diagnostics: [Diagnostic] = []
  /// Whether it is something to read, though it may not be had, and no report or input that cannot be
  /// opened.
  var isRecord: Bool {
    switch content {
    case nil: false
    case .failure?: context > 0
    default: true
    }
  }
  /// Whether it can be opened again: then it may wait without its bytes.
  var isReopenable: Bool {
    if case .deferred? = content { true } else { false }
  }
}
