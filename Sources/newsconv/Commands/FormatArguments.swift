import ArgumentParser
import NewsKit

/// Inputs and format options as they stand mixed on a command line, told apart by what the
/// registry says of its formats' options.
struct FormatArguments {
  /// What is not an option, in order.
  private(set) var inputs: [String] = []
  /// The options of formats.
  private(set) var options = FormatOptions()
  /// The options for addresses on the web.
  private(set) var web = FormatOptions()

  /// Sorts words; without an input, standard input is one where something is piped into it.
  ///
  /// - Parameter command: the command whose words they are.
  /// - Throws: `ValidationError` for an option that no format has, or one without its value.
  init(_ words: [String], of command: CommandName, registry: FormatRegistry) throws {
    let known =
      registry.readers.flatMap(\.options) + registry.collections.flatMap(\.options)
      + registry.writers.flatMap(\.options)
    let web = WebOptions.common + (command == .digest ? WebOptions.digest : [])
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
      let isWeb = web.contains { $0.name == name }
      guard word.hasPrefix("--"),
        let option = (isWeb ? web : known).first(where: { $0.name == name })
      else {
        throw ValidationError(Self.unknown(String(name), in: word, of: command, known + web))
      }
      let given: String
      if case .flag = option.kind {
        given = value ?? "true"
      } else if let value = value ?? words.popFirst() {
        given = value
      } else {
        throw ValidationError("--\(option.name) needs a value: \(option.help)")
      }
      if isWeb { self.web.set(option.name, given) } else { options.set(option.name, given) }
    }
    if inputs.isEmpty, self.web.values("list").isEmpty, StandardInput.isPiped { inputs = ["-"] }
  }

  private static func unknown(
    _ name: String, in word: String, of command: CommandName, _ known: [FormatOption]
  ) -> String {
    if let other = CommandName.allCases.first(where: { $0 != command && $0.options.contains(name) })
    {
      return "--\(name) is an option of 'newsconv \(other.rawValue)', not of "
        + "'newsconv \(command.rawValue)'"
    }
    if !word.hasPrefix("--") {
      return "unknown option '\(word)'; a file of that name is given as ./\(word)"
    }
    let all = known.map(\.name) + CommonOptions.names + command.options
    guard let near = Nearest.word(to: name, among: all) else {
      return "unknown option '\(word)'; see 'newsconv help \(command.rawValue)'"
    }
    return "unknown option '\(word)'; did you mean --\(near)?"
  }
}
