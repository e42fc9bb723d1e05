/// The formats that a conversion can choose from.
///
/// ``standard`` has the built-in ones; a format of your own is one ``register(_:)-(ReaderRegistration)``
/// away:
/// ```swift
/// var registry = FormatRegistry.standard
/// registry.register(GopherReader.registration)
/// let converter = try Converter(to: "epub", registry: registry)
/// ```
public struct FormatRegistry: Sendable {
  /// The readers, in the order in which they are asked to recognise bytes.
  public private(set) var readers: [ReaderRegistration] = []
  /// The kinds of collections, in the order in which they are asked to recognise an input.
  public private(set) var collections: [CollectionRegistration] = []
  /// What opens inputs that are no files, in the order in which they are asked.
  public private(set) var openers: [any InputOpener] = []
  /// The writers, in the order of a list for people.
  public private(set) var writers: [WriterRegistration] = []

  /// The readers, as far as recognising goes: made once, not for every input.
  private(set) var readerCandidates: [Candidate] = []
  /// The readers, and behind them the kinds of collections.
  private(set) var candidates: [Candidate] = []

  /// Makes an empty registry.
  public init() {}

  /// Adds a reader; one of the same name is replaced.
  public mutating func register(_ reader: ReaderRegistration) {
    if let place = readers.firstIndex(where: { $0.format.name == reader.format.name }) {
      readers.remove(at: place)
      readerCandidates.remove(at: place)
      candidates.remove(at: place)
    }
    let candidate = Candidate(reader)
    candidates.insert(candidate, at: readers.count)
    readerCandidates.append(candidate)
    readers.append(reader)
  }

  /// Adds a kind of collection; one of the same name is replaced.
  public mutating func register(_ collection: CollectionRegistration) {
    if let place = collections.firstIndex(where: { $0.format.name == collection.format.name }) {
      collections.remove(at: place)
      candidates.remove(at: readers.count + place)
    }
    collections.append(collection)
    candidates.append(Candidate(collection))
  }

  /// Adds what opens inputs of another kind than files.
  public mutating func register(_ opener: any InputOpener) { openers.append(opener) }

  /// Adds a writer; one of the same name is replaced.
  public mutating func register(_ writer: WriterRegistration) {
    writers.removeAll { $0.format.name == writer.format.name }
    writers.append(writer)
  }

  /// The reader of a name.
  ///
  /// - Throws: ``ConversionError`` (`unknownFormat`) that names the known ones.
  public func reader(named name: String) throws(ConversionError) -> ReaderRegistration {
    if let reader = readers.first(where: { $0.format.isCalled(name) }) { return reader }
    throw unknown(name, as: "read", known: readers.map(\.format.name))
  }

  /// The name of the reader or collection that is called by a name; the name itself if there is none.
  func canonicalName(_ name: String) -> String {
    let formats = readers.map(\.format) + collections.map(\.format)
    return formats.first { $0.name == name }?.name ?? formats.first { $0.isCalled(name) }?.name
      ?? name
  }

  /// The writer of a name.
  ///
  /// - Throws: ``ConversionError`` (`unknownFormat`) that names the known ones.
  public func writer(named name: String) throws(ConversionError) -> WriterRegistration {
    if let writer = writers.first(where: { $0.format.isCalled(name) }) { return writer }
    throw unknown(name, as: "written", known: writers.map(\.format.name))
  }

  /// The writer whose files have an extension, the first registered if several have.
  public func writer(forExtension fileExtension: String) -> WriterRegistration? {
    let lowered = fileExtension.lowercased()
    return writers.first { $0.format.extensions.first == lowered }
      ?? writers.first { $0.format.extensions.contains(lowered) }
  }

  private func unknown(_ name: String, as verb: String, known: [String]) -> ConversionError {
    if verb == "written", let advice = ForeignFormat.advice(for: name) {
      return ConversionError(.unknownFormat, "\(name) is not written here; \(advice)")
    }
    let meant = Nearest.word(to: name.lowercased(), among: known).map { "did you mean \($0)? " }
    return ConversionError(
      .unknownFormat,
      "no format '\(name)' can be \(verb); \(meant ?? "")known are \(known.joined(separator: ", "))"
    )
  }
}

extension Format {
  /// Whether a name is the format's, in small letters or capitals, or another that people give it.
  func isCalled(_ name: String) -> Bool {
    if name == self.name { return true }
    let name = name.lowercased()
    return name == self.name || aliases.contains(name)
  }
}
