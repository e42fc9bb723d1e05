import ArgumentParser
import NewsKit

/// The options that every conversion has.
struct CommonOptions: ParsableArguments {
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
    // A file that standard output goes to must not be replaced by another.
    transform: { $0 == "/dev/stdout" ? "-" : $0 })
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
    if let lang, !Inputs.isLanguageTag(lang) {
      throw ValidationError(Self.noLanguage("lang", lang))
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number of at least 1") }
    if Self.hasMalformedDateEpoch {
      throw ValidationError(
        "SOURCE_DATE_EPOCH is not a number of seconds from 1970 to the year 9999")
    }
    if let timeLimit, !(timeLimit > 0) {
      throw ValidationError("--time-limit takes a number of seconds above 0")
    }
  }
}

extension CommonOptions {
  /// Their names, without dashes.
  static let names = [
    "from", "to", "output", "lang", "base-url", "resource-path", "media", "trust", "filter",
    "time-limit",
    "jobs", "strict", "quiet", "verbose", "diagnostics", "help", "version",
  ]

  /// What is wrong with a language.
  static func noLanguage(_ option: String, _ value: String) -> String {
    "--\(option) takes a BCP 47 tag, such as en, zh or pt-BR, not '\(value)'"
  }
}

/// How diagnostics are printed.
enum DiagnosticForm: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
