import ArgumentParser
import NewsFiles
import NewsKit
import NewsModel

/// The command: `newsconv convert` unless another word is given.
@main
struct Newsconv: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "newsconv",
    abstract: "Turn news articles into books, Markdown and text.",
    discussion: """
      Reads Jekyll posts and web pages; writes EPUB, Markdown, plain text, HTML and JSON.

        newsconv in.txt --to epub             one article as a book: in.epub
        newsconv page.html --to markdown      the article of a web page, on standard output
        newsconv posts/ --to plain -o out/    every article below a folder
        newsconv digest posts/ -o day.epub    many articles as one book

      'newsconv help convert' and 'newsconv formats' tell the rest.
      """,
    version: version,
    subcommands: [
      Convert.self, DigestCommand.self, Formats.self, SourcesCommand.self, CacheCommand.self,
      IndexCommand.self,
    ],
    defaultSubcommand: Convert.self)

  /// Runs the command.
  static func main() {
    MemoryAllocation.setUp()
    IgnoredSignals.setUp()
    FaultIsolation.start()
    if let mistake = CommandWords.mistake {
      var console = Console()
      console.say(ConversionError(.badOption, mistake))
      exit(withError: ExitCode(ExitStatus.usage))
    }
    do {
      if let line = PlainCommandLine(CommandWords.short) {
        try line.run()
      } else {
        var command = try parsed(CommandWords.short)
        try command.run()
      }
    } catch {
      // What is wrong with a command line quotes its words, which may be names of others' files.
      var message = Array((fullMessage(for: error)).utf8)
      let status = exitCode(for: error)
      if status.isSuccess, !message.isEmpty {
        // Help, which the parser would print without a look at whether it can be.
        do { try StandardOutput.tell(message + [0x0A]) } catch { exit(withError: error) }
        exit(withError: nil)
      }
      PrintableText.clean(&message, .text)
      if message.isEmpty || status.isSuccess { exit(withError: error) }
      Console.write(message + [0x0A])
      exit(withError: status)
    }
  }

  /// The command that some words ask for.
  ///
  /// The parser makes all options of a command once for each command above it, and again to see
  /// whether a script of completions is asked for: half the time of a start. So the command that is
  /// meant is asked alone, and all of them only where it does not understand, for their answer.
  private static func parsed(_ words: [String]) throws -> any ParsableCommand {
    // A command alone takes them for options of formats.
    if words.contains(where: CommandWords.isOfAllCommands) { return try parseAsRoot(words) }
    switch words.first {
    case "digest"?:
      if let command = alone(DigestCommand.self, words.dropFirst()) { return command }
    case "convert"?:
      if let command = alone(Convert.self, words.dropFirst()) { return command }
    case let word? where word == "help" || subcommandNames.contains(word): break
    default:
      if let command = alone(Convert.self, words[...]) { return command }
    }
    return try parseAsRoot(words)
  }

  private static func alone<Command: ParsableCommand>(
    _ command: Command.Type, _ words: ArraySlice<String>
  ) -> Command? {
    try? command.parseAsRoot(Array(words)) as? Command
  }

  private static var subcommandNames: [String] {
    configuration.subcommands.flatMap { command in
      [command.configuration.commandName ?? ""] + command.configuration.aliases
    }
  }

  /// The version of command and library.
  static let version = "0.1.0"
}
