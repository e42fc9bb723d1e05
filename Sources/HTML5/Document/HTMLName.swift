/// The name of an element or attribute: a number, the same wherever the name stands in a document.
///
/// Names that the standard has rules for have the same number in every document.
public struct HTMLName: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
  /// The number; 0 is no name.
  public var rawValue: UInt32

  /// The name of a number.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// No name.
  public static let none = HTMLName(rawValue: 0)

  /// The names that have the same number in every document, by number, in UTF-8; the first is none.
  public static var known: [[UInt8]] { KnownNames.table.names }
}
