import ArgumentParser
import NewsFiles
import NewsKit

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
    subcommands: [Convert.self, DigestCommand.self, Formats.self],
    defaultSubcommand: Convert.self)

  /// Runs the command.
  static func main() {
    MemoryAllocation.setUp()
    IgnoredSignals.setUp()
    FaultIsolation.start()
    main(CommandWords.short)
  }

  /// The version of command and library.
  static let version = "0.1.0"
}
