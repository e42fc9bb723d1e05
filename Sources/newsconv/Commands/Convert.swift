import ArgumentParser
import NewsKit

/// `newsconv convert`: each input to an output of its own.
struct Convert: ParsableCommand {
  // A name that is not given is found by reflection, which takes time at every start.
  static let configuration = CommandConfiguration(
    commandName: "convert",
    _superCommandName: "newsconv",
    abstract: "Convert articles, each to an output of its own (the default command).",
    discussion: """
      One input: text formats go to standard output, a book to NAME.epub in this folder; -o names \
      another file or a folder. Several inputs, or a folder, go to the folder that -o names, under \
      the names they have; one that fails does not stop the rest.

      Without an input, standard input is read where something is piped into it.

      Several inputs are never one output: that is 'newsconv digest'.

      Exit status (sysexits): 0 done, 64 wrong usage, 65 bad input, 66 no input, 69 a host \
      or page is not reached, 70 something \
      failed inside or outside, 73 output cannot be made, 74 reading or writing failed.
      """ + FormatHelp.text)

  @OptionGroup var common: CommonArguments

  @Option(
    help: """
      Name the files in the folder after their articles, for example '{date}-{slug}': \
      \(FileNaming.words).
      """)
  var name: String?

  @Option(
    help: """
      Where errors of records go: 'report' on standard error, or 'rows' among the lines of JSON, \
      each in its record's place (Documentation/rows.md).
      """)
  var errors = ErrorPlace.report

  func run() throws { try Self.run(common.options, name: name, errors: errors) }

  /// Runs the command with options that were read.
  static func run(_ options: CommonOptions, name: String? = nil, errors: ErrorPlace = .report)
    throws
  {
    var console = options.console
    defer { console.finish() }
    do {
      let job = try ConversionJob(options, name: name, errors: errors)
      try job.run(console: &console)
    } catch let error as ConversionError {
      console.say(error)
      throw ExitCode(ExitStatus.of(error))
    }
  }
}

/// Where errors of single records go.
enum ErrorPlace: String, ExpressibleByArgument, CaseIterable {
  case report
  case rows
}
