internal import NewsFiles

/// A format of someone else's: a program `newsconv-reader-NAME` or `newsconv-writer-NAME` on `PATH`.
///
/// A reader gets the bytes of the source on its standard input and what is known of them in its
/// environment (`NEWSCONV_PATH`, `NEWSCONV_URL`, `NEWSCONV_CHARSET`, `NEWSCONV_LANG`,
/// `NEWSCONV_SITE`); it prints the JSON of an article, of several, one a line, or of a digest. A
/// writer gets the JSON of a publication and prints the bytes. Both end with status 0 if all went
/// well; what they say on standard error is for the user.
public enum ExternalFormat {
  static let readerPrefix = "newsconv-reader-"
  static let writerPrefix = "newsconv-writer-"

  /// The reader of a name, if there is a program for it.
  public static func reader(
    named name: String, secondsPerArticle: Double? = nil
  ) -> ReaderRegistration? {
    guard let path = ProgramPath.onPath(readerPrefix + name) else { return nil }
    return ReaderRegistration(format: format(name, path: path)) { _ in
      ProgramReader(name: name, path: path, seconds: secondsPerArticle)
    }
  }

  /// The writer of a name, if there is a program for it.
  public static func writer(
    named name: String, secondsPerArticle: Double? = nil
  ) -> WriterRegistration? {
    guard let path = ProgramPath.onPath(writerPrefix + name) else { return nil }
    return WriterRegistration(format: format(name, path: path)) { _, _ in
      ProgramWriter(name: name, path: path, seconds: secondsPerArticle)
    }
  }

  /// The names of all readers on `PATH`.
  public static var readerNames: [String] { names(readerPrefix) }
  /// The names of all writers on `PATH`.
  public static var writerNames: [String] { names(writerPrefix) }

  private static func names(_ prefix: String) -> [String] {
    ProgramPath.named(prefix).map { String($0.dropFirst(prefix.count)) }
  }

  private static func format(_ name: String, path: String) -> Format {
    Format(
      name: name, summary: "By the program \(path)", extensions: [name],
      mediaType: "application/octet-stream")
  }

  /// Runs the program of a format from beginning to end.
  static func run(
    _ kind: String, name: String, path: String, environment: [(String, String)] = [],
    input: [UInt8], limits: ProgramLimits, mostBytes: Int, code: ConversionError.Code
  ) throws(ConversionError) -> [UInt8] {
    do throws(RunningProgram.Failure) {
      let program = try RunningProgram(path, arguments: [], environment: environment)
      return try program.output(of: input, limits: limits, mostBytes: mostBytes)
    } catch .ended(let status) where status > 0 {
      throw ConversionError(code, "the program '\(kind)\(name)' failed with status \(status)")
    } catch {
      throw ConversionError(
        .software, "the program '\(kind)\(name)' \(error.message)")
    }
  }
}

extension FormatRegistry {
  /// Adds the programs of formats that are asked for by name and not known.
  ///
  /// Nothing is looked for on `PATH` unless a name is unknown.
  public func addingPrograms(
    reader: String?, writer: String?, secondsPerArticle: Double? = nil
  ) -> FormatRegistry {
    var registry = self
    if let reader, !readers.contains(where: { $0.format.name == reader }),
      let found = ExternalFormat.reader(named: reader, secondsPerArticle: secondsPerArticle)
    {
      registry.register(found)
    }
    if let writer, !writers.contains(where: { $0.format.name == writer }),
      let found = ExternalFormat.writer(named: writer, secondsPerArticle: secondsPerArticle)
    {
      registry.register(found)
    }
    return registry
  }
}
