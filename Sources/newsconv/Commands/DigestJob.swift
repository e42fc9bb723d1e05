import ArgumentParser
import NewsFiles
import NewsKit

/// What a command line of `newsconv digest` asks for.
struct DigestJob {
  private let options: CommonOptions
  private let digest: Digest
  private let web: WebOptions
  private let pictures: WebPictures
  private let inputs: Inputs
  private let issue: PaperIssue
  private var pipeline: Pipeline
  private var converter: Converter { pipeline.converter }

  init(_ given: CommonOptions, _ choice: DigestOptions) throws {
    var options = given
    var registry = options.registry
    let arguments = try FormatArguments(options.rest, of: .digest, registry: registry)
    web = try WebOptions(arguments.web, trusts: options.trust)
    registry.register(web.inputs)
    var words = arguments.inputs + web.listed
    if words.isEmpty {
      throw ValidationError("name files, folders or addresses to make a digest of")
    }
    var paper: Paper?
    if let place = words.firstIndex(where: Paper.isPaper) {
      paper = try Paper(file: words.remove(at: place), registry: registry)
      if let other = words.first(where: Paper.isPaper) {
        throw ConversionError(.badOption, "a book is of one paper: this is another", file: other)
      }
    }
    options.output = options.output ?? paper?.output
    options.to = options.to ?? paper?.format
    var digest = try choice.digest(over: paper)
    issue = try PaperIssue(
      paper, isNew: web.isNew || paper?.isNew == true,
      kept: web.keptIssues ?? paper?.keptIssues, title: digest.title)
    options.output = options.output.map(issue.expanded)
    self.options = options
    var inputs = options.inputs(words, web, .auto)
    if let paper {
      paper.send(through: web.inputs)
      inputs = paper.inputs.adding(words)
      inputs.language = options.lang ?? inputs.language
      inputs.isTrusted = options.trust
      inputs.url = options.baseURL
      inputs.fullText = web.fullText ?? inputs.fullText
      inputs.joinsPages = web.joinsPages || inputs.joinsPages
    }
    inputs.takesFeedsOfSites = true
    self.inputs = inputs
    pictures = options.pictures(web, of: inputs.words)
    digest.selection.isTaken = try issue.isTaken()
    self.digest = digest
    var environment = options.environment(pictures)
    if case .size? = digest.split { environment.isRepeated = true }
    var converter = try Converter(
      from: options.from,
      to: digest.split == nil
        ? options.targetFormat(in: registry, isDigest: true) : options.to ?? "epub",
      options: (paper?.options ?? FormatOptions()).merging(arguments.options),
      environment: environment, filters: options.filters,
      registry: registry)
    converter.keepsNotes = options.verbose
    pipeline = Pipeline(
      converter, jobs: options.effectiveJobs, strictness: options.strictness)
    let folder = options.output.flatMap { output in
      digest.split != nil || output.hasSuffix("/") || FileTree.isFolder(output) ? output : nil
    }
    pipeline.media = try options.mediaFolder(of: converter, in: folder, pictures)
  }

