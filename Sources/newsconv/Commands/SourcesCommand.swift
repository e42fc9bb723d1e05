import ArgumentParser
import NewsKit

/// `newsconv sources`: what the sources of a paper give.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Look at the sources of a paper.",
    subcommands: [Check.self], defaultSubcommand: Check.self)

  /// `newsconv sources check`: fetches each source and prints a table.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Fetch each source and print what it gives.",
      discussion: """
        Takes a paper's file, lists of feeds (OPML), addresses and folders. A line each: whether it \
        could be had, how many entries it has, when the newest was published, whether they are \
        whole texts or summaries. The status is that of the first source that could not be had.
        """)

    @OptionGroup var common: CommonArguments

    func run() throws {
      let options = common.options
      var console = options.console
      defer { console.finish() }
      do {
        try check(options, console: &console)
      } catch let error as ConversionError {
        console.say(error)
        throw ExitCode(ExitStatus.of(error))
      }
    }

    private func check(_ options: CommonOptions, console: inout Console) throws {
      var registry = options.registry
      let arguments = try FormatArguments(options.rest, of: .digest, registry: registry)
      let web = try WebOptions(arguments.web, trusts: options.trust)
      registry.register(web.inputs)
      var inputs = options.inputs(arguments.inputs + web.listed, web, .feed)
      if inputs.words.isEmpty {
        throw ValidationError("name a paper's file, a list of feeds or addresses")
      }
      if let place = inputs.words.firstIndex(where: Paper.isPaper) {
        let paper = try Paper(file: inputs.words.remove(at: place), registry: registry)
        paper.send(through: web.inputs)
        inputs = paper.inputs.adding(inputs.words)
      }
      inputs.takesFeedsOfSites = true
      let converter = try Converter(
        from: options.from, to: "json", options: arguments.options, registry: registry)
      let reports = SourceReport.reports(of: inputs, with: converter) {
        console.show(progress: $0)
      }
      console.clearProgress()
      var text = Self.row("STATUS", "ENTRIES", "NEWEST", "TEXT", "SOURCE")
      for report in reports {
        let newest = report.newest.map { String($0.iso8601.prefix(10)) } ?? "-"
        text += Self.row(
          report.error == nil ? "ok" : "failed", String(report.entries), newest,
          Self.kind(of: report), report.source)
        if let error = report.error { text += "        " + error.message + "\n" }
      }
      var bytes = Array(text.utf8)
      PrintableText.clean(&bytes, .text)
      var output = StandardOutput()
      try output.write(bytes)
      if let error = reports.lazy.compactMap(\.error).first { throw ExitCode(ExitStatus.of(error)) }
    }

    private static func kind(of report: SourceReport) -> String {
      switch (report.whole, report.summaries) {
      case (0, 0): "-"
      case (_, 0): "full"
      case (0, _): "summary"
      default: "mixed"
      }
    }

    private static func row(
      _ status: String, _ entries: String, _ newest: String, _ text: String, _ source: String
    ) -> String {
      func cell(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
      }
      return cell(status, 8) + cell(entries, 9) + cell(newest, 12) + cell(text, 9) + source + "\n"
    }
  }
}
