internal import NewsFiles

extension Pipeline {
  /// What became of a digest.
  public struct DigestOutcome: Sendable {
    /// The books, usually one.
    public var volumes: [Digest.Volume]
    /// What is in none of them because it is in the digest already.
    public var duplicates: [Diagnostic] = []
    /// Why inputs are not in it.
    public var failures: [ConversionError] = []
    /// How many inputs there were.
    public var inputs = 0
    /// What there was to choose from, by what the selection looks at.
    public var choice = Digest.Choice()
    /// What the articles in it are known by from run to run.
    public var keys: [String] = []
    /// How many articles were passed over because an earlier run has taken them.
    public var taken = 0
    /// Keeps the texts.
    let store: TextStore

    /// Throws if a text that was put aside is lost: to be asked when the books are written, before
    /// they are given their names.
    public func check() throws(ConversionError) { try store.check() }
  }

  /// Makes a digest of all articles that it selects.
  ///
  /// Selection comes first: where metadata can be had without reading texts, only what is selected is
  /// read. Diagnostics are those of articles that are in the digest. Texts beyond a limit rest in a
  /// temporary file.
  ///
  /// - Parameters:
  ///   - digest: which articles, in what order, in which sections and books.
  ///   - inputs: where they are.
  ///   - resources: finds the pictures, which count where books are split by size.
  ///   - progress: receives the number of inputs that were looked at, and how many there are.
  ///   - report: receives the outcomes of inputs that failed or are in the digest, in the inputs'
  ///     order.
  public func digest(
    _ digest: Digest, of inputs: OpenedInputs, resources: (any ResourceLoader)? = nil,
    progress: (Int, Int?) -> Void = { _, _ in }, report: (Outcome) -> Void = { _ in }
  ) -> DigestOutcome {
    var making = DigestMaking(digest, self)
    making.look(through: inputs, progress: progress)
    making.choose()
    for record in making.records where making.isReported(record) {
      var outcome = record.outcome
      outcome.articles = record.kept
      report(outcome)
    }
    var chosen = digest
    let entries = making.chosen
    if chosen.title == nil, Digest.commonSource(of: entries) == nil {
      // A folder's name says less than the days do.
      let isDated = entries.contains { $0.metadata.published != nil }
      chosen.title = inputs.title ?? (isDated ? nil : inputs.folderTitle)
    }
    // A file that fails is the run's matter, and its message's; that a source was not reached is the
    // reader's too.
    let omissions = making.records.compactMap { record -> Publication.Omission? in
      // An input is called after what its address ends in; the error says all of it.
      guard let error = record.outcome.error,
        let address = [error.file, record.outcome.url, record.outcome.input].lazy
          .compactMap({ $0 }).first(where: { Inputs.isAddress($0) })
      else { return nil }
      return Publication.Omission(title: address, url: address, reason: error.message)
    }
    let converter = converter
    let books = DigestBooks(
      chosen, resources: resources, omissions: omissions, leftOut: making.leftOut.all
    ) { publication in
      var size = ByteCount()
      // What fails now fails when it is written, and is reported then.
      do throws(ConversionError) { _ = try converter.write(publication, to: &size) } catch {
        return nil
      }
      return size.count
    }
    var outcome = DigestOutcome(volumes: books.volumes(of: entries), store: making.store)
    outcome.duplicates = making.duplicates.all
    outcome.failures = making.records.compactMap(\.outcome.error)
    outcome.inputs = making.inputs
    outcome.choice = making.choice
    outcome.keys = making.keys
    outcome.taken = making.taken
    return outcome
  }

  /// Writes a book of a digest, its pictures beside it where such are made.
  ///
  /// - Parameters:
  ///   - publication: the digest.
  ///   - sink: receives the book.
  ///   - target: the folder of the output.
  /// - Returns: what the format could not hold.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink, in target: String = ""
  ) throws(ConversionError) -> [Diagnostic] {
    guard media != nil else { return try converter.write(publication, to: &sink) }
    var diagnostics: [Diagnostic] = []
    var publication = publication
    for index in publication.sections.indices {
      publication.sections[index].entries = try placingMedia(
        of: publication.sections[index].entries, besides: target, &diagnostics)
    }
    return diagnostics + (try converter.write(publication, to: &sink))
  }

  /// The same, opening the inputs.
  public func digest(
    _ digest: Digest, of inputs: Inputs, report: (Outcome) -> Void = { _ in }
  ) -> DigestOutcome {
    self.digest(digest, of: open(inputs), report: report)
  }
}

/// Counts what is written.
private struct ByteCount: ByteSink {
  var count = 0

  mutating func write(_ bytes: [UInt8]) { count += bytes.count }
}
