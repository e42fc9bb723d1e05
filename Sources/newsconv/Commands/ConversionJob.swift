import ArgumentParser
import NewsFiles
import NewsKit

/// What a command line of `newsconv convert` asks for.
struct ConversionJob {
  private let options: CommonOptions
  private let words: [String]
  private let inputs: OpenedInputs
  private var pipeline: Pipeline
  /// How outputs are named after their articles; `nil` for after their inputs.
  private let naming: FileNaming?
  private let pictures: WebPictures
  private let web: WebOptions

  private let errors: ErrorPlace

  init(_ options: CommonOptions, name: String?, errors: ErrorPlace) throws {
    var registry = options.registry
    let arguments = try FormatArguments(options.rest, of: .convert, registry: registry)
    web = try WebOptions(arguments.web, trusts: options.trust)
    registry.register(web.inputs)
    words = arguments.inputs + web.listed
    if words.isEmpty {
      throw ValidationError("name a file or folder to convert, or - for standard input")
    }
    self.options = options
    pictures = options.pictures(web, of: words)
    self.errors = errors
    var converter = try Converter(
      from: options.from, to: options.targetFormat(in: registry), options: arguments.options,
      environment: options.environment(pictures), filters: options.filters, registry: registry)
    converter.keepsNotes = options.verbose
    pipeline = Pipeline(
      converter, jobs: options.effectiveJobs, strictness: options.strictness)
    inputs = pipeline.open(options.inputs(words, web, .feed))
    pipeline.media = try options.mediaFolder(
      of: converter,
      in: inputs.isSeveral || Self.isFolder(options.output)
        ? options.output.flatMap { $0 == "-" ? nil : $0 } : nil, pictures)
    if !inputs.isSeveral, !WebInputs.isAddress(words[0]), let hint = CommandName.hint(for: words[0])
    {
      throw ConversionError(.noInput, "there is no such file; \(hint)", file: words[0])
    }
    if errors == .rows, converter.format.name != "json" || name != nil {
      throw ConversionError(.badOption, "--errors rows is for lines of JSON: --to json -o -")
    }
    let isOneToFile = !inputs.isSeveral && !Self.isFolder(options.output)
    if let name {
      if isOneToFile {
        throw ConversionError(
          .badOption, "--name names files in a folder: name the folder with -o FOLDER/")
      }
      var naming = try FileNaming(pattern: name)
      naming.areAddresses = converter.format.fileNaming != nil
      self.naming = naming
    } else if let demanded = converter.format.fileNaming, !isOneToFile {
      var naming = try FileNaming(pattern: demanded)
      if demanded.contains("{date}") {
        naming.dayOfUndated = Timestamp(iso8601: "1970-01-01")
      }
      naming.areAddresses = true
      self.naming = naming
    } else {
      naming = nil
    }
  }

  private static func isFolder(_ output: String?) -> Bool {
    guard let output, output != "-" else { return false }
    return output.hasSuffix("/") || FileTree.isFolder(output)
  }

  func run(console: inout Console) throws {
    try convert(console: &console)
    console.sayPicturesLeft(pictures)
  }

  private func convert(console: inout Console) throws {
    if let naming {
      try runToFolder(naming: naming, isSilent: !inputs.isSeveral, console: &console)
    } else if isOfLines {
      try runToFileOfLines(console: &console)
    } else if !inputs.isSeveral, errors == .report {
      try runOne(console: &console)
    } else if isToDevice {
      try runToFileOfLines(console: &console)
    } else if pipeline.converter.format.isText, options.output == "-" || isStream {
      var output = StandardOutput()
      try runJoined(to: &output, console: &console)
    } else if let target = singleTarget {
      try runToOne(target, console: &console)
    } else {
      try runToFolder(naming: nil, isSilent: false, console: &console)
    }
  }

  /// Whether a single file or standard input holds many articles, which go where one would: to
  /// standard output.
  private var isStream: Bool {
    options.output == nil && words.count == 1 && !Inputs.isSeveral(words[0])
  }

  /// The file of a single input that holds many articles, where one file is meant: a book of a feed.
  private var singleTarget: String? {
    guard words.count == 1, !Inputs.isSeveral(words[0]), !Self.isFolder(options.output),
      // A name without an extension is that of a folder to be.
      options.output.map({ $0 == "-" || FilePath($0).fileExtension != nil }) ?? true
    else { return nil }
    return options.output ?? Self.outputName(for: words[0], pipeline.converter.format)
  }

