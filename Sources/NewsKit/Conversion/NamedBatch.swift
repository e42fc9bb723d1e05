internal import NewsFiles
internal import Synchronization

/// Many conversions in parallel, each article to a file that is named after it.
///
/// Names are given in the inputs' order, so that they do not depend on the number of jobs.
public struct NamedBatch: Sendable {
  /// What became of one input.
  public struct Outcome: Sendable {
    /// The file that was read.
    public var input: String
    /// The files that were written.
    public var outputs: [String]
    /// What was dropped, repaired or guessed.
    public var diagnostics: [Diagnostic]
    /// Why not all of it was written, if so.
    public var error: ConversionError?
  }

  /// How many are converted at once, at least 1.
  public var jobs: Int
  /// Whether a warning fails its input, which is then not written.
  public var isStrict: Bool
  /// The folder of all outputs.
  public var folder: String
  /// How they are named.
  public var naming: FileNaming

  /// Describes how to run.
  public init(jobs: Int, isStrict: Bool = false, folder: String, naming: FileNaming) {
    self.jobs = max(1, jobs)
    self.isStrict = isStrict
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    self.naming = naming
  }

  /// Converts each input and reports the outcomes in the inputs' order, as soon as that allows.
  public func run(
    _ inputs: [String], with converter: Converter,
    prepare: @escaping @Sendable (inout Source) -> Void = { _ in },
    report: (Outcome) -> Void
  ) {
    converter.findFaults(in: inputs, jobs: jobs, prepare: prepare)
    let turnstile = Turnstile()
    let names = Names(naming)
    OrderedTasks(count: inputs.count, width: jobs, takesTurns: true).run { index in
      convert(
        inputs[index], with: converter, names: names, turn: Turn(turnstile, index),
        prepare: prepare)
    } report: {
      report($0)
    }
  }

  private func convert(
    _ input: String, with converter: Converter, names: Names, turn: Turn,
    prepare: @Sendable (inout Source) -> Void
  ) -> Outcome {
    defer { turn.end() }
    var outcome = Outcome(input: input, outputs: [], diagnostics: [])
    let batch = Batch(jobs: 1, isStrict: isStrict)
    do throws(ConversionError) {
      try FaultIsolation.working(on: input) { () throws(ConversionError) in
        var source = try Source(file: input, limits: converter.limits)
        prepare(&source)
        let reading = try converter.readUnfiltered(source)
        outcome.diagnostics = reading.diagnostics
        turn.begin()
        let entries = try converter.filtered(reading.result, from: source)
        let paths = entries.map { entry in
          folder
            + names.next(
              for: entry.article.metadata, file: input == "-" ? nil : input,
              extension: converter.format.extensions.first ?? "")
        }
        turn.end()
        for (entry, path) in zip(entries, paths) {
          if let day = naming.dayOfUndated, entry.article.metadata.published == nil {
            outcome.diagnostics.append(
              Diagnostic(
                .warning,
                "has no date, which \(path) must have: it got \(day.iso8601), change it to the day of publication",
                file: source.path))
          }
          try FileTree.makeFolder(FilePath(path).folder)
          outcome.diagnostics += try batch.write(
            [entry], from: source, to: path, with: converter, after: outcome.diagnostics)
          outcome.outputs.append(path)
        }
      }
    } catch {
      outcome.error = error
    }
    return outcome
  }

  /// The names given so far.
  private final class Names: Sendable {
    private let naming: Mutex<FileNaming>

    init(_ naming: FileNaming) { self.naming = Mutex(naming) }

    func next(for metadata: Metadata, file: String?, extension suffix: String) -> String {
      naming.withLock { $0.next(for: metadata, file: file, extension: suffix) }
    }
  }
}
