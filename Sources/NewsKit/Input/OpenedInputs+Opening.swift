internal import NewsAddress
internal import NewsFiles
internal import NewsPages

/// What an input is when it is opened: one article's bytes, or several by a folder, pattern or
/// collection.
extension OpenedInputs {
  /// Opens one input: a frame of several, whose first item comes next, or an item.
  func open(
    _ word: String, name: String, known: Source, looks: Bool
  ) throws(ConversionError) -> InputItem? {
    if frames.count > Self.depthAtMost {
      throw ConversionError(.limitExceeded, "lists lie too deep within each other", file: word)
    }
    for opener in converter.registry.openers where opener.opens(word) {
      var diagnostics = Diagnostics(file: word)
      let isNamed = !frames.contains { $0.isRemote }
      let (bytes, source) = try opener.open(
        word, isNamed: isNamed, limits: converter.limits, diagnostics: &diagnostics)
      collectionDiagnostics += diagnostics.all
      if let feed = try feed(of: bytes, source, opener) {
        var diagnostics = Diagnostics(file: feed)
        let (bytes, source) = try opener.open(
          feed, isNamed: isNamed, limits: converter.limits, diagnostics: &diagnostics)
        collectionDiagnostics += diagnostics.all
        return try recognized(bytes, Self.filled(source, from: known), name: name)
      }
      return try recognized(bytes, Self.filled(source, from: known), name: name)
    }
    if Inputs.isAddress(word) {
      throw ConversionError(
        .noInput, "is an address, and nothing here opens addresses of its kind", file: word)
    }
    if word != "-", let pattern = FilePattern(word), !FileTree.exists(word) {
      let matches = pattern.paths()
      if matches.isEmpty {
        throw ConversionError(.noInput, "no file matches this pattern", file: word)
      }
      var known = known
      known.inputFolder = known.inputFolder ?? pattern.folder
      let within = Self.within(matches, pattern.folder, known, &collectionDiagnostics)
      frames.append(Frame(content: .words(within[...]), known: known))
      return nil
    }
    if word != "-", FileTree.isFolder(word) {
      try openFolder(word, name: name, known: known)
      return nil
    }
    // A file of a collection among many is known by its name; one alone is looked at.
    guard looks || converter.mayBeCollection(word), converter.hasCollectionsOfBytes else {
      return InputItem(
        name: name, identifier: word, content: Self.deferred(word), known: known)
    }
    var source = known
    source.path = word == "-" ? nil : word
    let stream = try FileByteStream(word)
    let bytes = ByteReader(stream)
    if word == "-" { live = (stream, bytes) }
    return try recognized(bytes, source, name: name)
  }

  /// The feed that stands for a site whose front page was named; what else it offers is noted.
  private func feed(
    of bytes: ByteReader, _ source: Source, _ opener: any InputOpener
  ) throws(ConversionError) -> String? {
    let isWanted = inputs.feedsOfSites.contains(frames.last?.input ?? 0)
    guard inputs.takesFeedsOfSites || isWanted, let url = source.url else { return nil }
    let head = try bytes.peek(FormatRegistry.recognizedBytes)
    guard case .reader(let reader)? = converter.registry.recognize(head: head, of: source),
      reader.format.mediaType == "text/html"
    else { return nil }
    let feeds = FeedLinks(ofPage: Array(try bytes.peek(Self.headOfPage)), base: url).feeds
      .filter { opener.opens($0.address) && $0.address != url }
    let names = feeds.map { $0.address + ($0.title.map { " (\($0))" } ?? "") }
      .joined(separator: ", ")
    guard isWanted || WebAddress(url).pathAndQuery == "/" else {
      if !feeds.isEmpty {
        collectionDiagnostics.append(
          Diagnostic(
            .note, .feedsFound, "is taken as a page; its site has feeds: \(names)", file: url))
      }
      return nil
    }
    guard let first = feeds.first else {
      if isWanted {
        throw ConversionError(.badInput, "is a page, no feed, and names none", file: url)
      }
      collectionDiagnostics.append(
        Diagnostic(.notice, .feedsFound, "names no feed: the page itself is taken", file: url))
      return nil
    }
    if feeds.count > 1 {
      collectionDiagnostics.append(
        Diagnostic(
          .notice, .feedsFound, "has several feeds, of which the first is taken: \(names)",
          file: url))
    } else {
      collectionDiagnostics.append(
        Diagnostic(.note, .feedsFound, "its feed is taken: \(names)", file: url))
    }
    return first.address
  }

  /// How much of a page is looked at for the feeds that it names.
  private static let headOfPage = 1 << 19

  /// Whether what is opened was named by a collection, not by the user.
  private var isNested: Bool {
    frames.contains { if case .collection = $0.content { true } else { false } }
  }

  private func openFolder(
    _ folder: String, name: String, known: Source
  ) throws(ConversionError) {
    let path = Self.withoutTrailingSlashes(folder)
    // Within another, its files keep their path from the outer one.
    let prefix = isNested ? name + "/" : ""
    var source = known
    source.path = path
    source.inputFolder = source.inputFolder ?? path
    if let registration = converter.registry.collections.first(where: { $0.recognizeFolder(path) })
    {
      try push(registration, CollectionInput(.folder(path), source: source), prefix: prefix)
    } else {
      let boundary = FileBoundary(around: [path], isLifted: source.isTrusted)
      let collection = FolderCollection(
        path, registry: converter.registry, boundary: boundary)
      var known = source
      known.path = nil
      frames.append(
        Frame(content: .collection(collection), place: path + "/", prefix: prefix, known: known))
    }
  }

