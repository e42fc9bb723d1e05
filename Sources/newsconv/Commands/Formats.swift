import ArgumentParser
import NewsKit

/// `newsconv formats`: what can be read and written.
struct Formats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats that can be read and written, with their options.")

  @Argument(help: "Tell of this format alone.")
  var name: String?

  func run() throws {
    // Here, programs of others are looked for: the list would not be whole without them.
    var registry = FormatRegistry.standard
    for name in ExternalFormat.readerNames {
      registry = registry.addingPrograms(reader: name, writer: nil)
    }
    for name in ExternalFormat.writerNames {
      registry = registry.addingPrograms(reader: nil, writer: name)
    }
    let readers = registry.readers.filter { name == nil || $0.format.name == name }
    let writers = registry.writers.filter { name == nil || $0.format.name == name }
    if let name, readers.isEmpty, writers.isEmpty {
      var console = Console()
      console.say(ConversionError(.unknownFormat, "no format '\(name)'; see 'newsconv formats'"))
      throw ExitCode(ExitStatus.usage)
    }
    var text = ""
    if !readers.isEmpty { text += "Reads (--from):\n" }
    for reader in readers { text += Self.lines(reader.format, reader.options) }
    if !writers.isEmpty { text += (text.isEmpty ? "" : "\n") + "Writes (--to):\n" }
    for writer in writers { text += Self.lines(writer.format, writer.options) }
    var output = StandardOutput()
    try output.write(Array(text.utf8))
  }

  private static func lines(_ format: Format, _ options: [FormatOption]) -> String {
    let extensions = format.extensions.map { "." + $0 }.joined(separator: " ")
    var text = "  " + padded(format.name, 12) + format.summary + "  (" + extensions + ")\n"
    for option in options {
      text += "      " + padded("--" + option.name + value(of: option), 30) + option.help + "\n"
    }
    return text
  }

  private static func value(of option: FormatOption) -> String {
    switch option.kind {
    case .flag: ""
    case .choice(let words): " " + words.joined(separator: "|")
    case .value(let name), .values(let name): " " + name
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
