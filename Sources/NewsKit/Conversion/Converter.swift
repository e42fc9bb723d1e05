/// Converts articles from one format to another.
///
/// ```swift
/// let converter = try Converter(to: "epub")
/// let source = try Source(file: "in.txt")
/// let book = try converter.convert(source).result  // the bytes of an EPUB
/// ```
///
/// It is made once and used for a whole batch, from several tasks at once. What is read once for
/// many articles, such as a Jekyll site, is kept by it.
public struct Converter: Sendable {
  /// What it may take of one input.
  public let limits: Limits
  /// The format it writes.
  public let format: Format

  /// Whether what was done is noted, beside what is warned of.
  package var keepsNotes = true

  let registry: FormatRegistry
  let options: FormatOptions
  let forcedReader: String?
  /// The loaders of the collections that were opened.
  let collectionResources = CollectionResources()
  private let readers: [String: any ArticleReader]
  private let writer: any ArticleWriter
  private let filters: FilterChain?

  /// Makes a converter.
  ///
  /// - Parameters:
  ///   - from: the name of the format to read; recognised from each input if `nil`.
  ///   - to: the name of the format to write.
  ///   - options: options of the reader and the writer together.
  ///   - environment: where the writer finds pictures and the like; the file system if `nil`.
  ///   - filters: programs that each article goes through after it was read, in order.
  ///   - registry: the formats to choose from.
  ///   - limits: what a conversion may take.
  /// - Throws: ``ConversionError`` (`unknownFormat`, `badOption`).
  public init(
    from: String? = nil, to: String, options: FormatOptions = FormatOptions(),
    environment: WriterEnvironment? = nil, filters: [ArticleFilter] = [],
    registry: FormatRegistry = .standard, limits: Limits = .standard
  ) throws(ConversionError) {
    let writer = try registry.writer(named: to)
    let from = from.map { registry.canonicalName($0) }
    let candidates = try Self.candidates(from, registry)
    let collections = registry.collections.filter { from == nil || from == $0.format.name }
    try Self.check(options, readers: candidates, collections: collections, writer: writer)
    self.limits = limits
    self.registry = registry
    self.options = options
    var environment = environment ?? .files
    environment.resources = ResourceChain(
      [collectionResources] + (environment.resources.map { [$0] } ?? []))
    let made = try writer.make(options, environment)
    self.writer = made
    var format = writer.format
    if let suffix = made.fileExtension { format.extensions.insert(suffix, at: 0) }
    self.format = format
    var readers: [String: any ArticleReader] = [:]
    var readerOptions = options
    // A line that became metadata must not leave the text where nobody sees metadata.
    if !made.showsMetadata, options.value("keep-text") == nil {
      readerOptions.set("keep-text", "true")
    }
    for candidate in candidates {
      readers[candidate.format.name] = try candidate.make(readerOptions)
    }
    self.readers = readers
    self.forcedReader = from
    self.filters =
      filters.isEmpty
      ? nil : try FilterChain(filters, target: writer.format.name, limits: limits)
  }

  /// Reads the articles in some bytes and sends them through the filters.
  ///
  /// - Throws: ``ConversionError`` if no article can be made of them.
  public func read(_ source: Source) throws(ConversionError) -> Conversion<[Article]> {
    let reading = try readEntries(source)
    return Conversion(reading.result.map(\.article), diagnostics: reading.diagnostics)
  }

  /// The same, each article with where it was read from: for a publication of many.
  public func readEntries(
    _ source: Source
  ) throws(ConversionError) -> Conversion<[Publication.Entry]> {
    var reading = try readUnfiltered(source)
    reading.result = try filtered(reading.result, from: source)
    return reading
  }

  /// Whether what is written refers to pictures that lie beside it.
  public var refersToPictures: Bool { writer.refersToPictures }

  /// Whether those pictures lie in the folder of the file itself rather than in one for all.
  public var bundlesPictures: Bool { writer.bundlesPictures }

  /// Whether there are filters, which want the articles in order.
  var hasFilters: Bool { filters != nil }

  /// What the filters make of articles.
  func filtered(
    _ entries: [Publication.Entry], from source: Source
  ) throws(ConversionError) -> [Publication.Entry] {
    guard let filters else { return entries }
    var result: [Publication.Entry] = []
    for entry in entries {
      do {
        result.append(
          Publication.Entry(try filters.apply(entry.article), origin: entry.origin))
      } catch {
        var located = error
        located.file = located.file ?? source.path ?? source.url
        throw located
      }
    }
    return result
  }

  /// Reads the articles in some bytes.
  ///
  /// - Parameter own: reads them, where that is known.
  func readUnfiltered(
    _ source: Source, with own: (any ArticleReader)? = nil
  ) throws(ConversionError) -> Conversion<[Publication.Entry]> {
    if source.bytes.count > limits.inputBytes {
      throw ConversionError(
        .limitExceeded,
        "\(source.bytes.count) bytes are more than the limit of \(limits.inputBytes)",
        file: source.path)
    }
    let reader = if let own { own } else { try self.reader(for: source) }
    var diagnostics = Diagnostics(file: source.name)
    diagnostics.keepsNotes = keepsNotes
    var source = source
    source.language = source.metadata.language ?? source.language
    do {
      var entries = try reader.read(source, limits: limits, diagnostics: &diagnostics)
      Self.fill(&entries, from: source.metadata)
      return Conversion(entries, diagnostics: diagnostics.all)
    } catch {
      var located = error
      located.file = located.file ?? source.path ?? source.url
      throw located
    }
  }

