import NewsKit

/// The options of formats as they appear in the help of a command, under their formats, at most 80
/// columns wide.
enum FormatHelp {
  /// The text behind a command's own; nothing where no help is asked for, so that no start makes it.
  static var text: String { CommandWords.asksForHelp ? "\n\n" + sections : "" }

  private static let width = 80
  /// Where the description of an option begins.
  private static let column = 28

  private static var sections: String {
    let registry = FormatRegistry.standard
    var text = ""
    func add(_ title: String, _ formats: [(Format, [FormatOption])]) {
      // Formats that take the same options stand together.
      var groups: [(names: [String], options: [FormatOption])] = []
      for (format, options) in formats where !options.isEmpty {
        if let place = groups.firstIndex(where: { $0.options == options }) {
          if !groups[place].names.contains(format.name) { groups[place].names.append(format.name) }
        } else {
          groups.append(([format.name], options))
        }
      }
      for group in groups {
        text += (text.isEmpty ? "" : "\n") + "\(title) \(group.names.joined(separator: ", ")):\n"
        for option in group.options { text += lines(option) }
      }
    }
    let readers = registry.readers.map { ($0.format, $0.options) }
    add("Options of reading", readers + registry.collections.map { ($0.format, $0.options) })
    add("Options of writing", registry.writers.map { ($0.format, $0.options) })
    text += "\nOptions of addresses:\n"
    for option in WebOptions.common { text += lines(option) }
    text += "\nOptions of papers (newsconv digest):\n"
    for option in WebOptions.digest { text += lines(option) }
    return text.trimmingSuffix("\n")
  }

  /// An option with its value and what it means, wrapped.
  static func lines(_ option: FormatOption, indent: Int = 2) -> String {
    var head = String(repeating: " ", count: indent) + "--" + option.name + value(of: option)
    var text = ""
    if head.count + 2 > column {
      text += head + "\n"
      head = ""
    }
    var line = head + String(repeating: " ", count: column - head.count)
    var hasWords = false
    for word in option.help.split(separator: " ") {
      if hasWords, line.count + 1 + word.count > width {
        text += line + "\n"
        line = String(repeating: " ", count: column)
        hasWords = false
      }
      line += (hasWords ? " " : "") + word
      hasWords = true
    }
    return text + line + "\n"
  }

  /// The value of an option, as help shows it.
  static func value(of option: FormatOption) -> String {
    switch option.kind {
    case .flag: ""
    case .choice(let words): " " + words.joined(separator: "|")
    case .value(let name), .values(let name): " " + name
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