  func run(console: inout Console) throws {
    // What cannot be written is reported before thousands of articles are read.
    if digest.split != nil { _ = try splitFolder() } else { _ = try target() }
    var violation: Diagnostic?
    let made = pipeline.digest(
      digest, of: pipeline.open(inputs), resources: options.environment(pictures).resources
    ) { done, total in
      if done % 20 == 0 || web.inputs.client != nil {
        console.show(
          progress: "read \(done)" + (total.map { " of \($0)" } ?? "") + web.progress)
      }
    } report: { outcome in
      violation = violation ?? options.strictness.violation(in: outcome.diagnostics)
      console.say(outcome.diagnostics)
      if let error = outcome.error { console.say(error) }
    }
    console.clearProgress()
    MemoryAllocation.keepUntilExit(made)
    if let violation { throw ConversionError(treating: violation) }
    console.say(made.duplicates)
    let duplicates = made.duplicates.reduce(0) { $0 + $1.count }
    if duplicates > 0 {
      console.say(
        duplicates == 1
          ? "left out an article that is in the digest already"
          : "left out \(duplicates) articles that are in the digest already")
    }
    guard made.volumes.contains(where: { !$0.publication.entries.isEmpty }) else {
      if let failure = made.failures.first { throw ExitCode(ExitStatus.of(failure)) }
      if issue.isNew, made.inputs > 0 {
        return console.say("nothing new since last time: no book was made")
      }
      throw ConversionError(.noInput, EmptySelection(digest.selection, made.choice).message)
    }
    let books = try write(made, console: &console)
    for path in try issue.record(made.keys, books: books) { console.say("removed \(path)") }
    console.sayPicturesLeft(pictures)
    if let failure = made.failures.first {
      console.say(
        "\(made.failures.count) of \(made.inputs) inputs failed and are not in the digest")
      throw ExitCode(ExitStatus.of(failure))
    }
  }

  /// Writes the books; gives their files.
  private func write(
    _ made: Pipeline.DigestOutcome, console: inout Console
  ) throws -> [String] {
    var books: [String] = []
    if digest.split == nil {
      for volume in made.volumes {
        let target = try target()
        try write(volume.publication, of: made, to: target, console: &console)
        if let target { books.append(target) }
      }
      return books
    }
    let folder = try splitFolder()
    var names = OutputNames(folder: folder, format: converter.format)
    let nameless = digest.split == .section ? "other" : "undated"
    for volume in made.volumes {
      let path = names.output(forTitle: volume.name ?? nameless)
      try FileTree.makeFolder(folder)
      try write(volume.publication, of: made, to: path, console: &console)
      books.append(path)
    }
    return books
  }

  /// The folder that several books go to.
  private func splitFolder() throws(ConversionError) -> String {
    guard let folder = options.output, folder != "-" else {
      throw ConversionError(.badOption, "several books go to a folder: name it with -o FOLDER")
    }
    if !folder.hasSuffix("/"), !FileTree.isFolder(folder),
      let suffix = FilePath(folder).fileExtension,
      options.registry.writer(forExtension: suffix) != nil
    {
      throw ConversionError(
        .badOption,
        "--split-by makes several books, and '-o \(folder)' names one file: "
          + "name a folder; -o \(folder)/ makes one of that name")
    }
    return folder
  }

  private func write(
    _ publication: Publication, of made: Pipeline.DigestOutcome, to target: String?,
    console: inout Console
  ) throws {
    guard let target else {
      var buffer = ByteBuffer()
      console.say(try pipeline.write(publication, to: &buffer))
      try made.check()
      var output = StandardOutput()
      return try output.write(buffer.bytes)
    }
    var file = try AtomicFile(path: target)
    console.say(
      try pipeline.write(publication, to: &file, in: FilePath(target).folder))
    try made.check()
    try file.commit()
    if case .size(let most)? = digest.split, file.count > most {
      console.say(
        "\(target) has \(file.count) bytes, more than \(most): it is of one article, which is in "
          + "no smaller book")
    }
    if Console.isTerminal {
      console.say("wrote \(target): \(publication.entries.count) articles")
    }
  }

  /// The file of the only book; `nil` for standard output.
  private func target() throws(ConversionError) -> String? {
    let name =
      issue.fileName(digest.title) + "."
      + (converter.format.extensions.first ?? converter.format.name)
    switch options.output {
    case "-":
      try StandardOutput.check(converter.format)
      return nil
    case let output? where output.hasSuffix("/") || FileTree.isFolder(output):
      try FileTree.makeFolder(output)
      return issue.unused(output.hasSuffix("/") ? output + name : output + "/" + name)
    case let output?:
      if issue.isDated { try FileTree.makeFolder(FilePath(output).folder) }
      return issue.isDated ? issue.unused(output) : output
    case nil: return converter.format.isText ? nil : name
    }
  }
}
