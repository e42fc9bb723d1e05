internal import NewsFiles

/// Reads many inputs in parallel, for a digest.
public struct Reading: Sendable {
  /// What became of one input.
  public struct Outcome: Sendable {
    /// The file.
    public var path: String
    /// Its articles with their origins.
    public var entries: [Publication.Entry]
    /// What was dropped, repaired or guessed.
    public var diagnostics: [Diagnostic]
    /// Why there are no articles, if reading failed.
    public var error: ConversionError?
  }

  /// How many are read at once, at least 1.
  public var jobs: Int

  /// Describes how to run.
  public init(jobs: Int) { self.jobs = max(1, jobs) }

  /// Reads files and reports the outcomes in the files' order.
  ///
  /// - Parameters:
  ///   - paths: the files.
  ///   - converter: knows the formats.
  ///   - prepare: completes a source after it was read, with its address or language.
  ///   - report: receives each outcome, never two at once.
  public func run(
    _ paths: [String], with converter: Converter,
    prepare: @escaping @Sendable (inout Source) -> Void = { _ in },
    report: (Outcome) -> Void
  ) {
    converter.findFaults(in: paths, jobs: jobs, prepare: prepare)
    let turnstile = converter.hasFilters ? Turnstile() : nil
    OrderedTasks(count: paths.count, width: jobs, takesTurns: turnstile != nil).run { index in
      Self.read(
        paths[index], with: converter, turn: turnstile.map { Turn($0, index) }, prepare: prepare)
    } report: {
      report($0)
    }
  }

  private static func read(
    _ path: String, with converter: Converter, turn: Turn?,
    prepare: @Sendable (inout Source) -> Void
  ) -> Outcome {
    defer { turn?.end() }
    var outcome = Outcome(path: path, entries: [], diagnostics: [])
    do throws(ConversionError) {
      try FaultIsolation.working(on: path) { () throws(ConversionError) in
        var source = try Source(file: path, limits: converter.limits)
        prepare(&source)
        var conversion = try converter.readUnfiltered(source)
        turn?.begin()
        conversion.result = try converter.filtered(conversion.result, from: source)
        turn?.end()
        outcome.entries = conversion.result
        outcome.diagnostics = conversion.diagnostics
      }
    } catch {
      outcome.error = error
    }
    return outcome
  }
}
