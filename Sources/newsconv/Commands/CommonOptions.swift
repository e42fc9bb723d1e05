import ArgumentParser
import NewsKit

/// The options that every conversion has.
struct CommonOptions: ParsableArguments {
  @Option(help: "Read this format instead of recognising it (see 'newsconv formats').")
  var from: String?

  @Option(help: "Write this format. Follows from --output's extension if not given; else epub.")
  var to: String?

  @Option(name: .shortAndLong, help: "Where to write: a file, a folder, or - for standard output.")
  var output: String?

  @Option(help: "The language where the text names none, as a BCP 47 tag: zh, pt-BR.")
  var lang: String?

  @Option(help: "The address of the original, to resolve its links against.")
  var baseURL: String?

  @Option(help: "Look for pictures in this folder too (may be repeated).")
  var resourcePath: [String] = []

  @Flag(
    help: """
      Trust the input: what it names may be opened outside its own folder and its site's.
      """)
  var trust = false

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

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Also say what was understood, not only what was dropped.")
  var verbose = false

  /// Inputs and, among them, options that only a format knows.
  @Argument(
    parsing: .allUnrecognized,
    help: "Files, folders, or - for standard input; and options of the formats.",
    completion: .file())
  var rest: [String] = []

  func validate() throws {
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
