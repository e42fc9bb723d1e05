internal import NewsFiles

/// Reads through a program of someone else's.
struct ProgramReader: ArticleReader {
  let name: String
  let path: String
  let seconds: Double?

  func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    let known = [
      ("NEWSCONV_PATH", source.path), ("NEWSCONV_URL", source.url),
      ("NEWSCONV_CHARSET", source.charset), ("NEWSCONV_LANG", source.language),
      ("NEWSCONV_SITE", source.siteRoot),
    ]
    let output = try ExternalFormat.run(
      ExternalFormat.readerPrefix, name: name, path: path,
      // What is not known is empty, so that nothing of ours is taken for it.
      environment: known.map { ($0.0, $0.1 ?? "") },
      input: source.bytes, limits: ProgramLimits(clock: seconds), mostBytes: limits.inputBytes,
      code: .badInput)
    do throws(ConversionError) {
      let articles = try articles(in: output)
      if !articles.isEmpty { return articles.map { Publication.Entry($0, from: source) } }
      throw ConversionError(.badInput, "it printed no article")
    } catch {
      throw ConversionError(
        .software,
        "the program '\(ExternalFormat.readerPrefix)\(name)' did not print the JSON of articles: \(error.message)",
        file: source.path)
    }
  }

  /// One JSON text over any lines, or one on each line.
  private func articles(in output: [UInt8]) throws(ConversionError) -> [Article] {
    do throws(ConversionError) {
      return try [Article](json: JSONValue(parsing: output))
    } catch {
      let lines = output.split(separator: 0x0A).filter { line in line.contains { $0 > 0x20 } }
      if lines.count < 2 { throw error }
      var articles: [Article] = []
      for line in lines { articles += try [Article](json: JSONValue(parsing: line)) }
      return articles
    }
  }
}
