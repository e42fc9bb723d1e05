internal import NewsReaders
internal import NewsWriters

extension FormatRegistry {
  /// The built-in formats.
  public static let standard: FormatRegistry = {
    var registry = FormatRegistry()
    return registry
  }()
}
