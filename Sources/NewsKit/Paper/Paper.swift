public import NewsFetch
internal import NewsFiles

/// A paper that is made again and again of the same sources: the morning's news as a book.
///
/// ```swift
/// let paper = try Paper(file: "morning.yml")
/// let web = WebInputs { try WebClient.forUser() }
/// paper.send(through: web)
/// var registry = FormatRegistry.standard
/// registry.register(web)
/// let pipeline = Pipeline(try Converter(to: "epub", options: paper.options, registry: registry))
/// let history = try PaperHistory()
/// let made = pipeline.digest(paper.digest(since: history), of: pipeline.open(paper.inputs))
/// // … write made.volumes, then:
/// try history.record(made.keys, of: paper.name)
/// ```
public struct Paper: Sendable {
  /// A source of articles.
  public struct Source: Sendable {
    /// An address or a path.
    public var word: String
    /// How its articles are taken.
    public var settings = InputSettings()
    /// What is sent to the host of its address, and to no other.
    public var fields = HTTPFields()
    /// Whether a page stands for the feed that it names.
    public var takesFeed = false

    /// A source behind an address or a path.
    public init(_ word: String) { self.word = word }
  }

  /// What it is known by in the history: the path of its file; empty for one without.
  public var name = ""
  /// The title of its books.
  public var title: String?
  /// Who makes it.
  public var creator: String?
  /// Where its books go; `{date}` stands for the day.
  public var output: String?
  /// The format of its books.
  public var format: String?
  /// Options of formats: `device`, `cover`.
  public var options = FormatOptions()
  /// From when on articles are taken, in the words of `--since`.
  public var since: String?
  /// Until when.
  public var until: String?
  /// At most so many articles.
  public var limit: Int?
  /// The order of articles.
  public var order: Digest.Order?
  /// What its sections are.
  public var grouping: Digest.Grouping?
  /// The language where a text names none.
  public var language: String?
  /// The series that its books are part of.
  public var series: String?
  /// Where the text of feeds' entries is taken from.
  public var fullText: FullText?
  /// Whether articles on several pages are put together.
  public var joinsPages = false
  /// Whether only new articles are taken.
  public var isNew = false
  /// How many books are kept.
  public var keptIssues: Int?
  /// The sources in order.
  public var sources: [Source] = []

  /// A paper without sources yet.
  public init() {}

  /// Reads the file of a paper (YAML).
  ///
  /// - Throws: ``ConversionError`` with the line of what is wrong in it.
  public init(file: String, registry: FormatRegistry = .standard) throws(ConversionError) {
    let bytes = try Self.bytes(of: file)
    self = try PaperReader(file, registry: registry).paper(bytes)
    name = FileSystem.realPath(file) ?? FileSystem.absolute(file)
  }

  private static let largestFile = 4 << 20

  private static func bytes(of file: String) throws(ConversionError) -> [UInt8] {
    let reader = ByteReader(try FileByteStream(file))
    do throws(ConversionError) {
      return try reader.rest(limit: largestFile)
    } catch {
      var located = error
      located.file = file
      throw located
    }
  }

  /// Whether a file looks like a paper's: YAML that has the key `sources`.
  public static func isPaper(_ file: String) -> Bool {
    guard let suffix = FilePath(file).fileExtension, ["yml", "yaml"].contains(suffix),
      FileSystem.kind(of: file) == .file, let bytes = FileSystem.bytes(of: file, limit: largestFile)
    else { return false }
    return bytes.split(separator: 0x0A).contains { $0.starts(with: "sources:".utf8) }
  }

  /// Its sources as inputs.
  public var inputs: Inputs {
    var inputs = Inputs(sources.map(\.word), language: language)
    for (index, source) in sources.enumerated() {
      inputs.settings[index] = source.settings
      if source.takesFeed { inputs.feedsOfSites.insert(index) }
    }
    inputs.fullText = fullText ?? .auto
    inputs.joinsPages = joinsPages
    return inputs
  }

  /// Has what its sources want to be sent go to their hosts.
  public func send(through web: WebInputs) {
    for source in sources where !source.fields.all.isEmpty {
      web.send(source.fields, to: source.word)
    }
  }

  /// How its articles become a book.
  ///
  /// - Parameter history: what earlier books have taken, which is left out; `nil` takes all.
  public func digest(since history: PaperHistory?) throws(ConversionError) -> Digest {
    var digest = Digest(title: title, creator: creator)
    digest.grouping = grouping ?? .automatic
    digest.order = order ?? .newest
    digest.selection.limit = limit
    digest.series = series
    if let history {
      let taken = try history.taken(by: name)
      digest.selection.isTaken = { taken.contains($0) }
    }
    return digest
  }
}
