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

extension Converter {
  /// Reads what an item holds; `nil` where there is nothing to read.
  func read(
    _ item: InputItem, _ outcome: inout Pipeline.Outcome
  ) throws(ConversionError) -> Pipeline.Reading? {
    var reading: Pipeline.Reading
    if let source = try source(of: item, &outcome) {
      let own = if let reader = item.reader { reader } else { try ownReader(of: item, source) }
      let read = try readUnfiltered(source, with: own)
      outcome.diagnostics += read.diagnostics
      reading = Pipeline.Reading(entries: read.result, source: source)
    } else {
      guard case .entry(let entry)? = item.content else { return nil }
      var entries = [entry]
      if let page = item.page { entries = try readPage(page, of: entry, item, &outcome) }
      Self.fill(&entries, from: item.known.metadata)
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

  /// The reader of an input that has options of its own; `nil` for one that has none.
  private func ownReader(
    of item: InputItem, _ source: Source
  ) throws(ConversionError) -> (any ArticleReader)? {
    if item.settings.options.names.isEmpty { return nil }
    let registration =
      if let forcedReader { try registry.reader(named: forcedReader) } else {
        try registry.reader(for: source)
      }
    return try registration.make(options.merging(item.settings.options))
  }

  /// The article of a page that an entry of a feed stands for. What the entry knows fills what the
  /// page lacks; an entry with a text of its own stands where the page cannot be had.
  private func readPage(
    _ page: CollectionItem.Page, of entry: Publication.Entry, _ item: InputItem,
    _ outcome: inout Pipeline.Outcome
  ) throws(ConversionError) -> [Publication.Entry] {
    do throws(ConversionError) {
      guard let opener = registry.openers.first(where: { $0.opens(page.address) }) else {
        return [entry]
      }
      var diagnostics = Diagnostics(file: page.address)
      var (bytes, source) = try opener.open(
        page.address, isNamed: false, limits: limits, diagnostics: &diagnostics)
      source.bytes = try bytes.rest(limit: limits.inputBytes)
      source.metadata = entry.metadata
      source.metadata.fill(from: item.known.metadata)
      source.language = item.known.language
      let read = try readUnfiltered(source, with: try ownReader(of: item, source))
      var entries = Array(read.result.prefix(1))
      if let found = entries.first, found.article.textBytes * 2 > entry.article.textBytes {
        outcome.diagnostics += diagnostics.all + read.diagnostics
        entries[0].article.addMedia(of: entry.article)
        return entries
      }
      throw ConversionError(.badInput, "has no article", file: page.address)
    } catch {
      if entry.article.body.isEmpty { throw error }
      outcome.diagnostics.append(
        Diagnostic(
          .warning, .pageMissing, "\(error.message); the text of its feed stands for it",
          file: page.address))
      return [entry]
    }
  }

  /// The bytes of an item with all that is known of them; `nil` where it has none.
  func source(
    of item: InputItem, _ outcome: inout Pipeline.Outcome
  ) throws(ConversionError) -> Source? {
    var source: Source
    switch item.content {
    case .source(let own)?: source = own
    case .deferred(let load)?: source = try load(limits)
    case .failure(let error)?: throw error
    case .entry?, .input?, nil: return nil
    }
    outcome.input = source.name ?? item.name
    source.metadata.fill(from: item.known.metadata)
    source.language = source.language ?? item.known.language
    source.url = source.url ?? item.known.url
    source.isTrusted = source.isTrusted || item.known.isTrusted
    source.inputFolder = source.inputFolder ?? item.known.inputFolder
    return source
  }

  /// Fills what articles lack.
  static func fill(_ entries: inout [Publication.Entry], from metadata: Metadata) {
    if metadata == Self.nothing { return }
    for index in entries.indices { entries[index].article.metadata.fill(from: metadata) }
  }

  private static let nothing = Metadata()
}

extension Article {
  /// Adds sound and moving pictures of another article that this one has not.
  fileprivate mutating func addMedia(of other: Article) {
    for block in other.body {
      guard case .media(let media) = block else { continue }
      let isThere = body.contains { block in
        if case .media(let own) = block { own.source == media.source } else { false }
      }
      if !isThere { body.append(block) }
    }
  }
}
