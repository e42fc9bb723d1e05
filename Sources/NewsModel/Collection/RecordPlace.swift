/// Where a record lies in its file.
public struct RecordPlace: Sendable, Hashable {
  /// How many records are before it.
  public var number: Int
  /// Where it begins in the file, in bytes; `nil` where it cannot be read without what is before it.
  public var offset: Int?
  /// Its address.
  public var url: String?

  /// Makes a place.
  public init(number: Int, offset: Int?, url: String? = nil) {
    (self.number, self.offset, self.url) = (number, offset, url)
  }
}

/// A collection that tells where its records lie.
public protocol IndexedCollection: ArticleCollection {
  /// The place of the next record, whatever is in it; `nil` at the end.
  func nextPlace() throws(ConversionError) -> RecordPlace?
}