  /// Writes all articles of the inputs to one file, in their order.
  private func runToOne(_ target: String, console: inout Console) throws {
    var digest = Digest()
    digest.order = .input
    if target == "-" { try StandardOutput.check(pipeline.converter.format) }
    let made = pipeline.digest(
      digest, of: inputs,
      progress: { done, total in
        if done % 20 == 0 {
          console.show(progress: "read \(done)" + (total.map { " of \($0)" } ?? ""))
        }
      },
      report: { outcome in
        console.say(outcome.diagnostics)
        if let error = outcome.error { console.say(error) }
      })
    console.clearProgress()
    console.say(made.duplicates)
    guard let volume = made.volumes.first, !volume.publication.entries.isEmpty else {
      if let failure = made.failures.first { throw ExitCode(ExitStatus.of(failure)) }
      throw ConversionError(.noInput, "has no articles", file: words[0])
    }
    if target == "-" {
      var buffer = ByteBuffer()
      console.say(try pipeline.write(volume.publication, to: &buffer))
      try made.check()
      var output = StandardOutput()
      try output.write(buffer.bytes)
    } else {
      var file = try AtomicFile(path: target)
      console.say(
        try pipeline.write(volume.publication, to: &file, in: FilePath(target).folder))
      try made.check()
      try file.commit()
      if Console.isTerminal {
        console.say("wrote \(target): \(volume.publication.entries.count) articles")
      }
    }
    if let failure = made.failures.first { throw ExitCode(ExitStatus.of(failure)) }
  }

  private static func outputName(for input: String, _ format: Format) -> String {
    OutputNames.name(
      for: WebInputs.isAddress(input) ? Inputs.name(of: input) : input, format: format)
  }

  /// Whether the output is a file of lines of JSON, by its name.
  private var isOfLines: Bool {
    guard let output = options.output, output != "-", pipeline.converter.format.name == "json",
      let suffix = FilePath(output).fileExtension, !FileTree.isFolder(output)
    else { return false }
    return ["ndjson", "jsonl"].contains(suffix)
  }

  /// Whether many texts go to what is no file, as `/dev/null` or a pipe with a name: one after the
  /// other, as to standard output.
  private var isToDevice: Bool {
    guard let output = options.output, output != "-", pipeline.converter.format.isText else {
      return false
    }
    return FileTree.exists(output) && !FileTree.isFile(output) && !FileTree.isFolder(output)
  }

  /// Whether there are records, or may be, each of which fails alone.
  private var hasRecords: Bool {
    // What is fetched is fetched by threads of this process.
    if errors == .report,
      web.fullText == .page || words.contains(where: { WebInputs.isAddress($0) })
    {
      return false
    }
    return errors == .rows
      || words.contains { !Inputs.isSeveral($0) && pipeline.converter.mayBeCollection($0) }
  }

  private func runToFileOfLines(console: inout Console) throws {
    var file = try AtomicFile(path: options.output ?? "-")
    do {
      try runJoined(to: &file, console: &console)
    } catch let status as ExitCode where errors == .report && status.rawValue != ExitStatus.usage {
      // What failed was reported; the rest is whole.
      try file.commit()
      throw status
    }
    try file.commit()
  }

  /// Writes what all inputs become, one after the other.
  private func runJoined(to sink: inout some ByteSink, console: inout Console) throws {
    var tally = Tally(errors: errors)
    if hasRecords {
      try pipeline.convertRecords(inputs, secondsPerRecord: options.timeLimit) {
        (outcome, bytes) throws(ConversionError) in
        let row = tally.add(outcome, bytes, console: &console)
        if !row.isEmpty { try sink.write(row) }
      }
    } else {
      try pipeline.convert(
        inputs,
        handingOn: { (outcome, bytes) throws(ConversionError) in
          try tally.reporting(outcome, console: &console) { () throws(ConversionError) in
            if !bytes.isEmpty { try sink.write(bytes) }
          }
        })
    }
    try tally.finish(console: &console)
  }

  private func runOne(console: inout Console) throws {
    guard let target = try target(for: words[0]) else {
      var buffer = ByteBuffer()
      console.say(try pipeline.convert(inputs, to: &buffer).diagnostics)
      var output = StandardOutput()
      return try output.write(buffer.bytes)
    }
    var file = try AtomicFile(path: target)
    console.say(try pipeline.convert(inputs, to: &file, in: FilePath(target).folder).diagnostics)
    try file.commit()
    if Console.isTerminal { console.say("wrote \(target)") }
  }

  /// The file to write; `nil` for standard output.
  private func target(for input: String) throws -> String? {
    let format = pipeline.converter.format
    let name = Self.outputName(for: input, format)
    guard let output = options.output else { return format.isText ? nil : name }
    if output == "-" {
      try StandardOutput.check(format)
      return nil
    }
    if output.hasSuffix("/") || FileTree.isFolder(output) {
      try FileTree.makeFolder(output)
      return output.hasSuffix("/") ? output + name : output + "/" + name
    }
    return output
  }

