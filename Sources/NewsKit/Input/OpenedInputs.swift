internal import NewsFiles

/// Inputs being gone through, each opened when its turn comes.
public final class OpenedInputs {
  let inputs: Inputs
  private let converter: Converter
  private var frames: [Frame] = []
  private var collectionDiagnostics: [Diagnostic] = []
  /// The title that the first collection gives itself.
  private(set) var title: String?
  /// How many items there are, where that is known.
  private(set) var count: Int?
  /// An item that was opened to see what it is.
  private var opened: InputItem?
  /// Whether there may be several: not one file with one article, but a folder, a pattern, a
  /// collection, or several words.
  public private(set) var isSeveral = true

  /// What the items of each collection share, by the number that they bear: workers know those there
  /// were when they were started.
  private(set) var contexts = [Context()]
  /// Standard input, while it is read.
  private var live: (stream: FileByteStream, bytes: ByteReader)?

  /// What items share.
  struct Context {
    var reader: (any ArticleReader)?
    var unpacker: (any ItemUnpacker)?
    var known = Source(bytes: [])
  }

  /// Whether asking for the next item would wait for who writes to standard input.
  var readiness: WorkerPool.Readiness {
    guard let live, !live.bytes.hasLine, !live.stream.hasMore else { return .ready }
    return .waiting(on: live.stream.descriptor)
  }

  /// A title for a digest: what the first collection calls itself, else the first folder's name.
  var digestTitle: String? {
    title ?? inputs.words.first.flatMap { Inputs.title(ofFolder: $0) }
  }

  /// What is gone through at one level.
  private struct Frame {
    enum Content {
      case words(ArraySlice<String>)
      case collection(any ArticleCollection)
    }
    var content: Content
    /// What its items are known by begins with: the folder or file of the collection.
    var place = ""
    /// What its items' names begin with.
    var prefix = ""
    /// What is known of all its items.
    var known: Source
    /// Reads its items.
    var reader: (any ArticleReader)?
    /// Opens those that are packed.
    var unpacker: (any ItemUnpacker)?
    /// The number of what they share.
    var context = 0
  }

  /// Lists of lists may hold each other.
  private static let depthAtMost = 8

  /// Whether what can be read once only is left alone.
  private let passesOverStreams: Bool

  /// Begins; a single input is looked at to see whether it holds several.
  public convenience init(_ inputs: Inputs, converter: Converter) {
    self.init(inputs, converter: converter, passesOverStreams: false)
  }

  init(_ inputs: Inputs, converter: Converter, passesOverStreams: Bool) {
    self.passesOverStreams = passesOverStreams
    self.inputs = inputs
    self.converter = converter
    var known = Source(bytes: [])
    known.language = inputs.language
    known.url = inputs.url
    known.isTrusted = inputs.isTrusted
    contexts[0].known = known
    frames = [Frame(content: .words(inputs.words[...]), known: known)]
    if inputs.words.count == 1, !Inputs.isSeveral(inputs.words[0]), !passesOverStreams {
      frames = [Frame(content: .words([]), known: known)]
      count = 1
      let item = Self.caught(inputs.words[0]) { () throws(ConversionError) in
        try open(inputs.words[0], name: Self.name(of: inputs.words[0]), known: known, looks: true)
      }
      isSeveral = item == nil
      opened = item
      if isSeveral { count = nil }
    }
  }

  /// The next item; `nil` at the end.
  func next() -> InputItem? {
    if let opened {
      self.opened = nil
      return opened
    }
    while let frame = frames.last {
      var item: InputItem?
      switch frame.content {
      case .words(let words):
        guard let word = words.first else {
          frames.removeLast()
          continue
        }
        frames[frames.count - 1].content = .words(words.dropFirst())
        if passesOverStreams, word == "-" || FileSystem.kind(of: word) == .other { continue }
        item = Self.caught(word) { () throws(ConversionError) in
          try open(word, name: Self.name(of: word), known: frame.known, looks: false)
        }
      case .collection(let collection):
        do throws(ConversionError) {
          let found = try collection.next()
          collectionDiagnostics += collection.takeDiagnostics()
          if let found { item = try self.item(found, of: frame) } else { frames.removeLast() }
        } catch {
          frames.removeLast()
          item = InputItem(name: "", content: .failure(error))
        }
      }
      if !collectionDiagnostics.isEmpty {
        // They come by themselves, whatever becomes of the item.
        opened = item
        item = InputItem(name: "", content: nil, diagnostics: collectionDiagnostics)
        collectionDiagnostics = []
      }
      if let item { return item }
    }
    return nil
  }

