/// The words of the command line, long runs of file names set aside.
///
/// swift-argument-parser copies all it has found for each word that it finds: five thousand names
/// (`newsconv *.md`) cost it more than the conversion of the files. Within a run of words that are
/// no options all but the first, which may be an option's value or the command's name, can only be
/// inputs; one word with a NUL, which no real one can hold, stands for them.
enum CommandWords {
  /// What the parser is given.
  static var short: [String] { split.short }

  /// The names that a word stands for; `nil` for a word as it was given.
  static func names(for word: String) -> [String]? {
    guard word.utf8.first == 0, let number = Int(word.dropFirst()) else { return nil }
    return split.runs[number]
  }

  private static let longEnough = 32

  private static let split: (short: [String], runs: [[String]]) = {
    var short: [String] = []
    var runs: [[String]] = []
    var words = CommandLine.arguments.dropFirst()
    while let word = words.first, word != "--" {
      let run = words.prefix { !$0.utf8.starts(with: "-".utf8) }
      if run.count > longEnough {
        short += [word, "\0\(runs.count)"]
        runs.append(Array(run.dropFirst()))
      } else {
        short += run.isEmpty ? [word] : Array(run)
      }
      words = words.dropFirst(max(run.count, 1))
    }
    return (short + words, runs)
  }()
}
