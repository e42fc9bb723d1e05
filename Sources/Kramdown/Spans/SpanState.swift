/// Where spans are being read, and what is known about the text from there on.
struct SpanState {
  /// What spans a position is inside of, which decides what may begin there.
  struct Context: OptionSet, Hashable {
    let rawValue: UInt8

    static let emphasis = Context(rawValue: 1 << 0)
    static let strong = Context(rawValue: 1 << 1)
    /// In a link or in the description of an image.
    static let link = Context(rawValue: 1 << 2)
    /// Directly in emphasis.
    static let directlyInEmphasis = Context(rawValue: 1 << 3)
    /// Directly in HTML whose content is not Markdown.
    static let directlyInRawHTML = Context(rawValue: 1 << 4)
  }

  /// The constructs that are looked for.
  enum Scope: UInt8 {
    case all
    /// Only HTML: in an element whose content is not Markdown.
    case html
    /// Code and HTML: where the pipes of a table are counted.
    case codeAndHTML
  }

  /// An attempt that is known to fail, so that it is not made again: without this, a text like
  /// `![![![` takes exponential time.
  struct Attempt: Hashable {
    enum Kind: UInt8 { case strong, emphasis, link, image }
    var position: Int
    var kind: Kind
    var context: Context
  }

  /// The first byte of the text, before which nothing counts.
  var start = 0
  var position = 0
  var end = 0
  var lines = LineCounter()
  var context: Context = []
  var failures: Set<Attempt> = []
  /// The last of these marks in the text, found when first asked for.
  var lastStar: Int?
  var lastUnderscore: Int?
  var lastBracket: Int?
  /// What is known to be closed nowhere from a position on; code by the number of its marks.
  var unclosedCode: [Int: Int] = [:]
  var unclosedFormula = Int.max
  var unclosedStrike = Int.max
  var unclosedComment = Int.max
  var unclosedExtensions: [[UInt8]: Int] = [:]
  var braces = ClosingBrace()
  /// Where no `>` was found that ends an autolink.
  var withoutAngle = 0..<0
}
