public import ArgumentParser
public import NewsKit

/// `newsconv digest`: many articles as one publication.
struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    _superCommandName: "newsconv",
    abstract: "Make one book (or page, or text) of many articles.",
    discussion: """
      Inputs are files, folders, patterns ('posts/**/*.md') or a Jekyll site. An article that is \
      in the digest already (same address, or same text) is left out, and the run says so. With \
      --split-by the output is a folder of books.
      """ + FormatHelp.text)

  @OptionGroup var common: CommonArguments

  @Option(
    help: "The title of the book (default: where all articles appeared, else their dates).")
  var title: String?

  @Option(help: "Who made it.")
  var by: String?

  @Option(
    help: """
      What sections are: \(Digest.Grouping.allCases.map(\.rawValue).joined(separator: ", ")). \
      auto takes categories or sources where they bring articles together.
      """)
  var groupBy: Digest.Grouping?

  @Option(
    help:
      "Order: \(Digest.Order.allCases.map(\.rawValue).joined(separator: ", ")) (default: newest).")
  var sort: Digest.Order?

  @Option(
    help: """
      Not what was published before this: 2022-03-07, 2022-03, 2022, today, yesterday, or so long \
      ago: 7d, 2w, 3m, 1y.
      """)
  var since: DayArgument?

  @Option(help: "Not what was published after this, in the same words.")
  var until: DayArgument?

  @Option(help: "Only articles of this category, in any case of letters (may be repeated).")
  var category: [String] = []

  @Option(help: "Only articles with this tag, in any case of letters (may be repeated).")
  var tag: [String] = []

  @Option(help: "Only articles in this language (may be repeated).")
  var language: [String] = []

  @Option(help: "At most this many articles.")
  var limit: Int?

  @Option(
    help: "Several books: day, week, month, section, size (10 MB at most) or size:N (MB).",
    completion: .list(["day", "week", "month", "section", "size"]))
  var splitBy: SplitArgument?

  @Option(help: "The series that the book is part of.")
  var series: String?

  func validate() throws {
    for tag in language where !Inputs.isLanguageTag(tag) {
      throw ValidationError(CommonOptions.noLanguage("language", tag))
    }
    if let limit, limit < 1 { throw ValidationError("--limit takes a number of at least 1") }
  }

  func run() throws { try Self.run(common.options, choice) }

  /// Runs the command with options that were read.
  static func run(_ options: CommonOptions, _ choice: DigestOptions) throws {
    var console = options.console
    defer { console.finish() }
    do {
      try DigestJob(options, choice).run(console: &console)
    } catch let error as ConversionError {
      console.say(error)
      throw ExitCode(ExitStatus.of(error))
    }
  }

  private var choice: DigestOptions {
    var choice = DigestOptions()
    choice.title = title
    choice.by = by
    choice.groupBy = groupBy
    choice.sort = sort
    choice.since = since
    choice.until = until
    choice.category = category
    choice.tag = tag
    choice.language = language
    choice.limit = limit
    choice.splitBy = splitBy
    choice.series = series
    return choice
  }
}

/// The value of `--split-by`.
struct SplitArgument: ExpressibleByArgument {
  let split: Digest.Split

  init?(argument: String) {
    switch argument {
    case "day": split = .day
    case "week": split = .week
    case "month": split = .month
    case "section": split = .section
    case "size": split = .size(10_000_000)
    default:
      guard argument.hasPrefix("size:"), let megabytes = Double(argument.dropFirst(5)),
        (0.01...1e6).contains(megabytes)
      else { return nil }
      split = .size(Int(megabytes * 1e6))
    }
  }
}

extension Digest.Grouping: ExpressibleByArgument {}
extension Digest.Order: ExpressibleByArgument {}
