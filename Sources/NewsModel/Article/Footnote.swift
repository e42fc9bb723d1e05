/// A note to the text, referred to by ``Inline/footnote(_:)``.
public struct Footnote: Sendable, Hashable {
  /// The label that references carry; unique in an article.
  public var label: String
  /// What the note says.
  public var content: [Block]

  /// Makes a note.
  public init(label: String, content: [Block]) {
    self.label = label
    self.content = content
  }
}
