/// Finds the bytes that an article refers to: pictures, and files that options name.
///
/// Loaders are chained by ``ResourceChain``, each answering for references of its kind: files, `data:`
/// addresses, members of an archive, addresses on the web. A loader is where the boundary of trust is
/// drawn: references come from what is read, which may be hostile, and a loader gives only what lies
/// within what its user gave.
public protocol ResourceLoader: Sendable {
  /// The resource behind a reference.
  ///
  /// Called from several threads at once; it may block.
  ///
  /// - Parameters:
  ///   - reference: as written in the article: a path or an address.
  ///   - origin: where the article was read from; `nil` for a file that the user named, whose path
  ///     is taken as given.
  /// - Throws: ``ResourceFailure``; `.unsupported` for a reference that is another loader's.
  func load(_ reference: String, from origin: Origin?) throws(ResourceFailure) -> Resource

  /// Whether it pays to say what will be asked for: not so by default.
  func mayPrepare(for origin: Origin?) -> Bool

  /// Begins to get what will be asked for soon, where that takes long. Nothing by default.
  func prepare(_ references: [String], from origin: Origin?)
}

extension ResourceLoader {
  /// It does not pay.
  public func mayPrepare(for origin: Origin?) -> Bool { false }

  /// Nothing is begun before it is asked for.
  public func prepare(_ references: [String], from origin: Origin?) {}

  /// The bytes behind a reference, or `nil` if there are none to be had.
  public func bytes(for reference: String, from origin: Origin?) -> [UInt8]? {
    try? load(reference, from: origin).bytes
  }
}
