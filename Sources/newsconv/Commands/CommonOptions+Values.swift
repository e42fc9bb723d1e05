import NewsKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension CommonOptions {
  /// The format to write: named, or the output's, or a book.
  ///
  /// - Parameter isDigest: whether all articles go into one file.
  func targetFormat(
    in registry: FormatRegistry, isDigest: Bool = false
  ) throws(ConversionError) -> String {
    let isFile = output != "-" && output?.hasSuffix("/") == false
    let suffix = isFile ? output.flatMap { FilePath($0).fileExtension } : nil
    let stem = isFile ? output.map { FilePath($0).withoutExtension } : nil
    if let to, let writer = try? registry.writer(named: to) { return writer.format.name }
    if to == nil, let suffix, let writer = registry.writer(forExtension: suffix) {
      return writer.format.name
    }
    guard let wanted = to ?? suffix else { return "epub" }
    if let advice = ForeignFormat.advice(
      for: wanted, stem: stem ?? (isDigest ? "digest" : "article"), isDigest: isDigest)
    {
      throw ConversionError(
        .unknownFormat, "\(wanted) is not written here; \(advice)", file: to == nil ? output : nil)
    }
    if let to { return try registry.writer(named: to).format.name }
    throw ConversionError(
      .unknownFormat, "no format has the extension '.\(wanted)'; name one with --to", file: output)
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
  ///
  /// - Parameter pictures: those on the web.
  func environment(_ pictures: WebPictures) -> WriterEnvironment {
    WriterEnvironment(
      resources: ResourceChain([
        FileResourceLoader(folders: resourcePath, isTrusting: trust), pictures,
      ]),
      sourceDateEpoch: Self.sourceDateEpoch,
      jobs: effectiveJobs)
  }

  /// `--jobs`, else one per processor.
  var effectiveJobs: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The inputs, with what the command line says of them.
  func inputs(_ words: [String], _ web: WebOptions, _ fullText: FullText) -> Inputs {
    var inputs = Inputs(words, language: lang, url: baseURL)
    inputs.isTrusted = trust
    inputs.fullText = web.fullText ?? fullText
    inputs.joinsPages = web.joinsPages
    return inputs
  }

  /// The pictures on the web: those of pages, of all articles where an address is among the inputs or
  /// the user wants them, or none.
  func pictures(_ web: WebOptions, of words: [String]) -> WebPictures {
    if web.fetchesNoPictures { return WebPictures(web.inputs, of: .none) }
    let hasAddress = words.contains { WebInputs.isAddress($0) }
    return WebPictures(web.inputs, of: hasAddress || web.fetchesPictures ? .all : .pages)
  }

  /// Which warnings are errors.
  var strictness: Strictness {
    strict ? .all : Strictness(Self.codes(strictCodes).map { Diagnostic.Code($0) })
  }

  /// Where pictures of texts are copied to.
  ///
  /// - Parameter folder: the folder that outputs go to, if they go to one.
  func mediaFolder(
    of converter: Converter, in folder: String?, _ pictures: WebPictures
  ) throws(ConversionError) -> MediaFolder? {
    guard media != "none" else { return nil }
    let loader = FileResourceLoader(folders: resourcePath, isTrusting: trust)
    if let media {
      if converter.refersToPictures {
        return MediaFolder(media, loader: ResourceChain([loader, pictures]))
      }
      throw ConversionError(
        .badOption,
        "--media is for text that refers to pictures beside it, which \(converter.format.name) does not"
      )
    }
    guard let folder, converter.refersToPictures else { return nil }
    var media = MediaFolder(
      folder.hasSuffix("/") ? folder + "media" : folder + "/media", loader: loader)
    media.isBesideFiles = converter.bundlesPictures
    return media
  }

  /// How diagnostics are shown.
  var console: Console {
    var console = Console(isQuiet: quiet, isVerbose: verbose)
    console.silencedCodes = Set(Self.codes(quietCodes))
    console.isJSON = diagnostics == .json
    return console
  }

  private static func codes(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",").map(String.init) }
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
