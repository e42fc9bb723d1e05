import ArgumentParser
import NewsFiles
import NewsKit

/// What a command line of `newsconv convert` asks for.
struct ConversionJob {
  private let options: CommonOptions
  private let inputs: [InputFiles]
  private let folders: [String: String]
  private let converter: Converter
  private let expansionDiagnostics: [Diagnostic]
  /// How outputs are named after their articles; `nil` for after their inputs.
  private let naming: FileNaming?

  init(_ options: CommonOptions, name: String?) throws {
    let registry = options.registry
    let arguments = try FormatArguments(options.rest, registry: registry)
    if arguments.inputs.isEmpty {
      throw ValidationError("name a file or folder to convert, or - for standard input")
    }
    self.options = options
    self.converter = try Converter(
      from: options.from, to: options.targetFormat(in: registry), options: arguments.options,
      environment: options.environment, filters: options.filters, registry: registry)
    var expansion = Diagnostics()
    self.inputs = try arguments.inputs.map { path throws(ConversionError) in
      try InputFiles(
        path, registry: registry, options: arguments.options, isTrusted: options.trust,
        diagnostics: &expansion)
    }
    folders = InputFiles.folders(of: inputs.flatMap(\.files))
    self.expansionDiagnostics = expansion.all
    let isOneToFile =
      inputs.count == 1 && !inputs[0].isSeveral && !Self.isFolder(options.output)
    if let name {
      if isOneToFile {
        throw ConversionError(
          .badOption, "--name names files in a folder: name the folder with -o FOLDER/")
      }
      naming = try FileNaming(pattern: name)
    } else if let demanded = converter.format.fileNaming, !isOneToFile {
      var naming = try FileNaming(pattern: demanded)
      naming.dayOfUndated = Timestamp(iso8601: "1970-01-01")
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
    // A folder's files that are left out: nothing else tells of them.
    if !FaultIsolation.isRepeating { console.say(expansionDiagnostics, withNotes: true) }
    if let naming {
      try runNamed(naming, console: &console)
    } else if inputs.count == 1, !inputs[0].isSeveral {
      try runOne(inputs[0].files[0].path, console: &console)
    } else if options.output == "-", converter.format.isText {
      try runJoined(console: &console)
    } else {
      try runMany(console: &console)
    }
  }

  /// Writes what all inputs become to standard output, one after the other.
  private func runJoined(console: inout Console) throws {
    let files = inputs.flatMap(\.files).map(\.path)
    let batch = Batch(jobs: options.effectiveJobs, isStrict: options.strict)
    let (options, folders) = (options, folders)
    var output = StandardOutput()
    var tally = Tally(count: files.count)
    var ending: ConversionError?
    batch.run(joining: files, with: converter, prepare: { options.complete(&$0, folders: folders) })
    {
      outcome, bytes in
      guard ending == nil else { return }
      FaultIsolation.reporting { isRepeated in
        console.isMuted = isRepeated
        tally.add(outcome.diagnostics, outcome.error, isRepeated: isRepeated, console: &console)
        if isRepeated { return }
        do throws(ConversionError) { try output.write(bytes) } catch { ending = error }
      }
    }
    if let ending { throw ending }
    try tally.finish(console: &console)
  }

  private func runOne(_ path: String, console: inout Console) throws {
    let source = try FaultIsolation.working(on: path) { () throws(ConversionError) in
      var source = try Source(file: path, limits: converter.limits)
      options.complete(&source, folders: folders)
      return source
    }
    guard let target = try target(for: path) else {
      var buffer = ByteBuffer()
      try finish(converted(source, path, to: &buffer), console: &console)
      var output = StandardOutput()
      return try output.write(buffer.bytes)
    }
    var file = try AtomicFile(path: target)
    try finish(converted(source, path, to: &file), console: &console)
    try file.commit()
    if Console.isTerminal { console.say("wrote \(target)") }
  }

  private func converted(
    _ source: Source, _ path: String, to sink: inout some ByteSink
  ) throws(ConversionError) -> [Diagnostic] {
    try FaultIsolation.working(on: path) { () throws(ConversionError) in
      try converter.convert(source, to: &sink)
    }
  }

  /// Says diagnostics; with `--strict` the first warning is the error that ends the conversion.
  private func finish(_ diagnostics: [Diagnostic], console: inout Console) throws {
    if options.strict, let warning = diagnostics.first(where: { $0.severity == .warning }) {
      throw ConversionError(treating: warning)
    }
    console.say(diagnostics)
  }

  /// The file to write; `nil` for standard output.
  private func target(for input: String) throws -> String? {
    let name = OutputNames.name(for: input, format: converter.format)
    guard let output = options.output else { return converter.format.isText ? nil : name }
    if output == "-" { return nil }
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
        converter.format.isText
          ? "several inputs or a folder go to a folder, named with -o FOLDER, or to -o -"
          : "several inputs or a folder go to a folder: name it with -o FOLDER")
    }
    try FileTree.makeFolder(folder)
    if !FileTree.isFolder(folder) {
      throw ConversionError(.cannotCreate, "is not a folder", file: folder)
    }
    return folder
  }

  /// Each article to a file that is named after it.
  private func runNamed(_ naming: FileNaming, console: inout Console) throws {
    let batch = NamedBatch(
      jobs: options.effectiveJobs, isStrict: options.strict, folder: try outputFolder(),
      naming: naming)
    let paths = inputs.flatMap(\.files).map(\.path)
    var tally = Tally(count: paths.count)
    let (options, folders) = (options, folders)
    batch.run(paths, with: converter, prepare: { options.complete(&$0, folders: folders) }) {
      outcome in
      FaultIsolation.reporting { isRepeated in
        console.isMuted = isRepeated
        tally.add(outcome.diagnostics, outcome.error, isRepeated: isRepeated, console: &console)
        if Console.isTerminal { for path in outcome.outputs { console.say("wrote \(path)") } }
      }
    }
    try tally.finish(isSilent: inputs.count == 1 && !inputs[0].isSeveral, console: &console)
  }

  private func runMany(console: inout Console) throws {
    let folder = try outputFolder()
    var names = OutputNames(folder: folder, format: converter.format)
    let items = try inputs.flatMap(\.files).map { file throws(ConversionError) in
      BatchItem(input: file.path, output: try names.output(for: file.relativePath))
    }
    let batch = Batch(jobs: options.effectiveJobs, isStrict: options.strict)
    var tally = Tally(count: items.count)
    let (options, folders) = (options, folders)
    batch.run(items, with: converter, prepare: { options.complete(&$0, folders: folders) }) {
      outcome in
      FaultIsolation.reporting { isRepeated in
        console.isMuted = isRepeated
        tally.add(outcome.diagnostics, outcome.error, isRepeated: isRepeated, console: &console)
      }
    }
    try tally.finish(console: &console)
  }
}

/// How far a batch has come, and what failed.
private struct Tally {
  let count: Int
  private var done = 0
  private var failures: [ConversionError] = []

  init(count: Int) { self.count = count }

  /// Says what there is to say of one input.
  mutating func add(
    _ diagnostics: [Diagnostic], _ error: ConversionError?, isRepeated: Bool,
    console: inout Console
  ) {
    done += 1
    if let error, !FaultIsolation.isDone(error, isRepeated: isRepeated) {
      console.say(error)
      failures.append(error)
    } else {
      console.say(diagnostics)
    }
    if count > 20 { console.show(progress: "\(done) of \(count)") }
  }

  /// Says how it ended; a failure ends the command with its status.
  func finish(isSilent: Bool = false, console: inout Console) throws {
    console.isMuted = false
    console.clearProgress()
    if failures.isEmpty {
      if !isSilent { console.say("converted \(count) of \(count)") }
    } else {
      if !isSilent {
        console.say("converted \(count - failures.count) of \(count), \(failures.count) failed")
      }
      throw ExitCode(ExitStatus.of(failures[0]))
    }
  }
}
