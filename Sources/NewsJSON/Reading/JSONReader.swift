public import NewsModel

/// Reads the canonical JSON form: one article, a list of them, or a digest.
///
/// Nothing is lost between writing and reading. JSON of any other shape is an error that names the
/// place; keys that the form does not have are reported and left out.
public struct JSONReader: ArticleReader {
  /// Makes a reader.
  public init() {}

  /// Reads articles; a digest's in order, its sections are reported.
  public func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    do throws(ConversionError) {
      let value = try JSONValue(parsing: source.bytes)
      guard
        value["sections"] != nil || value["body"] != nil || value["schema"] != nil
          || value["title"] != nil || value.array != nil
      else {
        throw ConversionError(
          .badInput, "this JSON is no article: it has neither 'title' nor 'body'")
      }
      for key in value.unknownKeys.prefix(20) {
        diagnostics.warn("the key '\(key)' is not one of an article and is left out")
      }
      if case .array(let sections)? = value["sections"], sections.count > 1 {
        diagnostics.note("the digest's sections are read as one row of articles")
      }
      var articles = try [Article](json: value)
      if let language = source.language {
        for index in articles.indices where articles[index].metadata.language == nil {
          articles[index].metadata.language = language
        }
      }
      return articles.map { Publication.Entry($0, from: source) }
    } catch {
      var error = error
      error.file = error.file ?? source.path
      throw error
    }
  }
}

extension JSONReader {
  /// `json`.
  public static let registration = ReaderRegistration(
    format: Format(
      name: "json", summary: "Articles in the form that --to json writes",
      extensions: ["json"], mediaType: "application/json"),
    recognize: { head in
      let text = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
      guard let first = text.first else { return 0 }
      let second = text.dropFirst().first { $0 > 0x20 }
      switch (first, second) {
      case (UInt8(ascii: "{"), UInt8(ascii: "\"")): return 90
      case (UInt8(ascii: "["), UInt8(ascii: "{")): return 80
      default: return 0
      }
    },
    make: { _ in JSONReader() })
}
