/// Finds the bytes that an article refers to.
public protocol ResourceLoader: Sendable {
  /// The bytes behind an address or path in an article, or `nil` if there are none to be had.
  ///
  /// - Parameters:
  ///   - reference: as written in the article: a path, a URL; `data:` URLs are the writer's own.
  ///   - origin: where the article was read from; `nil` for a file that the user named, whose path
  ///     is taken as given.
  func bytes(for reference: String, from origin: Origin?) -> [UInt8]?
}