  private func item(
    _ found: CollectionItem, of frame: Frame
  ) throws(ConversionError) -> InputItem? {
    let name = frame.prefix + found.name
    guard case .input(let word, let source) = found.content else {
      return InputItem(
        name: name, identifier: frame.place + found.name, content: found.content,
        reader: frame.reader, unpacker: frame.unpacker, known: frame.known,
        context: frame.context)
    }
    var known = source
    known.metadata.fill(from: frame.known.metadata)
    known.language = known.language ?? frame.known.language
    known.isTrusted = frame.known.isTrusted
    known.inputFolder = frame.known.inputFolder
    return try open(word, name: name, known: known, looks: true)
  }

  /// Opens one input: a frame of several, whose first item comes next, or an item.
  private func open(
    _ word: String, name: String, known: Source, looks: Bool
  ) throws(ConversionError) -> InputItem? {
    if frames.count > Self.depthAtMost {
      throw ConversionError(.limitExceeded, "lists lie too deep within each other", file: word)
    }
    for opener in converter.registry.openers where opener.opens(word) {
      var diagnostics = Diagnostics(file: word)
      let (bytes, source) = try opener.open(
        word, limits: converter.limits, diagnostics: &diagnostics)
      collectionDiagnostics += diagnostics.all
      return try recognized(bytes, Self.filled(source, from: known), name: name)
    }
    if word != "-", !FileTree.exists(word), let pattern = FilePattern(word) {
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
  private func recognized(
    _ bytes: ByteReader, _ source: Source, name: String
  ) throws(ConversionError) -> InputItem? {
    if let registration = try converter.collection(of: bytes, source) {
      let stem = Self.stem(of: name, registration.format) + "/"
      var input = CollectionInput(.bytes(bytes), source: source)
      input.limits = converter.limits
      try push(registration, input, prefix: isNested || inputs.words.count > 1 ? stem : "")
      return nil
    }
    var whole = source
    do throws(ConversionError) {
      whole.bytes = try bytes.rest(limit: converter.limits.inputBytes)
    } catch {
      var located = error
      located.file = located.file ?? source.name
      throw located
    }
    return InputItem(
      name: name, identifier: source.name ?? "-", content: .source(whole), known: source)
  }

  private func push(
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
    known.inputFolder = input.source.inputFolder
    title = title ?? collection.metadata.title
    if frames.count <= 1 { count = collection.count }
    if let loader = collection.resources, let identifier = collection.identifier {
      converter.collectionResources.add(loader, for: identifier)
    }
    let isForced = converter.forcedReader.map { $0 != registration.format.name } ?? false
    frames.append(
      Frame(
        content: .collection(collection), place: (input.source.name ?? "-") + "/",
        prefix: prefix, known: known,
        reader: isForced ? nil : collection.reader, unpacker: collection.unpacker,
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

  /// An item of its failure, where opening fails.
  private static func caught(
    _ word: String, _ open: () throws(ConversionError) -> InputItem?
  ) -> InputItem? {
    do throws(ConversionError) {
      return try open()
    } catch {
      return InputItem(name: name(of: word), identifier: word, content: .failure(error))
    }
  }

  /// A file's name without its extension, which may have several parts: `news.warc.gz`.
  private static func stem(of name: String, _ format: Format) -> String {
    let lowered = name.lowercased()
    let endings = format.extensions.map { "." + $0 }.filter { lowered.hasSuffix($0) }
    guard let longest = endings.max(by: { $0.utf8.count < $1.utf8.count }),
      name.utf8.count > longest.utf8.count
    else { return FilePath(name).withoutExtension }
    return String(name.dropLast(longest.count))
  }

  private static func name(of word: String) -> String {
    word == "-" ? "stdin" : FilePath(word).name
  }

  private static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }
}
