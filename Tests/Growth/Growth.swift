import Glibc
import NewsKit

/// Reads and writes each construct in three sizes and prints what was done; under callgrind each
/// measured call is dumped (Scripts/growth).
///
///   growth BYTES [NAME…]      sizes BYTES, 2 × BYTES, 4 × BYTES; constructs whose names hold a NAME
@main
enum Growth {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let bytes = arguments.first.flatMap({ Int($0) }) else {
      print("growth: the first argument is a number of bytes")
      exit(64)
    }
    let names = arguments.dropFirst()
    for construct in Construct.all {
      let title = "\(construct.format): \(construct.name)"
      guard names.isEmpty || names.contains(where: { title.contains($0) }) else { continue }
      for scale in [1, 2, 4] { measure(construct, title, bytes: bytes * scale) }
    }
    for digest in DigestConstruct.all {
      let title = "digest: \(digest.name)"
      guard names.isEmpty || names.contains(where: { title.contains($0) }) else { continue }
      for scale in [1, 2, 4] { measure(digest, title, count: max(4, bytes * scale / 200)) }
    }
  }

  private static func measure(_ construct: Construct, _ title: String, bytes: Int) {
    let source = Source(bytes: Array(construct.text(bytes).utf8))
    let reader = FormatWithOptions(construct.format)
    var articles: [Article] = []
    measured("read", title, source.bytes.count) {
      var diagnostics = Diagnostics()
      articles =
        (try? reader.reader().read(source, limits: .standard, diagnostics: &diagnostics)) ?? []
    }
    for writer in construct.writers {
      let publication = Publication(
        sections: [Publication.Section(entries: articles.map { Publication.Entry($0) })])
      measured("write \(writer)", title, source.bytes.count) {
        var diagnostics = Diagnostics()
        _ = try? FormatWithOptions(writer).writer().bytes(
          of: publication, diagnostics: &diagnostics)
      }
    }
  }

  private static func measure(_ digest: DigestConstruct, _ title: String, count: Int) {
    let entries = (0..<count).map(digest.entry)
    var publication = Publication(sections: [])
    measured("volumes", title, count) {
      publication = digest.digest.volumes(of: entries).result.first?.publication ?? publication
    }
    for writer in ["epub --cover=none", "html", "markdown", "plain", "json"] {
      measured("write \(writer)", title, count) {
        var diagnostics = Diagnostics()
        _ = try? FormatWithOptions(writer).writer().bytes(
          of: publication, diagnostics: &diagnostics)
      }
    }
    measured("file names", title, count) {
      guard var naming = try? FileNaming() else { return }
      for entry in entries { _ = naming.next(for: entry.article.metadata, extension: "md") }
    }
  }

  /// Calls `body` through the function that callgrind looks for, and prints a line for it.
  private static func measured(
    _ what: String, _ title: String, _ size: Int, _ body: () -> Void
  ) {
    let start = clock()
    withoutActuallyEscaping(body) { growthMeasured($0) }
    let time = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    print("\(title)\t\(what)\t\(size)\t\(time)")
    fflush(nil)
  }
}

@_cdecl("growth_measured")
@inline(never)
public func growthMeasured(_ body: @escaping () -> Void) { body() }

/// A format's name and options, as on the command line.
struct FormatWithOptions {
  private let name: String
  private var options = FormatOptions()

  init(_ words: String) {
    let words = words.split(separator: " ")
    name = String(words[0])
    for word in words.dropFirst() {
      let parts = word.drop { $0 == "-" }.split(separator: "=", maxSplits: 1)
      options.set(String(parts[0]), parts.count > 1 ? String(parts[1]) : "true")
    }
  }

  func reader() throws -> any ArticleReader {
    try FormatRegistry.standard.reader(named: name).make(options)
  }

  func writer() throws -> any ArticleWriter {
    try FormatRegistry.standard.writer(named: name).make(options, WriterEnvironment())
  }
}
