internal import NewsFiles

/// A digest in the making: what was found, then what is taken of it.
struct DigestMaking {
  /// What is known of one input.
  struct Record: Sendable {
    var outcome: Pipeline.Outcome
    /// How many of its articles are in the digest.
    var kept = 0
    /// Whether it gave no article although it was read: it says why.
    var isEmpty = false
  }

  /// An article that may be in the digest: read, or to be read if its turn comes.
  private struct Found: Sendable {
    var record: Int
    var key: Digest.SortKey
    var entry: Publication.Entry?
    var beginning: Fingerprint?
    var item: InputItem?
  }

  /// What looking at one item gave.
  private struct Look: Sendable {
    var entries: [(entry: Publication.Entry, beginning: Fingerprint?)] = []
    var candidate: (item: InputItem, key: Digest.SortKey)?
    /// What was not taken, for the choice there was.
    var passedOver: [Metadata] = []
    var isEmpty = false
  }

  private let digest: Digest
  private let pipeline: Pipeline
  let store = TextStore()
  private(set) var records: [Record] = []
  private(set) var chosen: [Publication.Entry] = []
  private(set) var duplicates = Diagnostics()
  private(set) var inputs = 0
  private(set) var choice = Digest.Choice()
  private var found: [Found] = []

  init(_ digest: Digest, _ pipeline: Pipeline) {
    self.digest = digest
    self.pipeline = pipeline
  }

  /// Finds what may be in the digest.
  mutating func look(
    through opened: OpenedInputs, progress: (Int, Int?) -> Void
  ) {
    let (pipeline, store, digest) = (pipeline, store, digest)
    let matcher = digest.selection.matcher
    pipeline.run(opened) { item, turn, outcome throws(ConversionError) in
      try Self.look(at: item, turn, &outcome, pipeline, digest, matcher, store)
    } report: { outcome, look in
      inputs += 1
      progress(inputs, outcome.total)
      add(outcome, look)
      return .goOn
    }
  }

  private mutating func add(_ outcome: Pipeline.Outcome, _ look: Look?) {
    for metadata in look?.passedOver ?? [] { choice.add(metadata) }
    let isNothing =
      outcome.error == nil && look?.entries.isEmpty ?? true && look?.candidate == nil
      && !(look?.isEmpty ?? true)
    if isNothing, outcome.diagnostics.isEmpty { return }
    var record = Record(outcome: outcome, isEmpty: look?.isEmpty ?? true)
    // What was passed over is not spoken of.
    if isNothing, look != nil { record.outcome.diagnostics = [] }
    if let look {
      for (entry, beginning) in look.entries {
        found.append(
          Found(
            record: records.count, key: digest.sortKey(entry.metadata), entry: entry,
            beginning: beginning))
      }
      if let (item, key) = look.candidate {
        found.append(Found(record: records.count, key: key, item: item))
      }
    }
    records.append(record)
  }

  /// Looks at one item: by its metadata alone where that is enough, else whole.
  private static func look(
    at item: InputItem, _ turn: WorkQueue.Turn, _ outcome: inout Pipeline.Outcome,
    _ pipeline: Pipeline, _ digest: Digest, _ matcher: Digest.Selection.Matcher,
    _ store: TextStore
  ) throws(ConversionError) -> Look? {
    let converter = pipeline.converter
    guard var item = try converter.unpacked(item, &outcome) else { return nil }
    // Filters may change what is selected by.
    if digest.selection.isSelective, !converter.hasFilters,
      let source = try converter.source(of: item, &outcome)
    {
      let reader = if let own = item.reader { own } else { try converter.reader(for: source) }
      if let all = try converter.preview(source, with: reader) {
        let taken = all.filter { matcher.takes($0) }
        if taken.isEmpty, !all.isEmpty { return Look(passedOver: all) }
        if digest.selection.limit != nil, item.isReopenable, all.count == 1 {
          return Look(candidate: (item, digest.sortKey(all[0])))
        }
      }
      item.content = .source(source)
      item.reader = reader
    }
    guard let reading = try pipeline.read(item, turn, &outcome) else { return nil }
    turn.end()
    var look = Look(isEmpty: reading.entries.isEmpty)
    for entry in reading.entries {
      if matcher.takes(entry.metadata) {
        look.entries.append((store.kept(entry), Fingerprint(ofBeginning: entry)))
      } else {
        look.passedOver.append(entry.metadata)
      }
    }
    return look
  }

  /// Takes what is in the digest, in its order, reading what was not read yet.
  mutating func choose() {
    let found = Digest.sorted(found) { $0.key }
    self.found = []
    let limit = digest.selection.limit ?? .max
    var texts = DuplicateFinder()
    var next = 0
    let (pipeline, store) = (pipeline, store)
    let matcher = digest.selection.matcher
    // Not more than are wanted are read ahead.
    let width = min(pipeline.jobs, limit)
    WorkQueue(width: width).run { () -> Found? in
      guard next < found.count, chosen.count < limit else { return nil }
      next += 1
      return found[next - 1]
    } work: { found, turn in
      guard let item = found.item else { return (found, nil) }
      var found = found
      var outcome = Pipeline.Outcome(input: item.name, diagnostics: item.diagnostics)
      do throws(ConversionError) {
        let entries = try FaultIsolation.working(on: item.identifier) {
          () throws(ConversionError) in
          try pipeline.read(item, turn, &outcome)?.entries ?? []
        }
        if let entry = entries.first(where: { matcher.takes($0.metadata) }) {
          found.beginning = Fingerprint(ofBeginning: entry)
          found.entry = store.kept(entry)
        }
      } catch {
        outcome.error = error
      }
      return (found, outcome)
    } report: { (result: (Found, Pipeline.Outcome?)) in
      let (found, outcome) = result
      if let outcome {
        records[found.record].outcome = outcome
        records[found.record].isEmpty = outcome.articles == 0
      }
      guard let entry = found.entry else { return .goOn }
      if texts.isNew(entry, beginning: found.beginning, diagnostics: &duplicates) {
        chosen.append(entry)
        records[found.record].kept += 1
      }
      return chosen.count < limit ? .goOn : .stop
    }
  }

  /// Whether an input is spoken of: it failed, is in the digest, or says why it gave nothing.
  func isReported(_ record: Record) -> Bool {
    record.outcome.error != nil || record.kept > 0
      || record.isEmpty && !record.outcome.diagnostics.isEmpty
  }
}
