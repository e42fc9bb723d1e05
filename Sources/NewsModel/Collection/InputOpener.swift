/// Opens inputs that are no files: addresses on the web.
public protocol InputOpener: Sendable {
  /// Whether a word of a command line is an input of its kind: `https://…`.
  func opens(_ input: String) -> Bool

  /// Opens an input: its bytes, and what is known of them (final address, media type, encoding,
  /// times).
  ///
  /// - Parameters:
  ///   - input: the word.
  ///   - isNamed: whether the user named it, on a command line or in a list of the user's own; not
  ///     what was found in something that others wrote.
  ///   - limits: what reading may take.
  ///   - diagnostics: receives what is odd about it.
  func open(
    _ input: String, isNamed: Bool, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> (bytes: ByteReader, source: Source)

  /// Begins to get inputs that will be opened soon, in that order. Nothing by default.
  func prepare(_ inputs: [String], isNamed: Bool)
}

extension InputOpener {
  /// Nothing is begun before its turn.
  public func prepare(_ inputs: [String], isNamed: Bool) {}
}
