internal import NewsFiles

/// The way from inputs to outputs: files of their own, one stream, or a digest.
///
/// One ordered queue carries all of it. Several inputs are read at once, their order is kept, and no
/// more of them is in memory than is under way. One that fails costs no other. The bytes of outputs do
/// not depend on the number of jobs.
///
/// ```swift
/// let pipeline = Pipeline(try Converter(to: "markdown"), jobs: 4)
/// pipeline.convert(Inputs(["posts/"]), into: "out/") { outcome in
///   if let error = outcome.error { print(error) }
/// }
/// ```
public struct Pipeline: Sendable {
  /// Knows the formats.
  public var converter: Converter
  /// How many inputs are worked on at once, at least 1.
  public var jobs: Int
  /// Which warnings fail their input, which is then not written.
  public var strictness: Strictness
  /// Where pictures go that texts refer to; `nil` leaves them where they are.
  public var media: MediaFolder?

  /// What became of one input, or of one item of a collection.
  public struct Outcome: Sendable {
    /// Its path, address or name.
    public var input: String
    /// What it calls itself, where it is a record that does: see ``Metadata/id``.
    public var id: String?
    /// Its address, where it is a record that has one.
    public var url: String?
    /// Whether it is an input or an item, and not only something to report between them.
    public var isRecord = true
    /// Whether there was nothing to read in it: a picture among the pages of an archive.
    public var isPassedOver = false
    /// The files that were written.
    public var outputs: [String] = []
    /// How many articles were in it; none where it was left out.
    public var articles = 0
    /// What was left out, dropped, repaired or guessed.
    public var diagnostics: [Diagnostic] = []
    /// Why there is no output, or not all of it.
    public var error: ConversionError?
    /// How many inputs there are in all, where that is known.
    public var total: Int?
  }

  /// Describes how to run.
  public init(_ converter: Converter, jobs: Int = 1, strictness: Strictness = .none) {
    self.converter = converter
    self.jobs = max(1, jobs)
    self.strictness = strictness
  }

  /// What was read of one item.
  struct Reading: Sendable {
    var entries: [Publication.Entry]
    var source: Source
  }

  /// Opens inputs: a single one is looked at to see whether it holds several articles.
  public func open(_ inputs: Inputs) -> OpenedInputs { OpenedInputs(inputs, converter: converter) }

  /// Works on all inputs in order.
  ///
  /// - Parameters:
  ///   - takesTurns: whether `work` uses its turn.
  ///   - work: makes the rest of the outcome of an item.
  ///   - report: receives each outcome with what work made.
  func run<Product: Sendable>(
    _ inputs: OpenedInputs, takesTurns: Bool = false,
    work:
      @escaping @Sendable (InputItem, WorkQueue.Turn, inout Outcome) throws(ConversionError) ->
      Product?,
    report: (Outcome, Product?) -> WorkQueue.Flow
  ) {
    findFaults(in: inputs)
    WorkQueue(width: jobs).run(takesTurns: takesTurns || converter.hasFilters) {
      inputs.next()
    } work: { item, turn in
      var outcome = Outcome(input: item.name, diagnostics: item.diagnostics)
      var product: Product?
      do throws(ConversionError) {
        product = try FaultIsolation.working(on: item.identifier) { () throws(ConversionError) in
          try work(item, turn, &outcome)
        }
      } catch {
        outcome.error = error
      }
      return (outcome, product)
    } report: { result in
      var outcome = result.0
      outcome.total = inputs.count
      return report(outcome, result.1)
    }
  }

  /// Entries that refer to copies of their pictures, where such are made.
  ///
  /// - Parameter target: the folder of the output.
  func placingMedia(
    of entries: [Publication.Entry], besides target: String, _ diagnostics: inout [Diagnostic]
  ) throws(ConversionError) -> [Publication.Entry] {
    guard let media else { return entries }
    var problems = Diagnostics()
    var placed: [Publication.Entry] = []
    for entry in entries {
      placed.append(
        try media.placing(
          entry, of: converter.collectionResources, besides: target, diagnostics: &problems))
    }
    diagnostics += problems.all
    return placed
  }

