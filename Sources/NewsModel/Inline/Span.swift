/// Text with a meaning, anchor, class, language or direction of its own.
public struct Span: Sendable, Hashable {
  /// What HTML's phrase elements say; `nil` for a plain `span`.
  public enum Kind: Sendable, Hashable {
    /// `mark`
    case mark
    /// `ins`, `u`
    case insertion
    /// `small`
    case small
    /// `kbd`
    case keyboard
    /// `samp`
    case sample
    /// `var`
    case variable
    /// `cite`
    case citation
    /// `dfn`
    case definition
    /// `q`: the writer adds the language's quotation marks
    case quotation
    /// `abbr`, with what it stands for
    case abbreviation(String?)
    /// `time`, with its machine-readable form
    case time(String?)
  }

  /// The meaning.
  public var kind: Kind?
  /// The text.
  public var content: [Inline]
  /// Anchor, classes, language, direction.
  public var attributes: Attributes

  /// Makes a span.
  public init(_ kind: Kind? = nil, _ content: [Inline], attributes: Attributes = .none) {
    self.kind = kind
    self.content = content
    self.attributes = attributes
  }
}