  /// An input by what it is: a frame for a collection, or an item.
  func recognized(
    _ bytes: ByteReader, _ source: Source, name: String
  ) throws(ConversionError) -> InputItem? {
    if let registration = try converter.collection(of: bytes, source) {
      let stem = Self.stem(of: name, registration.format) + "/"
      let prefix = isNested || inputs.words.count > 1 ? stem : ""
      if registration.format.name == ZIPCollection.registration.format.name {
        try openArchive(bytes, source, prefix: prefix)
        return nil
      }
      var input = CollectionInput(.bytes(bytes), source: source)
      input.limits = converter.limits
      try push(registration, input, prefix: prefix)
      return try single(source, name: name)
    }
    var whole = source
    do throws(ConversionError) {
      whole.bytes = try bytes.rest(limit: converter.limits.inputBytes)
    } catch {
      var located = error
      located.file = located.file ?? source.name
      throw located
    }
    var item = InputItem(
      name: name, identifier: source.name ?? "-", content: .source(whole), known: source)
    item.isAlone = true
    return item
  }

  /// The one item of a collection that is a file of one article, just opened; nothing of another.
  private func single(
    _ source: Source, name: String
  ) throws(ConversionError) -> InputItem? {
    guard let frame = frames.last, case .collection(let collection) = frame.content,
      collection.isSingle
    else { return nil }
    frames.removeLast()
    guard let found = try collection.next() else {
      throw ConversionError(.badInput, "holds nothing", file: source.name)
    }
    collectionDiagnostics += collection.takeDiagnostics()
    if case .input(_, let inner) = found.content {
      // What was packed may be a collection itself.
      var item = try openNested(inner, name: FilePath(name).withoutExtension, known: frame.known)
      item?.isAlone = true
      return item
    }
    var item = InputItem(
      name: name, identifier: source.name ?? "-", content: found.content, reader: frame.reader,
      unpacker: frame.unpacker, known: frame.known)
    item.isAlone = true
    item.context = frame.context
    return item
  }

  func push(
    _ registration: CollectionRegistration, _ input: CollectionInput, prefix: String
  ) throws(ConversionError) {
    var diagnostics = Diagnostics(file: input.source.name)
    let collection: any ArticleCollection
    do throws(ConversionError) {
      collection = try registration.open(input, converter.options, &diagnostics)
    } catch {
      var located = error
      located.file = located.file ?? input.source.name
      throw located
    }
    collectionDiagnostics += diagnostics.all
    var known = Source(bytes: [])
    known.metadata = input.source.metadata
    known.metadata.language = known.metadata.language ?? collection.metadata.language
    known.metadata.publisher = known.metadata.publisher ?? collection.metadata.publisher
    known.language = input.source.language
    known.isTrusted = input.source.isTrusted
    known.isFetched = input.source.isFetched
    known.inputFolder = input.source.inputFolder
    known.collection = input.source.collection
    note(title: collection.metadata.title)
    if let name = input.source.url ?? input.source.path, !collection.holdsInputs {
      openedCollections.append(name)
    }
    if frames.count <= 1 { count = collection.count }
    if let identifier = collection.identifier {
      if let loader = collection.resources {
        converter.collectionResources.add(loader, for: identifier)
      }
      // What an archive's export refers to lies in the archive.
      if let outer = input.source.collection {
        converter.collectionResources.add(identifier, within: outer)
      }
    }
    let isForced = converter.forcedReader.map { $0 != registration.format.name } ?? false
    frames.append(
      Frame(
        content: .collection(collection), place: (input.source.name ?? "-") + "/",
        prefix: prefix, known: known,
        reader: isForced ? nil : collection.reader, unpacker: collection.unpacker,
        input: frames.last?.input ?? 0,
        isRemote: input.source.path == nil && input.source.url != nil && isOpened(input.source),
        context: contexts.count))
    contexts.append(
      Context(
        reader: isForced ? nil : collection.reader, unpacker: collection.unpacker, known: known))
  }

  /// The files that really lie within a folder: only links lead elsewhere.
  private static func within(
    _ files: [String], _ folder: String, _ known: Source, _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    let boundary = FileBoundary(around: [folder], isLifted: known.isTrusted)
    return files.filter { file in
      guard FileSystem.isLink(file) || FileSystem.kind(of: file) == .other,
        let refusal = boundary.refusal(of: file)
      else { return true }
      diagnostics.append(
        Diagnostic(.warning, .resourceRefused, "'\(file)' \(refusal.message)"))
      return false
    }
  }

  private static func deferred(_ path: String) -> CollectionItem.Content {
    .deferred { (limits) throws(ConversionError) in try Source(file: path, limits: limits) }
  }

  private static func filled(_ source: Source, from known: Source) -> Source {
    var source = source
    source.metadata.fill(from: known.metadata)
    source.language = source.language ?? known.language
    source.url = source.url ?? known.url
    return source
  }

  /// Whether what is known of an input's place is where it was got from, not what the user says of a
  /// file.
  private func isOpened(_ source: Source) -> Bool { source.retrieved != nil }

  /// A file's name without its extension, which may have several parts: `news.warc.gz`.
  private static func stem(of name: String, _ format: Format) -> String {
    let lowered = name.lowercased()
    let endings = format.extensions.map { "." + $0 }.filter { lowered.hasSuffix($0) }
    guard let longest = endings.max(by: { $0.utf8.count < $1.utf8.count }),
      name.utf8.count > longest.utf8.count
    else { return FilePath(name).withoutExtension }
    return String(name.dropLast(longest.count))
  }

  private static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }
}
