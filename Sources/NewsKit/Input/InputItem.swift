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
  /// The page whose text is taken instead of the entry's own.
  var page: CollectionItem.Page?
  /// The page that it offers, whether its text is taken from there or not.
  var offered: CollectionItem.Page?
  /// What the collection that it is in was opened by.
  var collection: String?
  /// The place of the input it came from among those that were named.
  var input = 0
  /// How it is taken.
  var settings = InputSettings()
  /// Whether the further pages of an article belong to it.
  var joinsPages = false
  /// Whether it is a page or the like that was named itself, not one of several in something.
  var isAlone = false
  /// What it is known by from run to run.
  var keys: [String] = []
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
