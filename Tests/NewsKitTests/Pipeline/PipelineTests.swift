import NewsKit
import Testing

/// Inputs that hold many articles, on their way through the pipeline.
@Suite struct PipelineTests {
  /// Articles separated by lines of dashes; one that says so fails, one is a list of others.
  private final class Pack: ArticleCollection {
    private let bytes: ByteReader
    private var number = 0

    init(_ bytes: ByteReader) { self.bytes = bytes }

    var metadata: Metadata {
      var metadata = Metadata()
      metadata.title = "The Pack"
      metadata.language = "en"
      return metadata
    }

    func next() throws(ConversionError) -> CollectionItem? {
      guard let line = try bytes.line(limit: 1000) else { return nil }
      number += 1
      let text = String(decoding: line.bytes, as: UTF8.self)
      if text == "pack:" { return try next() }
      if text == "broken" {
        return CollectionItem(
          name: "\(number)", .failure(ConversionError(.badInput, "is broken", file: "\(number)")))
      }
      var source = Source(bytes: Array("<p>\(text)</p>".utf8))
      source.mediaType = "text/html"
      source.url = "https://pack.example/\(number)"
      source.metadata.title = "Number \(number)"
      source.metadata.tags = [number % 2 == 0 ? "Even" : "Odd"]
      return CollectionItem(name: "item/\(number)", .source(source))
    }

    static let registration = CollectionRegistration(
      format: Format(
        name: "pack", summary: "A pack", extensions: ["pack"], mediaType: "application/x-pack"),
      recognize: { $0.starts(with: "pack:".utf8) ? 100 : 0 },
      open: { (input, _, _) throws(ConversionError) in
        guard case .bytes(let bytes) = input.content else {
          throw ConversionError(.badInput, "is a folder")
        }
        return Pack(bytes)
      })
  }

  private static let registry: FormatRegistry = {
    var registry = FormatRegistry.standard
    registry.register(Pack.registration)
    return registry
  }()

  private static func file(_ text: String, named name: String) throws -> String {
    let path = "/tmp/newskit-\(name)-\(UInt64.random(in: 0 ... .max)).pack"
    let file = try AtomicFile(path: path)
    try file.write(Array(text.utf8))
    try file.commit()
    return path
  }

  private static let text =
    "pack:\n" + (1...40).map { $0 == 7 ? "broken\n" : "The text of \($0).\n" }.joined()

  @Test(arguments: [1, 2, 4])
  func aCollectionGoesToAStreamInOrder(_ jobs: Int) throws {
    var options = FormatOptions()
    options.set("raw", "true")
    let converter = try Converter(to: "json", options: options, registry: Self.registry)
    let pipeline = Pipeline(converter, jobs: jobs)
    var sink = ByteBuffer()
    var failures = 0
    try pipeline.convert(
      Inputs([try Self.file(Self.text, named: "stream")]), joinedTo: &sink
    ) { if $0.error != nil { failures += 1 } }
    let lines = sink.bytes.split(separator: 0x0A)
    #expect(lines.count == 39)
    #expect(failures == 1)
    let articles = try lines.map { try Article(json: $0) }
    // The eighth line is the seventh item's: the first line is none.
    #expect(articles.map(\.metadata.title) == (2...41).filter { $0 != 8 }.map { "Number \($0)" })
    #expect(articles.allSatisfy { $0.metadata.language == "en" })
    #expect(articles[0].metadata.canonicalURL == "https://pack.example/2")
  }

  @Test(arguments: [1, 3])
  func aDigestOfItSelectsAndTakesItsTitle(_ jobs: Int) throws {
    let converter = try Converter(to: "epub", registry: Self.registry)
    var digest = Digest()
    digest.selection.tags = ["EVEN"]
    digest.selection.limit = 5
    digest.order = .input
    let made = Pipeline(converter, jobs: jobs).digest(
      digest, of: Inputs([try Self.file(Self.text, named: "digest")]))
    let book = made.volumes[0].publication
    #expect(book.title == "The Pack")
    #expect(
      book.entries.map(\.metadata.title)
        == ["Number 2", "Number 4", "Number 6", "Number 10", "Number 12"])
    #expect(made.failures.count == 1)
  }

  @Test func inputsAreNamedAfterTheirCollection() throws {
    let converter = try Converter(to: "plain", registry: Self.registry)
    let path = try Self.file("pack:\na\nb\n", named: "names")
    var outputs: [String] = []
    let folder = "/tmp/newskit-out-\(UInt64.random(in: 0 ... .max))"
    Pipeline(converter).convert(Inputs([path]), into: folder) { outputs += $0.outputs }
    #expect(outputs == ["\(folder)/item/2.txt", "\(folder)/item/3.txt"])
  }
}
