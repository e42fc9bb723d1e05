import HTML5
import Kramdown
import Liquid
import NewsKit

/// What one run does with its bytes.
enum FuzzTarget: Sendable {
  /// Reads the bytes.
  case reader(any ArticleReader)
  /// Opens the bytes as a collection and reads its items.
  case collection(CollectionRegistration)
  /// Writes an article that the bytes describe; the readers show that what was written says the
  /// same.
  case writer(any ArticleWriter, format: String)
  case kramdown
  case liquid
  /// HTML as a tree.
  case html5
  /// The package, the contents and the documents of a book.
  case book

  /// The targets that there are: each reader, each collection that is a file, each writer, and the languages of Jekyll.
  static var names: [String] {
    FormatRegistry.standard.readers.map { "read-" + $0.format.name }
      + FormatRegistry.standard.collections.filter { !$0.format.extensions.isEmpty }
      .map { "open-" + $0.format.name }
      + FormatRegistry.standard.writers.map(\.format.name).filter { $0 != "pdf" }.map {
        "write-" + $0
      } + [
        "kramdown", "liquid", "html5", "book",
      ]
  }

  init?(_ name: String) {
    let parts = name.split(separator: "-", maxSplits: 1).map(String.init)
    switch parts.first {
    case "read":
      guard let reader = try? FormatRegistry.standard.reader(named: parts[1]).make(FormatOptions())
      else { return nil }
      self = .reader(reader)
    case "open":
      guard
        let collection = FormatRegistry.standard.collections.first(where: {
          $0.format.name == parts[1]
        })
      else { return nil }
      self = .collection(collection)
    case "write":
      var options = FormatOptions()
      // A cover would be drawn by a program of its own.
      if parts[1] == "epub" { options.set("cover", "none") }
      guard
        let writer = try? FormatRegistry.standard.writer(named: parts[1])
          .make(options, WriterEnvironment())
      else { return nil }
      self = .writer(writer, format: parts[1])
    case "kramdown": self = .kramdown
    case "liquid": self = .liquid
    case "html5": self = .html5
    case "book": self = .book
    default: return nil
    }
  }

  func run(_ bytes: [UInt8]) {
    var diagnostics = Diagnostics()
    switch self {
    case .reader(let reader):
      let articles = try? reader.readArticles(
        Source(bytes: bytes), limits: .standard, diagnostics: &diagnostics)
      for article in articles ?? [] { Self.checkJSON(article) }
    case .collection(let collection): Self.drain(collection, bytes)
    case .writer(let writer, let format):
      let article = ArticleGenerator.article(from: bytes)
      let written = try? writer.write(Publication(article), diagnostics: &diagnostics)
      if let written { Self.check(written, of: article, in: format) }
    case .html5:
      Self.check(HTMLDocument(parsing: bytes))
      Self.check(
        HTMLDocument(parsingFragment: bytes, in: bytes.first == 0x3C ? "template" : "td"))
    case .book:
      let registration = FormatRegistry.standard.collections.first { $0.format.name == "epub" }
      if let registration { Self.drain(registration, BookOfBytes.archive(of: bytes)) }
    case .kramdown:
      let output = Kramdown.html(of: bytes, options: .jekyll)
      precondition(String(validating: output.html, as: UTF8.self) != nil, "the HTML is no UTF-8")
    case .liquid:
      var environment = Environment.standard
      environment.limits.steps = 20_000
      environment.limits.outputBytes = 1 << 16
      _ = Template(String(decoding: bytes, as: UTF8.self), environment: environment).render()
    }
  }

  /// Reads all that a collection gives.
  private static func drain(_ registration: CollectionRegistration, _ bytes: [UInt8]) {
    var diagnostics = Diagnostics()
    let input = CollectionInput(
      .bytes(ByteReader(bytes: bytes)), source: Source(bytes: [], path: "input"))
    guard let collection = try? registration.open(input, FormatOptions(), &diagnostics) else {
      return
    }
    while let item = try? collection.next() {
      switch item.content {
      case .source(let source): read(source, with: collection.reader)
      case .deferred(let open):
        if let source = try? open(.standard) { read(source, with: collection.reader) }
      case .entry(let entry): checkJSON(entry.article)
      case .packed(let packed):
        guard let unpacker = collection.unpacker else { break }
        _ = unpacker.identified(packed)
        let content = try? unpacker.unpack(packed, limits: .standard, diagnostics: &diagnostics)
        switch content {
        case .source(let source)?: read(source, with: collection.reader)
        case .entry(let entry)?: checkJSON(entry.article)
        default: break
        }
      default: break
      }
    }
  }

  private static func read(_ source: Source, with own: (any ArticleReader)?) {
    guard
      let reader = own
        ?? (try? FormatRegistry.standard.reader(for: source).make(FormatOptions()))
    else { return }
    var diagnostics = Diagnostics()
    let articles = try? reader.readArticles(source, limits: .standard, diagnostics: &diagnostics)
    for article in articles ?? [] { checkJSON(article) }
  }

  /// Every node must stand within its parent, one level below it, and all characters must be there.
  private static func check(_ document: HTMLDocument) {
    let nodes = document.nodes
    for (index, node) in nodes.enumerated().dropFirst() {
      let parent = nodes[Int(node.parent)]
      precondition(Int(node.parent) < index && node.end <= parent.end && node.end > index)
      precondition(node.depth == parent.depth + 1)
    }
    _ = document.testDescription
  }

  /// What was read must come back from JSON as it was, and give the same bytes again.
  private static func checkJSON(_ article: Article) {
    guard let json = try? article.json() else { return }
    guard let again = try? Article(json: json) else {
      preconditionFailure("the article's own JSON is not read")
    }
    precondition(again == article, "the article differs after JSON")
    precondition((try? again.json()) == json, "the JSON differs after reading")
  }

  /// What was written is UTF-8, and is read again: JSON to the same article.
  private static func check(_ bytes: [UInt8], of article: Article, in format: String) {
    if format == "epub" {
      precondition(bytes.starts(with: [0x50, 0x4B]), "the book is no archive")
      return
    }
    precondition(String(validating: bytes, as: UTF8.self) != nil, "the text is no UTF-8")
    if format == "json" {
      guard let again = try? Article(json: bytes) else {
        preconditionFailure("the article's own JSON is not read")
      }
      precondition(again == article, "the article differs after JSON")
      return
    }
    guard
      let reader = try? FormatRegistry.standard.reader(
        named: format == "kramdown" ? "jekyll" : format
      )
      .make(FormatOptions())
    else { return }
    var diagnostics = Diagnostics()
    _ = try? reader.readArticles(Source(bytes: bytes), limits: .standard, diagnostics: &diagnostics)
  }
}
