internal import NewsFiles

/// Writes through a program of someone else's.
struct ProgramWriter: ArticleWriter {
  let name: String
  let path: String
  let seconds: Double?

  /// More than any book has.
  private static let outputLimit = 4 << 30

  func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    let output = try ExternalFormat.run(
      ExternalFormat.writerPrefix, name: name, path: path,
      input: try publication.json() + [0x0A],
      // A digest may take as long as its articles may together.
      limits: ProgramLimits(clock: seconds).multiplied(by: max(1, publication.entries.count)),
      mostBytes: Self.outputLimit,
      code: .software)
    try sink.write(output)
  }
}
