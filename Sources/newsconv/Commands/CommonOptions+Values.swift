import ArgumentParser
import NewsKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension CommonOptions {
  /// The format to write: named, or the output's, or a book.
  func targetFormat(in registry: FormatRegistry) throws(ConversionError) -> String {
    if let to { return to }
    guard let output, output != "-", let suffix = FilePath(output).fileExtension else {
      return "epub"
    }
    if let writer = registry.writer(forExtension: suffix) { return writer.format.name }
    throw ConversionError(
      .unknownFormat, "no format has the extension '.\(suffix)'; name one with --to", file: output)
  }

  /// The formats: those of NewsKit, and the programs of others that were asked for.
  var registry: FormatRegistry {
    FormatRegistry.standard.addingPrograms(reader: from, writer: to, secondsPerArticle: timeLimit)
  }

  /// The filters in order.
  var filters: [ArticleFilter] {
    filter.map { ArticleFilter($0, secondsPerArticle: timeLimit) }
  }

  /// Where writers find what they need besides the article.
  var environment: WriterEnvironment {
    WriterEnvironment(
      resources: FileResourceLoader(folders: resourcePath, isTrusting: trust),
      sourceDateEpoch: Self.sourceDateEpoch,
      jobs: effectiveJobs)
  }

  /// `--jobs`, else one per processor.
  var effectiveJobs: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Adds what the command line says of a source.
  ///
  /// - Parameter folders: the folder that was named, of each file that was found in one.
  func complete(_ source: inout Source, folders: [String: String]) {
    source.language = lang
    source.url = baseURL
    source.isTrusted = trust
    source.inputFolder = source.path.flatMap { folders[$0] }
  }

  /// Whether `SOURCE_DATE_EPOCH` is set to what is none; it must not be passed over in silence.
  static var hasMalformedDateEpoch: Bool {
    guard getenv("SOURCE_DATE_EPOCH") != nil else { return false }
    return sourceDateEpoch.flatMap { Timestamp(secondsSince1970: $0) } == nil
  }

  /// `SOURCE_DATE_EPOCH` of reproducible-builds.org.
  private static var sourceDateEpoch: Int? {
    guard let value = getenv("SOURCE_DATE_EPOCH") else { return nil }
    return Int(String(cString: value))
  }
}
