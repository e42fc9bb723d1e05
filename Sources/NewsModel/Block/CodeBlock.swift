/// Preformatted text.
public struct CodeBlock: Sendable, Hashable {
  /// The text with its line breaks; without a final one.
  public var text: String
  /// The language as the source names it, for example `swift`.
  public var language: String?
  /// Anchor, classes (without the language's), language, direction.
  public var attributes: Attributes

  /// Makes a code block.
  public init(_ text: String, language: String? = nil, attributes: Attributes = .none) {
    self.text = text
    self.language = language
    self.attributes = attributes
  }
}