  /// The reader of a source: the one that was named, or the one that recognises it.
  func reader(for source: Source) throws(ConversionError) -> any ArticleReader {
    let name =
      if let forcedReader, isReader(forcedReader) { forcedReader } else {
        try registry.reader(for: source).format.name
      }
    guard let reader = readers[name] else { throw ConversionError(.unknownFormat, name) }
    return reader
  }

  /// What is known of a source's articles without reading their texts; `nil` where that cannot be had.
  func preview(
    _ source: Source, with reader: any ArticleReader
  ) throws(ConversionError) -> [ArticlePreview]? {
    var source = source
    source.language = source.metadata.language ?? source.language
    do throws(ConversionError) {
      guard var all = try reader.preview(source, limits: limits) else { return nil }
      for index in all.indices { all[index].fill(from: source) }
      return all
    } catch {
      var located = error
      located.file = located.file ?? source.name
      throw located
    }
  }

  /// The kind of collection that some bytes are, if they are one; none where a reader was named.
  func collection(
    of bytes: ByteReader, _ source: Source
  ) throws(ConversionError) -> CollectionRegistration? {
    if let forcedReader {
      // No more is waited for: who writes may wait for an answer to the first line.
      if forcedReader != "epub", ZIPCollection.isArchive(try bytes.peek(4)) {
        return ZIPCollection.registration
      }
      if !isReader(forcedReader) {
        return registry.collections.first { $0.format.name == forcedReader }
      }
      return try collection(of: bytes, holding: forcedReader)
    }
    let head = try bytes.peek(FormatRegistry.recognizedBytes)
    switch registry.recognize(head: head, of: source) {
    case .collection(let collection)?: return collection
    case .reader(let reader)?: return try collection(of: bytes, holding: reader.format.name)
    case nil: return nil
    }
  }

  /// The collection of articles of a reader's that some bytes are, if they are one.
  private func collection(
    of bytes: ByteReader, holding reader: String
  ) throws(ConversionError) -> CollectionRegistration? {
    for collection in registry.collections where collection.holds == reader {
      if let looksAhead = collection.looksAhead, try looksAhead(bytes) { return collection }
    }
    return nil
  }

  /// Whether what a kind of collection recognises may be taken for one: not where another format was named.
  func mayTake(_ registration: CollectionRegistration) -> Bool {
    guard let forcedReader else { return true }
    return forcedReader == registration.format.name
      || forcedReader == ZIPCollection.registration.format.name
  }

  private func isReader(_ name: String) -> Bool { readers[name] != nil }

  /// Whether there are collections that are files, not folders.
  var hasCollectionsOfBytes: Bool {
    registry.collections.contains { !$0.format.extensions.isEmpty }
  }

  /// Whether a file's name is one that collections have, or one that no reader has.
  package func mayBeCollection(_ path: String) -> Bool {
    let name = FilePath(path).name.lowercased()
    func has(_ format: Format) -> Bool {
      format.extensions.contains { suffix in
        name.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
          && name.utf8.dropLast(suffix.utf8.count).last == UInt8(ascii: ".")
      }
    }
    return registry.collections.contains { has($0.format) }
      || !registry.readers.contains { has($0.format) }
  }

  /// Writes a publication to a sink.
  ///
  /// - Returns: what the format could not hold.
  public func write(
    _ publication: Publication, to sink: inout some ByteSink
  ) throws(ConversionError) -> [Diagnostic] {
    var diagnostics = Diagnostics()
    try writer.write(publication, to: &sink, diagnostics: &diagnostics)
    return diagnostics.all
  }

  /// Reads some bytes and writes what they hold to a sink, as one publication.
  ///
  /// - Returns: what was dropped, repaired or guessed.
  public func convert(
    _ source: Source, to sink: inout some ByteSink
  ) throws(ConversionError) -> [Diagnostic] {
    let reading = try readEntries(source)
    return reading.diagnostics + (try write(reading.result, from: source, to: &sink))
  }

  /// Writes the articles of a source as one publication.
  func write(
    _ entries: [Publication.Entry], from source: Source, to sink: inout some ByteSink
  ) throws(ConversionError) -> [Diagnostic] {
    let publication = Publication(sections: [Publication.Section(entries: entries)])
    return try write(publication, to: &sink).map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.file = diagnostic.file ?? source.path
      return diagnostic
    }
  }

  /// Reads some bytes and gives what they hold in the other format.
  public func convert(_ source: Source) throws(ConversionError) -> Conversion<[UInt8]> {
    var buffer = ByteBuffer()
    let diagnostics = try convert(source, to: &buffer)
    return Conversion(buffer.bytes, diagnostics: diagnostics)
  }

  /// The readers to choose from: all, or the one that was named, which may be a collection's name.
  private static func candidates(
    _ name: String?, _ registry: FormatRegistry
  ) throws(ConversionError) -> [ReaderRegistration] {
    guard let name else { return registry.readers }
    if let reader = registry.readers.first(where: { $0.format.name == name }) { return [reader] }
    // Its items' formats are recognised.
    if registry.collections.contains(where: { $0.format.name == name }) { return registry.readers }
    return [try registry.reader(named: name)]
  }

  /// An option that neither side takes is a mistake to report, not to ignore.
  private static func check(
    _ options: FormatOptions, readers: [ReaderRegistration],
    collections: [CollectionRegistration], writer: WriterRegistration
  ) throws(ConversionError) {
    let taken = Set(
      writer.options.map(\.name) + readers.flatMap { $0.options.map(\.name) }
        + collections.flatMap { $0.options.map(\.name) })
    for name in options.names where !taken.contains(name) {
      let reading = readers.count == 1 ? "reading \(readers[0].format.name) and " : ""
      throw ConversionError(
        .badOption,
        "\(reading)writing \(writer.format.name) takes no option --\(name)")
    }
  }
}
