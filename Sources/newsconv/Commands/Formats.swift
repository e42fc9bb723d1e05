import ArgumentParser
import NewsKit
import NewsModel

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
    let collections = registry.collections.filter { name == nil || $0.format.name == name }
    let writers = registry.writers.filter { name == nil || $0.format.name == name }
    if let name, readers.isEmpty, writers.isEmpty, collections.isEmpty {
      var console = Console()
      console.say(ConversionError(.unknownFormat, "no format '\(name)'; see 'newsconv formats'"))
      throw ExitCode(ExitStatus.usage)
    }
    var text = ""
    if !readers.isEmpty { text += "Reads (--from):\n" }
    for reader in readers { text += Self.lines(reader.format, reader.options) }
    if !collections.isEmpty { text += (text.isEmpty ? "" : "\n") + "Reads, many articles each:\n" }
    for collection in collections {
      // Those of a reader of the same name stand there.
      let isReader = readers.contains { $0.format.name == collection.format.name }
      text += Self.lines(collection.format, isReader ? [] : collection.options)
    }
    if !writers.isEmpty { text += (text.isEmpty ? "" : "\n") + "Writes (--to):\n" }
    for writer in writers { text += Self.lines(writer.format, writer.options) }
    // The names of others' programs are among them.
    var bytes = Array(text.utf8)
    PrintableText.clean(&bytes, .text)
    try StandardOutput.tell(bytes)
  }

  private static func lines(_ format: Format, _ options: [FormatOption]) -> String {
    let extensions = format.extensions.map { "." + $0 }.joined(separator: " ")
    var text = "  " + format.name
    text += String(repeating: " ", count: max(1, 14 - text.count)) + format.summary
    text += (extensions.isEmpty ? "" : "  (" + extensions + ")") + "\n"
    for option in options { text += FormatHelp.lines(option, indent: 6) }
    return text
  }
}
