import ArgumentParser
import NewsFiles
import NewsKit

/// What a command line of `newsconv digest` asks for.
struct DigestJob {
  private let options: CommonOptions
  private let digest: Digest
  private let files: [InputFiles.File]
  private let converter: Converter
  private let expansionDiagnostics: [Diagnostic]
  private let firstInput: String

  init(_ options: CommonOptions, digest: Digest) throws {
    let registry = options.registry
    let arguments = try FormatArguments(options.rest, registry: registry)
    guard let firstInput = arguments.inputs.first else {
      throw ValidationError("name files or folders to make a digest of")
    }
    self.options = options
    self.digest = digest
    self.firstInput = firstInput
    converter = try Converter(
      from: options.from,
      to: digest.split == nil
        ? options.targetFormat(in: registry) : options.to ?? "epub",
      options: arguments.options, environment: options.environment, filters: options.filters,
      registry: registry)
    var expansion = Diagnostics()
    files = try arguments.inputs.flatMap { path throws(ConversionError) in
      try InputFiles(
        path, registry: registry, options: arguments.options, isTrusted: options.trust,
        diagnostics: &expansion
      ).files
    }
    expansionDiagnostics = expansion.all
  }

  func run(console: inout Console) throws {
    // A folder's files that are left out: nothing else tells of them.
    if !FaultIsolation.isRepeating { console.say(expansionDiagnostics, withNotes: true) }
    var entries: [Publication.Entry] = []
    var failures: [ConversionError] = []
    var warning: Diagnostic?
    var done = 0
    let (options, folders) = (options, InputFiles.folders(of: files))
    Reading(jobs: options.effectiveJobs).run(
      files.map(\.path), with: converter, prepare: { options.complete(&$0, folders: folders) }
    ) { outcome in
      FaultIsolation.reporting { isRepeated in
        // A digest is made of what was read, and that is gone.
        console.isMuted =
          isRepeated && !FaultIsolation.isDone(outcome.error, isRepeated: isRepeated)
        done += 1
        console.say(outcome.diagnostics)
        warning = warning ?? outcome.diagnostics.first { $0.severity == .warning }
        if let error = outcome.error {
          console.say(error)
          failures.append(error)
        }
        entries += outcome.entries
        if done % 20 == 0 { console.show(progress: "read \(done) of \(files.count)") }
      }
    }
    console.isMuted = false
    console.clearProgress()
    MemoryAllocation.keepUntilExit(entries)
    if options.strict, let warning { throw ConversionError(treating: warning) }
    var digest = digest
    if digest.title == nil { digest.title = Self.title(from: firstInput, entries: entries) }
    let volumes = digest.volumes(of: entries, resources: options.environment.resources)
    let left = volumes.diagnostics.count
    console.say(volumes.diagnostics)
    if left > 0 {
      console.say(
        left == 1
          ? "left out an article that is in the digest already"
          : "left out \(left) articles that are in the digest already")
    }
    guard volumes.result.contains(where: { !$0.publication.entries.isEmpty }) else {
      throw failures.first
        ?? ConversionError(.noInput, "no article is left for the digest; see --since, --category")
    }
    try write(volumes.result, console: &console)
    if let failure = failures.first {
      console.say("\(failures.count) of \(files.count) inputs failed and are not in the digest")
      throw ExitCode(ExitStatus.of(failure))
    }
  }

  private func write(_ volumes: [Digest.Volume], console: inout Console) throws {
    if digest.split == nil {
      for volume in volumes { try write(volume.publication, to: target, console: &console) }
      return
    }
    guard let folder = options.output, folder != "-" else {
      throw ConversionError(.badOption, "several books go to a folder: name it with -o FOLDER")
    }
    var names = OutputNames(folder: folder, format: converter.format)
    let nameless = digest.split == .section ? "other" : "undated"
    for volume in volumes {
      let path = try names.output(forTitle: volume.name ?? nameless)
      try write(volume.publication, to: path, console: &console)
    }
  }

  private func write(
    _ publication: Publication, to target: String?, console: inout Console
  ) throws {
    guard let target else {
      var buffer = ByteBuffer()
      console.say(try converter.write(publication, to: &buffer))
      var output = StandardOutput()
      return try output.write(buffer.bytes)
    }
    var file = try AtomicFile(path: target)
    console.say(try converter.write(publication, to: &file))
    try file.commit()
    if Console.isTerminal {
      console.say("wrote \(target): \(publication.entries.count) articles")
    }
  }

  /// The file of the only book; `nil` for standard output.
  private var target: String? {
    switch options.output {
    case "-": nil
    case let output?: output
    case nil: converter.format.isText ? nil : "digest." + (converter.format.extensions.first ?? "")
    }
  }

  /// The name of the folder that was named first, where not all articles appeared in one place.
  ///
  /// A folder that is called what a site's folder of posts is called says nothing: the one above it
  /// does.
  private static func title(from input: String, entries: [Publication.Entry]) -> String? {
    guard Digest.commonSource(of: entries) == nil, FileTree.isFolder(input) else { return nil }
    var folder = FileSystem.absolute(input)
    while FilePath(folder).name.utf8.first == UInt8(ascii: "_") { folder = FilePath(folder).folder }
    let name = FilePath(folder).name
    return name.isEmpty ? nil : name
  }
}
