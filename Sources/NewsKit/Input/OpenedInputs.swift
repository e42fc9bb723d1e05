internal import NewsFiles

/// Inputs being gone through, each opened when its turn comes.
public final class OpenedInputs {
  let inputs: Inputs
  let converter: Converter
  var frames: [Frame] = []
  var collectionDiagnostics: [Diagnostic] = []
  /// The title that the outermost collection gives itself; of several with different ones none.
  private(set) var title: String?
  /// How deep the collection lies that has it.
  private var titleDepth = Int.max
  /// How many items there are, where that is known.
  var count: Int?
  /// An item that was opened to see what it is.
  private var opened: InputItem?
  /// Whether items are chosen from before they are read: then pages are not got before that.
  var isChoosing = false
  /// Whether there may be several: not one file with one article, but a folder, a pattern, a
  /// collection, or several words.
  public private(set) var isSeveral = true

  /// What the items of each collection share, by the number that they bear: workers know those there
  /// were when they were started.
  var contexts = [Context()]
  /// Standard input, while it is read.
  var live: (stream: FileByteStream, bytes: ByteReader)?

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

  /// The first folder's name, for a digest that nothing better is known of.
  var folderTitle: String? { inputs.words.first.flatMap { Inputs.title(ofFolder: $0) } }

  /// Notes what a collection within the present frames calls itself.
  func note(title new: String?) {
    guard let new, frames.count <= titleDepth else { return }
    if frames.count < titleDepth {
      title = new
      titleDepth = frames.count
    } else if title != new {
      title = nil
    }
  }

  /// What is gone through at one level.
  struct Frame {
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
    /// The place of the input among those that were named.
    var input = 0
    /// Whether it came from the web: what it names then was not named by the user.
    var isRemote = false
    /// Items that were taken from the collection to get their inputs early.
    var ahead: ArraySlice<CollectionItem> = []
    /// The section of what is in it.
    var section: String?
    /// The number of what they share.
    var context = 0
  }

  /// Lists of lists may hold each other.
  static let depthAtMost = 8
  /// How many inputs are got before their turn.
  private static let inputsAhead = 24

  var openedCollections: [String] = []

