/// Finds the bytes that an article refers to.
public protocol ResourceLoader: Sendable {
  /// The bytes behind an address or path in an article, or `nil` if there are none to be had.
  ///
  /// - Parameters:
  ///   - reference: as written in the article: a path, a URL; `data:` URLs are the writer's own.
  ///   - origin: where the article was read from; `nil` for a file that the user named, whose path
  ///     is taken as given.
  func bytes(for reference: String, from origin: Origin?) -> [UInt8]?

  /// The same with the reason where something is there and is not opened.
  ///
  /// A loader that refuses nothing need not have it.
  func resource(for reference: String, from origin: Origin?) -> ResourceOutcome
}

/// What came of looking for a resource.
public enum ResourceOutcome: Sendable, Hashable {
  /// Its bytes.
  case bytes([UInt8])
  /// There is none.
  case missing
  /// It is there and is not opened; the end of a sentence that begins with its name.
  case refused(String)
}

extension ResourceLoader {
  /// Refuses nothing.
  public func resource(for reference: String, from origin: Origin?) -> ResourceOutcome {
    bytes(for: reference, from: origin).map { .bytes($0) } ?? .missing
  }
}
