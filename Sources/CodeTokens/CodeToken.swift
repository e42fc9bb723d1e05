/// A piece of a program's text that is set apart.
package struct CodeToken: Sendable, Hashable {
  /// What it is.
  package enum Kind: String, Sendable, Hashable {
    /// A word of the language.
    case keyword
    /// Text within the program.
    case string
    /// A remark.
    case comment
    /// A number, or a word that stands for a value.
    case number
  }

  /// What it is.
  package var kind: Kind
  /// Its bytes.
  package var range: Range<Int>
}

extension CodeToken {
  /// The pieces of a program's text that are set apart, in order.
  ///
  /// Light: enough to find one's way on a page in greys. It takes each line once and knows words,
  /// texts, remarks and numbers, not grammar.
  ///
  /// - Parameters:
  ///   - code: the text, UTF-8.
  ///   - language: the name of its language as Markdown and highlighters write it.
  /// - Returns: nothing for a language that is not known.
  package static func tokens(of code: [UInt8], language: String) -> [CodeToken] {
    guard let syntax = CodeSyntax.named(language) else { return [] }
    var scanner = CodeScanner(syntax: syntax)
    return code.withUnsafeBufferPointer { scanner.tokens(of: $0) }
  }
}
