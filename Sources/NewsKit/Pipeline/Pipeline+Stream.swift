internal import NewsFiles

extension Pipeline {
  /// Converts each input and writes what they become to one sink, one after the other.
  ///
  /// - Parameters:
  ///   - inputs: what to convert.
  ///   - sink: receives the bytes, in the inputs' order.
  ///   - report: receives each outcome.
  /// - Throws: what the sink throws; then the rest is not converted.
  public func convert(
    _ inputs: Inputs, joinedTo sink: inout some ByteSink, report: (Outcome) -> Void
  ) throws(ConversionError) {
    try convert(open(inputs), joinedTo: &sink, report: report)
  }

  /// The same with inputs that are open already.
  public func convert(
    _ inputs: OpenedInputs, joinedTo sink: inout some ByteSink, report: (Outcome) -> Void
  ) throws(ConversionError) {
    try convert(
      inputs,
      handingOn: { (outcome, bytes) throws(ConversionError) in
        report(outcome)
        if !bytes.isEmpty { try sink.write(bytes) }
      })
  }

  /// Converts each input and hands on what it becomes, in the inputs' order.
  ///
  /// - Parameters:
  ///   - inputs: what is converted.
  ///   - handOn: receives each outcome with its bytes, none for what failed or was left out.
  /// - Throws: what is thrown on receiving; then the rest is not converted.
  public func convert(
    _ inputs: OpenedInputs, handingOn handOn: (Outcome, [UInt8]) throws(ConversionError) -> Void
  ) throws(ConversionError) {
    var ending: ConversionError?
    run(inputs) { item, turn, outcome throws(ConversionError) in
      try bytes(of: item, turn, &outcome)
    } report: { outcome, bytes in
      do throws(ConversionError) {
        try handOn(outcome, bytes ?? [])
        return .goOn
      } catch {
        ending = error
        return .stop
      }
    }
    if let ending { throw ending }
  }

  /// What an item becomes; no bytes where there is nothing to read or no article in it.
  func bytes(
    of item: InputItem, _ turn: WorkQueue.Turn, _ outcome: inout Outcome
  ) throws(ConversionError) -> [UInt8] {
    guard let reading = try read(item, turn, &outcome), !reading.entries.isEmpty else { return [] }
    turn.end()
    let entries = try placingMedia(of: reading.entries, besides: "", &outcome.diagnostics)
    try strictness.check(outcome.diagnostics)
    var buffer = ByteBuffer()
    let written = try converter.write(entries, from: reading.source, to: &buffer)
    try strictness.check(written)
    outcome.diagnostics += written
    return buffer.bytes
  }

  /// Converts a single input as one publication.
  ///
  /// - Parameters:
  ///   - inputs: the input.
  ///   - sink: receives the output.
  ///   - target: the folder of the output, for references to pictures that are copied.
  /// - Returns: what was left out, dropped, repaired or guessed.
  /// - Throws: why there is no output, also where a warning is too much or there is no article.
  public func convert(
    _ inputs: OpenedInputs, to sink: inout some ByteSink, in target: String = ""
  ) throws(ConversionError) -> Outcome {
    guard let item = inputs.next() else {
      throw ConversionError(.noInput, "there is nothing to convert")
    }
    findFaults(in: inputs)
    var outcome = Outcome(input: item.name, diagnostics: item.diagnostics)
    try FaultIsolation.working(on: item.identifier) { () throws(ConversionError) in
      guard let reading = try read(item, WorkQueue.Turn(), &outcome) else { return }
      let entries = try placingMedia(of: reading.entries, besides: target, &outcome.diagnostics)
      try strictness.check(outcome.diagnostics)
      let written = try converter.write(entries, from: reading.source, to: &sink)
      try strictness.check(written)
      outcome.diagnostics += written
    }
    return outcome
  }
}