  /// The folder that many outputs go to; it is made.
  private func outputFolder() throws(ConversionError) -> String {
    guard let folder = options.output, folder != "-" else {
      throw ConversionError(
        .badOption,
        pipeline.converter.format.isText
          ? "several inputs or a folder go to a folder, named with -o FOLDER, or to -o -"
          : "several inputs or a folder go to a folder: name it with -o FOLDER")
    }
    if !folder.hasSuffix("/"), !FileTree.isFolder(folder),
      let suffix = FilePath(folder).fileExtension,
      options.registry.writer(forExtension: suffix) != nil
    {
      throw ConversionError(
        .badOption,
        "several inputs give several outputs, and '-o \(folder)' names one file: "
          + "'newsconv digest' makes one of all; -o \(folder)/ makes a folder of that name")
    }
    try FileTree.makeFolder(folder)
    if !FileTree.isFolder(folder) {
      throw ConversionError(.cannotCreate, "is not a folder", file: folder)
    }
    return folder
  }

  private func runToFolder(
    naming: FileNaming?, isSilent: Bool, console: inout Console
  ) throws {
    var tally = Tally()
    pipeline.convert(inputs, into: try outputFolder(), naming: naming) { outcome in
      tally.reporting(outcome, console: &console)
      if naming != nil, Console.isTerminal {
        for path in outcome.outputs { console.say("wrote \(path)") }
      }
    }
    try tally.finish(isSilent: isSilent, console: &console)
  }
}

/// How far a batch has come, and what failed.
private struct Tally {
  /// Where errors of records go.
  var errors = ErrorPlace.report
  private var looked = 0
  /// How many records failed whose errors are rows.
  private var failedRows = 0

  init(errors: ErrorPlace = .report) { self.errors = errors }
  private var done = 0
  private var failures: [ConversionError] = []

  /// Reports one input; once, also where the run is repeated.
  mutating func reporting(_ outcome: Pipeline.Outcome, console: inout Console) {
    FaultIsolation.reporting { isRepeated in
      console.isMuted = isRepeated
      add(outcome, isRepeated: isRepeated, console: &console)
    }
  }

  /// Reports one record, and gives its row: what it became, or its error, where errors are rows.
  mutating func add(
    _ outcome: Pipeline.Outcome, _ bytes: [UInt8], console: inout Console
  ) -> [UInt8] {
    var outcome = outcome
    if errors == .report || !outcome.isRecord {
      add(outcome, isRepeated: false, console: &console)
      return bytes
    }
    if outcome.error == nil, bytes.isEmpty, !outcome.isPassedOver {
      outcome.error = ConversionError(.badInput, "there is no article in it")
    }
    guard let error = outcome.error else {
      add(outcome, isRepeated: false, console: &console)
      return bytes
    }
    looked += 1
    failedRows += 1
    return ErrorRow(error, id: outcome.id, url: outcome.url).line
  }

  /// The same, with what else is to be seen of it.
  mutating func reporting(
    _ outcome: Pipeline.Outcome, console: inout Console,
    _ show: () throws(ConversionError) -> Void
  ) throws(ConversionError) {
    var failure: ConversionError?
    FaultIsolation.reporting { isRepeated in
      console.isMuted = isRepeated
      add(outcome, isRepeated: isRepeated, console: &console)
      if !isRepeated {
        do throws(ConversionError) { try show() } catch { failure = error }
      }
    }
    if let failure { throw failure }
  }

  /// Says what there is to say of one input.
  private mutating func add(
    _ outcome: Pipeline.Outcome, isRepeated: Bool, console: inout Console
  ) {
    looked += 1
    if FaultIsolation.isDone(outcome.error, isRepeated: isRepeated) {
      done += 1
    } else if let error = outcome.error {
      console.say(error)
      failures.append(error)
    } else {
      if outcome.articles > 0 { done += 1 }
      console.say(outcome.diagnostics)
    }
    if looked > 20 {
      console.show(progress: "\(looked)" + (outcome.total.map { " of \($0)" } ?? ""))
    }
  }

  /// Says how it ended; a failure ends the command with its status.
  func finish(isSilent: Bool = false, console: inout Console) throws {
    console.isMuted = false
    console.clearProgress()
    let count = done + failures.count + failedRows
    if failures.isEmpty, failedRows > 0 {
      if !isSilent {
        console.say("converted \(done) of \(count), \(failedRows) are rows with an error")
      }
    } else if failures.isEmpty {
      if !isSilent { console.say("converted \(count) of \(count)") }
    } else {
      if !isSilent { console.say("converted \(done) of \(count), \(failures.count) failed") }
      throw ExitCode(ExitStatus.of(failures[0]))
    }
  }
}
