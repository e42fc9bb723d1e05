import ArgumentParser
import NewsKit

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

  /// Whether a word asks for help, which takes time to make.
  static let asksForHelp = CommandLine.arguments.dropFirst().contains { word in
    ["help", "-h", "--help", "--experimental-dump-help"].contains(word)
  }

  /// Whether a word is an option that the parser has beside those of the commands.
  static func isOfAllCommands(_ word: String) -> Bool {
    ["--version", "--help", "-h"].contains(word) || word.hasPrefix("--generate-completion-script")
      || word.hasPrefix("--experimental-dump-help")
  }

  /// The names of formats for a script that completes words; only made for that script.
  static func completions(_ names: (FormatRegistry) -> [String]) -> CompletionKind {
    guard CommandLine.arguments.contains(where: { $0.hasPrefix("--generate-completion-script") })
    else { return .default }
    return .list(names(.standard))
  }

  /// What is wrong with a word that begins with one dash and is no option: the parser would take it
  /// for several, help among them.
  static var mistake: String? {
    for word in short {
      if word == "--" { return nil }
      guard word.hasPrefix("-"), !word.hasPrefix("--"), word != "-" else { continue }
      let letters = word.dropFirst()
      if letters.first == "o" || letters.allSatisfy({ "qvh".contains($0) }) { continue }
      return "unknown option '\(word)'; a file of that name is given as ./\(word)"
    }
    return nil
  }

  /// An option that is a flag alone and takes a value behind an equals sign: the parser knows it by
  /// another name then.
  private static func plain(_ word: String) -> [String] {
    for (flag, option) in [("--strict=", "--strict-codes"), ("--quiet=", "--quiet-codes")]
    where word.hasPrefix(flag) {
      return [option, String(word.dropFirst(flag.count))]
    }
    // A file that begins with a dash is one where it is there.
    if word.hasPrefix("-"), !word.hasPrefix("--"), word.utf8.count > 2, FileTree.exists(word) {
      return ["./" + word]
    }
    return [word]
  }

  private static let longEnough = 32

  private static let split: (short: [String], runs: [[String]]) = {
    var short: [String] = []
    var runs: [[String]] = []
    var words = CommandLine.arguments.dropFirst().flatMap(plain)[...]
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
