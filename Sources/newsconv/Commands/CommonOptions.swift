import NewsKit

/// The options that every conversion has.
struct CommonOptions {
  var from: String?
  var to: String?
  var output: String?
  var lang: String?
  var baseURL: String?
  var resourcePath: [String] = []
  var trust = false
  var media: String?
  var filter: [String] = []
  var timeLimit: Double?
  var jobs: Int?
  var strict = false
  var strictCodes: [String] = []
  var quiet = false
  var quietCodes: [String] = []
  var diagnostics = DiagnosticForm.text
  var verbose = false
  /// Inputs and, among them, options that only a format knows.
  var rest: [String] = []
}

extension CommonOptions {
  /// Their names, without dashes.
  static let names = [
    "from", "to", "output", "lang", "base-url", "resource-path", "media", "trust", "filter",
    "time-limit",
    "jobs", "strict", "quiet", "verbose", "diagnostics", "help", "version",
  ]

  /// What is wrong with their values.
  var mistake: String? {
    if let lang, !Inputs.isLanguageTag(lang) { return Self.noLanguage("lang", lang) }
    if let jobs, jobs < 1 { return "--jobs takes a number of at least 1" }
    if Self.hasMalformedDateEpoch {
      return "SOURCE_DATE_EPOCH is not a number of seconds from 1970 to the year 9999"
    }
    if let timeLimit, !(timeLimit > 0) { return "--time-limit takes a number of seconds above 0" }
    return nil
  }

  /// Where `--output` sends what is written: a file that standard output goes to must not be replaced
  /// by another.
  static func place(ofOutput word: String) -> String { word == "/dev/stdout" ? "-" : word }

  /// What is wrong with a language.
  static func noLanguage(_ option: String, _ value: String) -> String {
    "--\(option) takes a BCP 47 tag, such as en, zh or pt-BR, not '\(value)'"
  }
}

/// How diagnostics are printed.
enum DiagnosticForm: String, CaseIterable {
  case text
  case json
}
