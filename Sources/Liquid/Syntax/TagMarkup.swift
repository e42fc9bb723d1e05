/// A tag as it stands in a template: `{% name markup %}`.
public struct TagMarkup: Sendable {
  /// The name, `#` for a comment.
  public var name: String
  /// What follows the name, without white space and dashes at its ends.
  public var bytes: ArraySlice<UInt8>
  /// The line it is on, from 1.
  public var line: Int

  /// What follows the name.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
  /// A cursor at the beginning of what follows the name.
  public var cursor: MarkupCursor { MarkupCursor(bytes) }
}
