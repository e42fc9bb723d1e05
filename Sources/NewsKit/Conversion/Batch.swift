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
  ///   - prepare: completes a source after it was read, with its address or language.
  ///   - report: receives each outcome, never two at once.
  public func run(
    _ items: [BatchItem], with converter: Converter,
    prepare: @escaping @Sendable (inout Source) -> Void = { _ in },
    report: (Outcome) -> Void
  ) {
    OrderedTasks(count: items.count, width: jobs).run { index in
      convert(items[index], with: converter, prepare: prepare)
    } report: {
      report($0)
    }
  }

  /// Converts each input and hands out what it became, in the order of the inputs, as soon as that
  /// allows: for one stream of all.
  ///
  /// - Parameters:
  ///   - inputs: files to convert.
  ///   - prepare: completes a source after it was read, with its address or language.
  ///   - report: receives each outcome with its bytes, never two at once; an input that failed has
  ///     none.
  public func run(
    joining inputs: [String], with converter: Converter,
    prepare: @escaping @Sendable (inout Source) -> Void = { _ in },
    report: (Outcome, [UInt8]) -> Void
  ) {
    OrderedTasks(count: inputs.count, width: jobs).run { index in
      var outcome = Outcome(item: BatchItem(input: inputs[index], output: "-"), diagnostics: [])
      var buffer = ByteBuffer()
      do throws(ConversionError) {
        var source = try Source(file: inputs[index], limits: converter.limits)
        prepare(&source)
        outcome.diagnostics = try check(converter.convert(source, to: &buffer))
        return (outcome, buffer.bytes)
      } catch {
        outcome.error = error
        return (outcome, [])
      }
    } report: {
      report($0.0, $0.1)
    }
  }

  /// Diagnostics, of which a warning is an error where that is asked for.
  private func check(_ diagnostics: [Diagnostic]) throws(ConversionError) -> [Diagnostic] {
    if isStrict, let warning = diagnostics.first(where: { $0.severity == .warning }) {
      throw ConversionError(treating: warning)
    }
    return diagnostics
  }

  /// Converts one item.
  public func convert(
    _ item: BatchItem, with converter: Converter,
    prepare: @Sendable (inout Source) -> Void = { _ in }
  ) -> Outcome {
    var outcome = Outcome(item: item, diagnostics: [])
    do throws(ConversionError) {
      var source = try Source(file: item.input, limits: converter.limits)
      prepare(&source)
      var file = try AtomicFile(path: item.output)
      outcome.diagnostics = try check(converter.convert(source, to: &file))
      try file.commit()
    } catch {
      outcome.error = error
    }
    return outcome
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
