public import NewsModel

/// Writes PDF: the pages of a book, printed by a program that is installed.
///
/// WeasyPrint or Chromium is looked for when the first book is printed. What they get is the book's
/// own pages, without script, in a folder that is removed afterwards; they reach no network.
public struct PDFWriter: ArticleWriter {
  private let options: EPUBWriter.Options
  private let environment: WriterEnvironment
  private let paper: Paper
  private let engine: String?

  /// Sizes of paper.
  enum Paper: String, CaseIterable {
    case a4, a5, letter
  }

  init(
    options: EPUBWriter.Options, environment: WriterEnvironment, paper: Paper, engine: String?
  ) {
    self.options = options
    self.environment = environment
    self.paper = paper
    self.engine = engine
  }

  /// The format as the registry knows it.
  public static let registration = WriterRegistration(
    format: Format(
      name: "pdf", summary: "PDF, printed by WeasyPrint or Chromium", extensions: ["pdf"],
      mediaType: "application/pdf", isText: false),
    options: EPUBWriter.registration.options.filter {
      ["css", "font", "cover", "masthead", "no-images", "image-width", "vertical"].contains($0.name)
    } + [
      FormatOption(
        "paper", .choice(Paper.allCases.map(\.rawValue)), help: "The size of the paper (a4)."),
      FormatOption(
        "pdf-engine", .value("PROGRAM"),
        help: "What prints: weasyprint, chromium, or the path of one of them."),
    ],
    make: { (options, environment) throws(ConversionError) in
      let paper = options.value("paper") ?? "a4"
      guard let paper = Paper(rawValue: paper) else {
        throw ConversionError(
          .badOption,
          "--paper is one of \(Paper.allCases.map(\.rawValue).joined(separator: ", ")), not "
            + "'\(paper)'")
      }
      return PDFWriter(
        options: try EPUBWriter.options(options), environment: environment, paper: paper,
        engine: options.value("pdf-engine"))
    })

  /// Prints the book.
  ///
  /// - Throws: `ConversionError`: what ``EPUBWriter`` throws, and `software` where nothing that
  ///   prints is installed or it fails.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    var book = Book(publication, options: options, environment: environment)
    let printed = try book.printed()
    for diagnostic in book.diagnostics.all { diagnostics.add(diagnostic) }
    let program = try PrintingProgram(named: engine)
    try sink.write(try program.print(printed, style: PrintStyle.sheet(paper: paper.rawValue)))
  }
}
