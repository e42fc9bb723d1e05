internal import NewsFiles

extension Pipeline {
  /// Converts each input in worker processes and hands on what it becomes, in the inputs' order.
  ///
  /// One that ends its worker, or takes longer than it may, fails alone: at most one record is lost
  /// to a worker. For the command, which owns its process. Filters keep to this process, and then
  /// all work does.
  ///
  /// - Parameters:
  ///   - secondsPerRecord: what one may take by the clock and of the processor; `nil` for 60 seconds
  ///     of the processor and ten minutes by the clock.
  ///   - handOn: receives each outcome with its bytes, none for what failed or was passed over.
  /// - Throws: what is thrown on receiving; then the rest is not converted.
  package func convertRecords(
    _ inputs: OpenedInputs, secondsPerRecord: Double?,
    handingOn handOn: (Outcome, [UInt8]) throws(ConversionError) -> Void
  ) throws(ConversionError) {
    if converter.hasFilters { return try convert(inputs, handingOn: handOn) }
    var ending: ConversionError?
    let pool = WorkerPool(
      width: jobs,
      limits: .init(
        processorSeconds: secondsPerRecord ?? FaultIsolation.processorSeconds,
        clockSeconds: secondsPerRecord ?? Self.clockSeconds),
      generation: { inputs.contexts.count },
      work: { answer(to: $0, in: inputs) })
    pool.run {
      inputs.readiness
    } next: { () -> WorkerPool.Job<Record>? in
      inputs.next().map { job(for: $0) }
    } report: { record, answer in
      let (outcome, bytes) = result(of: record, answer, in: inputs)
      do throws(ConversionError) {
        try handOn(outcome, bytes)
        return .goOn
      } catch {
        ending = error
        return .stop
      }
    }
    if let ending { throw ending }
  }

  private static let clockSeconds = 600.0

  /// What is kept of an item until its answer comes.
  private struct Record {
    var outcome: Outcome
    var bytes: [UInt8] = []
    /// What it is known by among all inputs.
    var identifier: String
  }

  /// The work on an item: a worker's, where its bytes are at hand.
  private func job(for item: InputItem) -> WorkerPool.Job<Record> {
    var record = Record(
      outcome: Outcome(input: item.name, diagnostics: item.diagnostics),
      identifier: item.identifier)
    record.outcome.isRecord = item.isRecord
    do throws(ConversionError) {
      let isPacked: Bool
      let source: Source
      switch item.content {
      case .packed(let packed)?: (isPacked, source) = (true, packed)
      case .source(let own)?: (isPacked, source) = (false, own)
      case .deferred(let load)?: (isPacked, source) = (false, try load(converter.limits))
      case .entry?, .input?, .failure?, .unreadable?, nil:
        record.bytes = try bytes(of: item, WorkQueue.Turn(), &record.outcome)
        return .done(record)
      }
      var message = MessageWriter(capacity: source.bytes.count + 4096)
      message.put(item.context)
      message.put(item.name)
      message.put(item.identifier)
      message.put(isPacked)
      try message.put(source)
      return .request(record, message.bytes, generation: item.context + 1)
    } catch {
      record.outcome.error = error
      return .done(record)
    }
  }

  /// The answer of a worker.
  private func answer(to request: [UInt8], in inputs: OpenedInputs) -> [UInt8] {
    var message = MessageReader(request)
    let context = inputs.contexts[message.number()]
    var item = InputItem(name: message.string(), identifier: message.string())
    (item.reader, item.unpacker, item.known) = (context.reader, context.unpacker, context.known)
    var outcome = Outcome(input: item.name)
    var bytes: [UInt8] = []
    do throws(ConversionError) {
      let isPacked = message.flag()
      let source = try message.source()
      item.content = isPacked ? .packed(source) : .source(source)
      FaultIsolation.workingInWorker(on: item.identifier)
      bytes = try self.bytes(of: item, WorkQueue.Turn(), &outcome)
    } catch {
      outcome.error = error
    }
    var answer = MessageWriter(capacity: bytes.count + 4096)
    answer.put(outcome)
    answer.put(bytes)
    return answer.bytes
  }

  private func result(
    of record: Record, _ answer: WorkerPool.Answer, in inputs: OpenedInputs
  ) -> (Outcome, [UInt8]) {
    switch answer {
    case .none: return (record.outcome, record.bytes)
    case .reply(let reply):
      var message = MessageReader(reply)
      var outcome = message.outcome()
      outcome.isRecord = record.outcome.isRecord
      outcome.diagnostics = record.outcome.diagnostics + outcome.diagnostics
      return (outcome, message.array())
    case .lost(let loss, let request):
      var outcome = record.outcome
      identify(&outcome, by: request, in: inputs)
      outcome.error = FaultIsolation.error(
        of: loss, input: outcome.url ?? record.identifier)
      return (outcome, [])
    }
  }

  /// Tells of a record by what is known without opening it.
  private func identify(_ outcome: inout Outcome, by request: [UInt8], in inputs: OpenedInputs) {
    var message = MessageReader(request)
    let context = inputs.contexts[message.number()]
    (_, _) = (message.string(), message.string())
    let isPacked = message.flag()
    guard let source = try? message.source() else { return }
    outcome.identify(isPacked ? context.unpacker?.identified(source) ?? source : source)
  }
}