  /// What collections were opened since this was asked last, but for folders and lists of others.
  func takeOpened() -> [String] {
    defer { openedCollections = [] }
    return openedCollections
  }

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
        try open(inputs.words[0], name: Inputs.name(of: inputs.words[0]), known: known, looks: true)
      }
      isSeveral = item == nil
      opened = item
      opened?.settings = inputs.settings[0] ?? InputSettings()
      if opened != nil {
        opened?.diagnostics = collectionDiagnostics
        collectionDiagnostics = []
      }
      if isSeveral { count = nil }
    }
  }

  /// The next item; `nil` at the end.
  func next() -> InputItem? {
    guard var item = nextItem() else { return nil }
    item.joinsPages = item.settings.joinsPages ?? inputs.joinsPages
    return item
  }

  private func nextItem() -> InputItem? {
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
        frames[frames.count - 1].input = words.startIndex
        prepare(words, isNamed: true)
        if passesOverStreams, word == "-" || FileSystem.kind(of: word) == .other { continue }
        item = Self.caught(word) { () throws(ConversionError) in
          try open(word, name: Inputs.name(of: word), known: frame.known, looks: false)
        }
        let settings = inputs.settings[words.startIndex] ?? InputSettings()
        item?.input = words.startIndex
        item?.settings = settings
      case .collection(let collection):
        do throws(ConversionError) {
          let found = try nextItem(of: collection)
          collectionDiagnostics += collection.takeDiagnostics()
          if let found { item = try self.item(found, of: frame) } else { frames.removeLast() }
        } catch {
          frames.removeLast()
          item = InputItem(name: "", content: .failure(error))
          item?.input = frame.input
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

  /// The next item of the innermost collection; inputs that follow are begun to be got.
  private func nextItem(
    of collection: any ArticleCollection
  ) throws(ConversionError) -> CollectionItem? {
    let top = frames.count - 1
    if let item = frames[top].ahead.popFirst() { return item }
    guard let first = try collection.next() else { return nil }
    guard isGotAhead(first, frames[top]) else { return first }
    var items = [first]
    do throws(ConversionError) {
      while items.count < Self.inputsAhead, let item = try collection.next() { items.append(item) }
    } catch {
      items.append(CollectionItem(name: "", .failure(error)))
    }
    var words: [String] = []
    for item in items {
      if case .input(let word, _) = item.content { words.append(word) }
      if let page = wantedPage(of: item, frames[top]) { words.append(page.address) }
    }
    let isNamed = !frames[top].isRemote
    let addresses = words.filter { word in converter.registry.openers.contains { $0.opens(word) } }
    for opener in converter.registry.openers {
      opener.prepare(addresses.filter { opener.opens($0) }, isNamed: isNamed && first.page == nil)
    }
    frames[top].ahead = items.dropFirst()
    return first
  }

  private func isGotAhead(_ item: CollectionItem, _ frame: Frame) -> Bool {
    if case .input(let word, _) = item.content {
      return converter.registry.openers.contains { $0.opens(word) }
    }
    return !isChoosing && wantedPage(of: item, frame) != nil
  }

  /// The page whose text is to be read instead of an item's own.
  private func wantedPage(of item: CollectionItem, _ frame: Frame) -> CollectionItem.Page? {
    guard let page = item.page else { return nil }
    guard converter.registry.openers.contains(where: { $0.opens(page.address) }) else { return nil }
    if page.need == .everything { return page }
    switch inputs.settings[frame.input]?.fullText ?? inputs.fullText {
    case .feed: return nil
    case .page: return page
    case .auto: return frame.isRemote && page.need == .summary ? page : nil
    }
  }

  /// Begins to get addresses that come soon.
  private func prepare(_ words: ArraySlice<String>, isNamed: Bool) {
    for opener in converter.registry.openers {
      let soon = words.prefix(Self.inputsAhead).filter { opener.opens($0) }
      if soon.count > 1 { opener.prepare(Array(soon), isNamed: isNamed) }
    }
  }

  private func item(
    _ found: CollectionItem, of frame: Frame
  ) throws(ConversionError) -> InputItem? {
    let name = frame.prefix + found.name
    guard case .input(let word, let source) = found.content else {
      var item = InputItem(
        name: name, identifier: frame.place + found.name, content: found.content,
        reader: frame.reader, unpacker: frame.unpacker, known: frame.known)
      item.context = frame.context
      item.page = wantedPage(of: found, frame)
      item.offered = found.page
      item.collection = String(frame.place.dropLast())
      item.input = frame.input
      item.settings = inputs.settings[frame.input] ?? InputSettings()
      if item.settings.section == nil { item.settings.section = frame.section }
      return item
    }
    if !source.bytes.isEmpty { return try nested(word, source, name: name, of: frame) }
    let opener = converter.registry.openers.first { $0.opens(word) }
    if frame.isRemote, opener == nil {
      return InputItem(
        name: name, identifier: word,
        content: .failure(
          ConversionError(
            .badInput, "is named by a list from the web and is no address of the web: not opened",
            file: word)))
    }
    var known = source
    known.metadata.fill(from: frame.known.metadata)
    known.language = known.language ?? frame.known.language
    known.isTrusted = frame.known.isTrusted
    known.inputFolder = frame.known.inputFolder
    let section = source.metadata.section ?? frame.section
    known.metadata.section = nil
    let depth = frames.count
    var item: InputItem?
    do throws(ConversionError) {
      item = try open(word, name: name, known: known, looks: true)
    } catch {
      var located = error
      located.file = located.file ?? word
      item = InputItem(name: name, identifier: word, content: .failure(located))
    }
    for index in depth..<max(depth, frames.count) {
      frames[index].input = frame.input
      frames[index].section = section
    }
    item?.input = frame.input
    var settings = inputs.settings[frame.input] ?? InputSettings()
    settings.section = settings.section ?? section
    item?.settings = settings
    return item
  }

  /// An item or a collection whose bytes the collection that it is in has given.
  private func nested(
    _ word: String, _ source: Source, name: String, of frame: Frame
  ) throws(ConversionError) -> InputItem? {
    let depth = frames.count
    var item: InputItem?
    do throws(ConversionError) {
      item = try openNested(source, name: name, known: frame.known)
    } catch {
      var located = error
      located.file = located.file ?? word
      item = InputItem(name: name, identifier: word, content: .failure(located))
    }
    for index in depth..<max(depth, frames.count) {
      frames[index].input = frame.input
      frames[index].section = frame.section
    }
    item?.input = frame.input
    item?.context = frame.context
    item?.settings = inputs.settings[frame.input] ?? InputSettings()
    if item?.settings.section == nil { item?.settings.section = frame.section }
    return item
  }

  /// An item of its failure, where opening fails.
  private static func caught(
    _ word: String, _ open: () throws(ConversionError) -> InputItem?
  ) -> InputItem? {
    do throws(ConversionError) {
      return try open()
    } catch {
      return InputItem(name: Inputs.name(of: word), identifier: word, content: .failure(error))
    }
  }
}
