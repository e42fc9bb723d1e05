import ArgumentParser
import NewsKit

/// The options that every conversion has, as the parser finds them.
struct CommonArguments: ParsableArguments {
  @Option(
    help: "Read this format instead of recognising it (see 'newsconv formats').",
    completion: CommandWords.completions { $0.readers.map(\.format.name) })
  var from: String?

  @Option(
    help: "Write this format. Follows from --output's extension if not given; else epub.",
    completion: CommandWords.completions { $0.writers.map(\.format.name) })
  var to: String?

  @Option(
    name: .shortAndLong, help: "Where to write: a file, a folder, or - for standard output.",
    completion: .file(),
    transform: { CommonOptions.place(ofOutput: $0) })
  var output: String?

  @Option(help: "The language where the text names none, as a BCP 47 tag: zh, pt-BR.")
  var lang: String?

  @Option(help: "The address of the original, to resolve its links against.")
  var baseURL: String?

  @Option(
    help: "Look for pictures in this folder too (may be repeated).", completion: .directory)
  var resourcePath: [String] = []

  @Flag(
    help: """
      Trust the input: what it names may be opened outside its own folder and its site's.
      """)
  var trust = false

  @Option(
    help: """
      Copy local pictures, and those within the text, to this folder and refer to them there \
      (default for Markdown and HTML in a folder: its folder 'media'; 'none' copies none).
      """, completion: .directory)
  var media: String?

  @Option(
    help: """
      Send each article as a line of JSON through this program, which answers with one (may be \
      repeated).
      """)
  var filter: [String] = []

  @Option(
    help: """
      Seconds by the clock that a filter or a format's program may take for one article (default: \
      60 of processor time, or ten minutes without doing anything).
      """)
  var timeLimit: Double?

  @Option(help: "How many articles to convert at once (default: one per processor).")
  var jobs: Int?

  @Flag(
    help: "Treat warnings as errors; --strict=CODE,… those of some codes alone (diagnostics.md).")
  var strict = false

  @Option(help: .hidden)
  var strictCodes: [String] = []

  @Flag(
    name: .shortAndLong,
    help: "Say nothing but errors; --quiet=CODE,… nothing of some codes.")
  var quiet = false

  @Option(help: .hidden)
  var quietCodes: [String] = []

  @Option(help: "How diagnostics are printed on standard error: text, or json, a line each.")
  var diagnostics = DiagnosticForm.text

  @Flag(name: .shortAndLong, help: "Also say what was understood, not only what was dropped.")
  var verbose = false

  /// Inputs and, among them, options that only a format knows.
  @Argument(
    parsing: .allUnrecognized,
    help: "Files, folders, or - for standard input; and options of the formats.",
    completion: .file())
  var rest: [String] = []

  func validate() throws {
    if let mistake = options.mistake { throw ValidationError(mistake) }
  }

  /// What was found.
  var options: CommonOptions {
    var options = CommonOptions()
    options.from = from
    options.to = to
    options.output = output
    options.lang = lang
    options.baseURL = baseURL
    options.resourcePath = resourcePath
    options.trust = trust
    options.media = media
    options.filter = filter
    options.timeLimit = timeLimit
    options.jobs = jobs
    options.strict = strict
    options.strictCodes = strictCodes
    options.quiet = quiet
    options.quietCodes = quietCodes
    options.diagnostics = diagnostics
    options.verbose = verbose
    options.rest = rest
    return options
  }
}

extension DiagnosticForm: ExpressibleByArgument {}
