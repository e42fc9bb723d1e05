import ArgumentParser
import NewsKit

/// What a command line of `newsconv convert` asks for.
struct ConversionJob {
  private let options: CommonOptions
  private let inputs: [InputFiles]
  private let converter: Converter
  private let expansionDiagnostics: [Diagnostic]

  init(_ options: CommonOptions) throws {
    let registry = FormatRegistry.standard
    let arguments = try FormatArguments(options.rest, registry: registry)
    if arguments.inputs.isEmpty {
      throw ValidationError("name a file or folder to convert, or - for standard input")
    }
    self.options = options
    self.converter = try Converter(
      from: options.from, to: options.targetFormat(in: registry), options: arguments.options,
      environment: options.environment, registry: registry)
    var expansion = Diagnostics()
    self.inputs = try arguments.inputs.map { path throws(ConversionError) in
      try InputFiles(
        path, registry: registry, options: arguments.options, diagnostics: &expansion)
    }
    self.expansionDiagnostics = expansion.all
  }

  func run(console: inout Console) throws {
    console.say(expansionDiagnostics)
    if inputs.count == 1, !inputs[0].isFolder {
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
    let options = options
    var output = StandardOutput()
    var failures: [ConversionError] = []
    var ending: ConversionError?
    batch.run(joining: files, with: converter, prepare: { options.complete(&$0) }) {
      outcome, bytes in
      guard ending == nil else { return }
      if let error = outcome.error {
        console.say(error)
        failures.append(error)
        return
      }
      console.say(outcome.diagnostics)
      do throws(ConversionError) { try output.write(bytes) } catch { ending = error }
    }
    if let ending { throw ending }
    if let failure = failures.first {
      console.say("converted \(files.count - failures.count) of \(files.count)")
      throw ExitCode(ExitStatus.of(failure))
    }
  }

  private func runOne(_ path: String, console: inout Console) throws {
    var source = try Source(file: path, limits: converter.limits)
    options.complete(&source)
    guard let target = try target(for: path) else {
      var buffer = ByteBuffer()
      try finish(converter.convert(source, to: &buffer), console: &console)
      var output = StandardOutput()
      return try output.write(buffer.bytes)
    }
    var file = try AtomicFile(path: target)
    try finish(converter.convert(source, to: &file), console: &console)
    try file.commit()
    if Console.isTerminal { console.say("wrote \(target)") }
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

  private func runMany(console: inout Console) throws {
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
    var names = OutputNames(folder: folder, format: converter.format)
    let items = try inputs.flatMap(\.files).map { file throws(ConversionError) in
      BatchItem(input: file.path, output: try names.output(for: file.relativePath))
    }
    let batch = Batch(jobs: options.effectiveJobs, isStrict: options.strict)
    var failures: [ConversionError] = []
    var done = 0
    let options = options
    batch.run(items, with: converter, prepare: { options.complete(&$0) }) { outcome in
      done += 1
      if outcome.error == nil { console.say(outcome.diagnostics) }
      if let error = outcome.error {
        console.say(error)
        failures.append(error)
      }
      if items.count > 20 { console.show(progress: "\(done) of \(items.count)") }
    }
    console.clearProgress()
    if failures.isEmpty {
      console.say("converted \(items.count) of \(items.count)")
    } else {
      console.say(
        "converted \(items.count - failures.count) of \(items.count), \(failures.count) failed")
      throw ExitCode(ExitStatus.of(failures[0]))
    }
  }
}
