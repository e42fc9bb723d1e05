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
      var command = try parseAsRoot(CommandWords.short)
      try command.run()
    } catch {
      // What is wrong with a command line quotes its words, which may be names of others' files.
      var message = Array((fullMessage(for: error)).utf8)
      let status = exitCode(for: error)
      PrintableText.clean(&message, .text)
      if message.isEmpty || status.isSuccess { exit(withError: error) }
      Console.write(message + [0x0A])
      exit(withError: status)
    }
  }

  /// The version of command and library.
  static let version = "0.1.0"
}
