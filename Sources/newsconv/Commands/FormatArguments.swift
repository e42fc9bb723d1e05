import ArgumentParser
import NewsKit

/// Inputs and format options as they stand mixed on a command line, told apart by what the
/// registry says of its formats' options.
struct FormatArguments {
  /// What is not an option, in order.
  private(set) var inputs: [String] = []
  /// The options of formats.
  private(set) var options = FormatOptions()

  /// Sorts words.
  ///
  /// - Throws: `ValidationError` for an option that no format has, or one without its value.
  init(_ words: [String], registry: FormatRegistry) throws {
    let known = registry.readers.flatMap(\.options) + registry.writers.flatMap(\.options)
    var words = words[...]
    while let word = words.popFirst() {
      if word == "--" {
        inputs += words
        break
      }
      if let names = CommandWords.names(for: word) {
        inputs += names
        continue
      }
      guard word.hasPrefix("-"), word != "-" else {
        inputs.append(word)
        continue
      }
      var name = word.drop { $0 == "-" }
      var value: String?
      if let equals = name.firstIndex(of: "=") {
        value = String(name[name.index(after: equals)...])
        name = name[..<equals]
      }
      guard word.hasPrefix("--"), let option = known.first(where: { $0.name == name }) else {
        throw ValidationError(Self.unknown(word, known: known))
      }
      if case .flag = option.kind {
        options.set(option.name, value ?? "true")
      } else if let value = value ?? words.popFirst() {
        options.set(option.name, value)
      } else {
        throw ValidationError("--\(option.name) needs a value: \(option.help)")
      }
    }
  }

  private static func unknown(_ word: String, known: [FormatOption]) -> String {
    let name = String(word.drop { $0 == "-" })
    let near = known.map(\.name).min { distance($0, name) < distance($1, name) }
    guard let near, distance(near, name) <= 2 else {
      return "unknown option '\(word)'; see 'newsconv help convert' and 'newsconv formats'"
    }
    return "unknown option '\(word)'; did you mean --\(near)?"
  }

  /// Levenshtein's distance.
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right.utf8)
    var row = Array(0...right.count)
    for (line, byte) in left.utf8.enumerated() {
      var corner = row[0]
      row[0] = line + 1
      for column in right.indices {
        let cost = min(
          corner + (right[column] == byte ? 0 : 1), row[column] + 1, row[column + 1] + 1)
        corner = row[column + 1]
        row[column + 1] = cost
      }
    }
    return row[right.count]
  }
}
