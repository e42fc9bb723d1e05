/// Opens inputs that are no files: addresses on the web.
public protocol InputOpener: Sendable {
  /// Whether a word of a command line is an input of its kind: `https://…`.
  func opens(_ input: String) -> Bool

  /// Opens an input: its bytes, and what is known of them (final address, media type, encoding,
  /// times).
  func open(
    _ input: String, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> (bytes: ByteReader, source: Source)
}
