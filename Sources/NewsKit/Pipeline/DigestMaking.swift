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
    /// The input it came from, and how many of that are taken.
    var input = 0
    var limit: Int?
    /// What it is known by from run to run.
    var keys: [String] = []
    /// What names it on the last page if it is left out; `nil` for one that its site does not show.
    var name: LeftOutArticles.Name?
  }

  /// What looking at one item gave.
  private struct Look: Sendable {
    var entries: [(entry: Publication.Entry, beginning: Fingerprint?, keys: [String])] = []
    /// How many were taken in an earlier run.
    var taken = 0
    var input = 0
    var limit: Int?
    var candidate: (item: InputItem, key: Digest.SortKey, name: LeftOutArticles.Name?)?
    /// What was not taken, for the choice there was.
    var passedOver: [Metadata] = []
    /// The names of those, but for what their site does not show.
    var leftOut: [LeftOutArticles.Name] = []
    var isEmpty = false
  }

  private let digest: Digest
  private let pipeline: Pipeline
  let store = TextStore()
  private(set) var records: [Record] = []
  private(set) var chosen: [Publication.Entry] = []
  private(set) var duplicates = Diagnostics()
  private(set) var inputs = 0
  /// What the articles of the digest are known by from run to run.
  private(set) var keys: [String] = []
  /// How many articles were passed over because an earlier run has taken them.
  private(set) var taken = 0
  private(set) var choice = Digest.Choice()
  /// What is there and not in the digest.
  private(set) var leftOut = LeftOutArticles()
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
    opened.isChoosing = true
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
    for name in look?.leftOut ?? [] { leftOut.add(name, .selection) }
    taken += look?.taken ?? 0
    let isNothing =
      outcome.error == nil && look?.entries.isEmpty ?? true && look?.candidate == nil
      && !(look?.isEmpty ?? true)
    if isNothing, outcome.diagnostics.isEmpty { return }
    var record = Record(outcome: outcome, isEmpty: look?.isEmpty ?? true)
    // What was passed over is not spoken of.
    if isNothing, look != nil { record.outcome.diagnostics = [] }
    if let look {
      for (entry, beginning, keys) in look.entries {
        found.append(
          Found(
            record: records.count, key: digest.sortKey(entry.metadata), entry: entry,
            beginning: beginning, input: look.input, limit: look.limit, keys: keys,
            name: LeftOutArticles.Name(entry)))
      }
      if let (item, key, name) = look.candidate {
        found.append(
          Found(
            record: records.count, key: key, item: item, input: look.input, limit: look.limit,
            keys: item.keys, name: name))
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
    if item.page != nil, case .entry(let entry)? = item.content, !converter.hasFilters {
      // Chosen by what its feed says; the page is fetched if it is.
      var look = Look(isEmpty: false)
      (look.input, look.limit) = (item.input, item.settings.limit)
      item.keys = ArticleKeys.keys(of: entry, item)
      if !matcher.takes(entry.metadata) {
        look.passedOver = [entry.metadata]
        look.leftOut = [LeftOutArticles.Name(entry)]
      } else if digest.selection.wasTaken(item.keys) {
        look.taken = 1
      } else {
        look.candidate = (item, digest.sortKey(entry.metadata), LeftOutArticles.Name(entry))
      }
      return look
    }
    // Filters may change what is selected by.
    if digest.selection.isSelective, !converter.hasFilters,
      let source = try converter.source(of: item, &outcome)
    {
      let reader = if let own = item.reader { own } else { try converter.reader(for: source) }
      if let all = try converter.preview(source, with: reader) {
        let taken = all.contains { matcher.takes($0.metadata) }
        if !taken, !all.isEmpty {
          return Look(
            passedOver: all.map(\.metadata), leftOut: all.compactMap(LeftOutArticles.Name.init))
        }
        if digest.selection.limit != nil, item.isReopenable, all.count == 1 {
          var look = Look(
            candidate: (
              item, digest.sortKey(all[0].metadata), LeftOutArticles.Name(all[0])
            ))
          (look.input, look.limit) = (item.input, item.settings.limit)
          return look
        }
      }
      item.content = .source(source)
      item.reader = reader
    }
    guard let reading = try pipeline.read(item, turn, &outcome) else { return nil }
    turn.end()
    var look = Look(isEmpty: reading.entries.isEmpty)
    (look.input, look.limit) = (item.input, item.settings.limit)
    for entry in reading.entries {
      if matcher.takes(entry.metadata) {
        let keys = digest.selection.isTaken == nil ? [] : ArticleKeys.keys(of: entry, item)
        if digest.selection.wasTaken(keys) {
          look.taken += 1
        } else {
          look.entries.append((store.kept(entry), Fingerprint(ofBeginning: entry), keys))
        }
      } else {
        look.passedOver.append(entry.metadata)
        look.leftOut.append(LeftOutArticles.Name(entry))
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
    var perInput: [Int: Int] = [:]
    var begun = 0
    // Which are in the digest or have another reason not to be than a limit.
    var isSettled = Array(repeating: false, count: found.count)
    // What came of each input: what is under way when the digest is full depends on the threads.
    var cameOfInput: [Int: Int] = [:]
    WorkQueue(width: width).run { () -> (Int, Found)? in
      while next < found.count, chosen.count < limit {
        if begun <= next { begun = Self.begin(found[next...], pipeline) }
        next += 1
        let (place, found) = (next - 1, found[next - 1])
        // Of an input of which no more are taken none is read; those under way count when they come.
        if let most = found.limit, perInput[found.input, default: 0] >= most { continue }
        if found.limit != nil, found.item != nil { perInput[found.input, default: 0] += 1 }
        return (place, found)
      }
      return nil
    } work: { placed, turn in
      var (place, found) = placed
      guard let item = found.item else { return (place, found, nil) }
      var outcome = Pipeline.Outcome(input: item.name, diagnostics: item.diagnostics)
      do throws(ConversionError) {
        let entries = try FaultIsolation.working(on: item.identifier) {
          () throws(ConversionError) in
          try pipeline.read(item, turn, &outcome)?.entries ?? []
        }
        if let entry = entries.first(where: { item.page != nil || matcher.takes($0.metadata) }) {
          found.beginning = Fingerprint(ofBeginning: entry)
          found.entry = store.kept(entry)
        }
      } catch {
        outcome.error = error
      }
      return (place, found, outcome)
    } report: { (result: (Int, Found, Pipeline.Outcome?)) in
      let (place, found, outcome) = result
      isSettled[place] = true
      if found.limit != nil, found.item != nil { cameOfInput[found.input, default: 0] += 1 }
      if let outcome {
        records[found.record].outcome = outcome
        records[found.record].isEmpty = outcome.articles == 0
      }
      guard let entry = found.entry else {
        if let name = found.name, outcome?.articles ?? 0 > 0 { leftOut.add(name, .selection) }
        return .goOn
      }
      if let most = found.limit, found.item == nil {
        if perInput[found.input, default: 0] >= most {
          isSettled[place] = false
          return .goOn
        }
        perInput[found.input, default: 0] += 1
        cameOfInput[found.input, default: 0] += 1
      }
      keys += found.keys
      if texts.isNew(entry, beginning: found.beginning, diagnostics: &duplicates) {
        chosen.append(entry)
        records[found.record].kept += 1
      } else {
        leftOut.add(LeftOutArticles.Name(entry), .duplicate)
      }
      return chosen.count < limit ? .goOn : .stop
    }
    for (place, found) in found.enumerated() where !isSettled[place] {
      guard let name = found.name else { continue }
      let isOfInput = found.limit.map { cameOfInput[found.input, default: 0] >= $0 } ?? false
      leftOut.add(name, .limit, limit: isOfInput ? found.limit : digest.selection.limit)
    }
  }

  /// Begins to get the pages of articles that come soon; gives up to which it did.
  private static func begin(_ found: ArraySlice<Found>, _ pipeline: Pipeline) -> Int {
    let soon = found.prefix(pagesAhead)
    let addresses = soon.compactMap { $0.item?.page?.address }
    if !addresses.isEmpty {
      for opener in pipeline.converter.registry.openers {
        opener.prepare(addresses.filter { opener.opens($0) }, isNamed: false)
      }
    }
    return soon.startIndex + max(1, soon.count / 2)
  }

  /// How many pages are got before they are read.
  private static let pagesAhead = 96

  /// Whether an input is spoken of: it failed, is in the digest, or says why it gave nothing.
  func isReported(_ record: Record) -> Bool {
    record.outcome.error != nil || record.kept > 0
      || record.isEmpty && !record.outcome.diagnostics.isEmpty
  }
}
