import NewsKit

/// The commands that convert, with the options that only one of them has.
enum CommandName: String, CaseIterable {
  case convert
  case digest

  /// The names of its own options, without dashes.
  var options: [String] {
    switch self {
    case .convert: ["name", "errors"]
    case .digest:
      [
        "title", "by", "group-by", "sort", "since", "until", "category", "tag", "language", "limit",
        "split-by", "series", "new", "keep-issues",
      ]
    }
  }

  /// The words that may stand first on a command line.
  static let words = allCases.map(\.rawValue) + ["formats", "sources", "cache", "index", "help"]

  /// A hint for an input that is not there and looks like a mistyped command.
  static func hint(for input: String) -> String? {
    guard !FileTree.exists(input) else { return nil }
    return Nearest.word(to: input, among: words).map { "did you mean 'newsconv \($0)'?" }
  }
}
