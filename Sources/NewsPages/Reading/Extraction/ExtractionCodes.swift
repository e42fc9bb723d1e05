package import NewsModel

extension Diagnostic.Code {
  /// What came out may not be the article, or not all of it.
  package static let extractionDoubtful = Diagnostic.Code("extraction-doubtful")
  /// Something of a page that is not in the article, with the rule and the first words.
  package static let extractionRemoved = Diagnostic.Code("extraction-removed")
  /// The text came from the page's data, not from what it shows.
  package static let extractionFromData = Diagnostic.Code("extraction-from-data")
}
