/// The base direction of a text: HTML's `dir`.
public enum TextDirection: String, Sendable, Hashable {
  /// Left to right.
  case leftToRight = "ltr"
  /// Right to left.
  case rightToLeft = "rtl"
}
