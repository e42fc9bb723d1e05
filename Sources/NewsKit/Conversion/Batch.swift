internal import NewsFiles

/// Many conversions in parallel, each on its own: one that fails costs no other.
public struct Batch: Sendable {
  /// What became of one item.
  public struct Outcome: Sendable {
    /// The item.
    public var item: BatchItem
    /// What was dropped, repaired or guessed.
    public var diagnostics: [Diagnostic]
    /// Why there is no output, if there is none.
    public var error: ConversionError?
  }

  /// How many are converted at once, at least 1.
  public var jobs: Int
  /// Whether a warning fails its item, which is then not written.
  public var isStrict: Bool

  /// Describes how to run.
  public init(jobs: Int, isStrict: Bool = false) {
    self.jobs = max(1, jobs)
    self.isStrict = isStrict
  }

  /// Converts each item and reports the outcomes in the items' order, as soon as that allows.
  ///
  /// - Parameters:
  ///   - items: what to convert.
  ///   - converter: knows the formats.
  ///   - prepare: completes a source after it was read, with its address or language.
  ///   - report: receives each outcome, never two at once.
  public func run(
    _ items: [BatchItem], with converter: Converter,
    prepare: @escaping @Sendable (inout Source) -> Void = { _ in },
    report: (Outcome) -> Void
  ) {
    converter.findFaults(in: items.map(\.input), jobs: jobs, prepare: prepare)
    let turnstile = converter.hasFilters ? Turnstile() : nil
    OrderedTasks(count: items.count, width: jobs, takesTurns: turnstile != nil).run { index in
      convert(
        items[index], with: converter, turn: turnstile.map { Turn($0, index) }, prepare: prepare)
    } report: {
      report($0)
    }
  }

  /// Converts one item.
  public func convert(
    _ item: BatchItem, with converter: Converter,
    prepare: @Sendable (inout Source) -> Void = { _ in }
  ) -> Outcome {
    convert(item, with: converter, turn: nil, prepare: prepare)
  }

  private func convert(
    _ item: BatchItem, with converter: Converter, turn: Turn?,
    prepare: @Sendable (inout Source) -> Void
  ) -> Outcome {
    read(item, with: converter, turn: turn, prepare: prepare) {
      entries, source, diagnostics throws(ConversionError) in
      try write(
        entries, from: source, to: item.output, with: converter, after: diagnostics)
    }
  }

  /// Reads an item's articles and hands them to what writes them.
  private func read(
    _ item: BatchItem, with converter: Converter, turn: Turn?,
    prepare: @Sendable (inout Source) -> Void,
    write: ([Publication.Entry], Source, [Diagnostic]) throws(ConversionError) -> [Diagnostic]
  ) -> Outcome {
    defer { turn?.end() }
    var outcome = Outcome(item: item, diagnostics: [])
    do throws(ConversionError) {
      try FaultIsolation.working(on: item.input) { () throws(ConversionError) in
        var source = try Source(file: item.input, limits: converter.limits)
        prepare(&source)
        let reading = try converter.readUnfiltered(source)
        outcome.diagnostics = reading.diagnostics
        turn?.begin()
        let entries = try converter.filtered(reading.result, from: source)
        turn?.end()
        outcome.diagnostics += try write(entries, source, reading.diagnostics)
      }
    } catch {
      outcome.error = error
    }
    return outcome
  }

  /// Converts each input and hands out what it became, in the order of the inputs, as soon as that
  /// allows: for one stream of all.
  ///
  /// - Parameters:
  ///   - inputs: files to convert.
  ///   - converter: knows the formats.
  ///   - prepare: completes a source after it was read, with its address or language.
  ///   - report: receives each outcome with its bytes, never two at once; an input that failed has
  ///     none.
  public func run(
    joining inputs: [String], with converter: Converter,
    prepare: @escaping @Sendable (inout Source) -> Void = { _ in },
    report: (Outcome, [UInt8]) -> Void
  ) {
    converter.findFaults(in: inputs, jobs: jobs, prepare: prepare)
    let turnstile = converter.hasFilters ? Turnstile() : nil
    OrderedTasks(count: inputs.count, width: jobs, takesTurns: turnstile != nil).run { index in
      var bytes: [UInt8] = []
      let outcome = read(
        BatchItem(input: inputs[index], output: "-"), with: converter,
        turn: turnstile.map { Turn($0, index) }, prepare: prepare
      ) { entries, source, diagnostics throws(ConversionError) in
        var buffer = ByteBuffer()
        let written = try converter.write(entries, from: source, to: &buffer)
        try check(diagnostics + written)
        bytes = buffer.bytes
        return written
      }
      return (outcome, bytes)
    } report: {
      report($0.0, $0.1)
    }
  }

  /// Throws where a warning is an error and there is one.
  private func check(_ diagnostics: [Diagnostic]) throws(ConversionError) {
    if isStrict, let warning = diagnostics.first(where: { $0.severity == .warning }) {
      throw ConversionError(treating: warning)
    }
  }

  /// Writes a file unless a warning is too much.
  func write(
    _ entries: [Publication.Entry], from source: Source, to path: String, with converter: Converter,
    after diagnostics: [Diagnostic] = []
  ) throws(ConversionError) -> [Diagnostic] {
    var file = try AtomicFile(path: path)
    let written = try converter.write(entries, from: source, to: &file)
    try check(diagnostics + written)
    try file.commit()
    return written
  }
}

extension ConversionError {
  /// The failure that a warning is where warnings are errors.
  public init(treating warning: Diagnostic) {
    self.init(
      .badInput, warning.message + " (an error because of --strict)", file: warning.file,
      line: warning.line)
  }
}