  /// Reads an item and sends its articles through the filters, in turn; `nil` where there is nothing
  /// to read. The turn goes on.
  func read(
    _ item: InputItem, _ turn: WorkQueue.Turn, _ outcome: inout Outcome
  ) throws(ConversionError) -> Reading? {
    guard var reading = try converter.read(item, &outcome) else { return nil }
    if converter.hasFilters {
      turn.wait()
      reading.entries = try converter.filtered(reading.entries, from: reading.source)
    }
    outcome.articles = reading.entries.count
    return reading
  }
}

extension Pipeline.Outcome {
  /// Takes what is known of a record.
  mutating func identify(_ source: Source) {
    id = source.metadata.id ?? id
    url = source.url ?? url
  }
}

extension Converter {
  /// Reads what an item holds; `nil` where there is nothing to read.
  func read(
    _ item: InputItem, _ outcome: inout Pipeline.Outcome
  ) throws(ConversionError) -> Pipeline.Reading? {
    guard let item = try unpacked(item, &outcome) else { return nil }
    var reading: Pipeline.Reading
    if let source = try source(of: item, &outcome) {
      let own = if let reader = item.reader { reader } else { try ownReader(of: item, source) }
      let read = try readUnfiltered(source, with: own)
      outcome.diagnostics += read.diagnostics
      let entries = try joined(read.result, from: source, item, &outcome)
      reading = Pipeline.Reading(entries: entries, source: source)
    } else {
      guard case .entry(let entry)? = item.content else { return nil }
      var entries = [entry]
      if let page = item.page { entries = try readPage(page, of: entry, item, &outcome) }
      var known = item.known.metadata
      known.language = known.language ?? item.known.language
      Self.fill(&entries, from: known)
      reading = Pipeline.Reading(entries: entries, source: item.known)
    }
    if let section = item.settings.section {
      for index in reading.entries.indices {
        var origin = reading.entries[index].origin ?? Origin()
        origin.section = section
        reading.entries[index].origin = origin
      }
    }
    return reading
  }

  /// An item whose bytes are open, if they were packed; `nil` where there is nothing to read in them.
  func unpacked(
    _ item: InputItem, _ outcome: inout Pipeline.Outcome
  ) throws(ConversionError) -> InputItem? {
    guard case .packed(let packed)? = item.content, let unpacker = item.unpacker else {
      return item
    }
    outcome.identify(packed)
    var diagnostics = Diagnostics(file: packed.name ?? item.identifier)
    var item = item
    do throws(ConversionError) {
      item.content = try unpacker.unpack(packed, limits: limits, diagnostics: &diagnostics)
    } catch {
      outcome.identify(unpacker.identified(packed))
      throw Self.located(error, item)
    }
    outcome.diagnostics += diagnostics.all
    switch item.content {
    case .source(let source)?: outcome.identify(source)
    case .entry(let entry)?:
      outcome.id = entry.metadata.id
      outcome.url = entry.origin?.url
    case nil:
      outcome.isPassedOver = true
      return nil
    default: break
    }
    return item
  }

  private static func located(_ error: ConversionError, _ item: InputItem) -> ConversionError {
    var error = error
    error.file = error.file ?? (item.identifier.isEmpty ? nil : item.identifier)
    return error
  }

  /// The bytes of an item with all that is known of them; `nil` where it has none.
  func source(
    of item: InputItem, _ outcome: inout Pipeline.Outcome
  ) throws(ConversionError) -> Source? {
    var source: Source
    switch item.content {
    case .source(let own)?: source = own
    case .deferred(let load)?: source = try load(limits)
    case .failure(let error)?: throw Self.located(error, item)
    case .unreadable(let known, let error)?:
      outcome.identify(known)
      throw Self.located(error, item)
    case .packed?, .entry?, .input?, nil: return nil
    }
    outcome.input = source.name ?? (item.identifier.isEmpty ? item.name : item.identifier)
    source.metadata.fill(from: item.known.metadata)
    source.language = source.language ?? item.known.language
    source.url = source.url ?? item.known.url
    source.isTrusted = source.isTrusted || item.known.isTrusted
    source.isFetched = source.isFetched || item.known.isFetched
    source.inputFolder = source.inputFolder ?? item.known.inputFolder
    source.collection = source.collection ?? item.known.collection
    return source
  }

  /// Fills what articles lack.
  static func fill(_ entries: inout [Publication.Entry], from metadata: Metadata) {
    if metadata == Self.nothing { return }
    for index in entries.indices { entries[index].article.metadata.fill(from: metadata) }
  }

  private static let nothing = Metadata()
}
