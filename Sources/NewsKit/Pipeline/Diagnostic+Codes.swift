extension Diagnostic.Code {
  /// An article that is in a digest already.
  static let duplicateLeftOut = Self("duplicate-left-out")
  /// A date that the format must have and the article has not.
  static let dateInvented = Self("date-invented")
}
