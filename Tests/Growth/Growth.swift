import Glibc
import NewsKit

/// Reads and writes each construct in three sizes and prints a line for each call that is measured;
/// callgrind, which Scripts/growth runs this under, counts its instructions.
///
///   growth BYTES PART/PARTS [TITLE…]
///
/// Sizes are BYTES, 2 × BYTES and 4 × BYTES. Of all constructs every PARTS-th is done, from PART on;
/// of those only what a TITLE names, if there are any.
@main
enum Growth {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let numbers = arguments.prefix(2).joined(separator: "/").split(separator: "/").compactMap {
      Int($0)
    }
    guard numbers.count == 3, numbers[0] > 0, numbers[2] > 0 else {
      print("usage: growth BYTES PART/PARTS [TITLE…]")
      exit(64)
    }
    let titles = Set(arguments.dropFirst(2))
    for (number, construct) in Construct.all.enumerated()
    where number % numbers[2] == numbers[1] % numbers[2] {
      if !titles.isEmpty, !titles.contains(construct.title) { continue }
      prepare { measure(construct, bytes: numbers[0]) }
      for scale in [1, 2, 4] { measure(construct, bytes: numbers[0] * scale) }
    }
    for (number, digest) in DigestConstruct.all.enumerated()
    where number % numbers[2] == numbers[1] % numbers[2] {
      if !titles.isEmpty, !titles.contains(digest.title) { continue }
      prepare { measure(digest, count: max(4, numbers[0] / 100)) }
      for scale in [1, 2, 4] { measure(digest, count: max(4, numbers[0] * scale / 100)) }
    }
  }

  /// Does what is done once only, such as opening a library, before anything is counted.
  private static func prepare(_ work: () -> Void) {
    isPreparing = true
    work()
    isPreparing = false
  }

  /// Of the main thread, the only one here.
  private nonisolated(unsafe) static var isPreparing = false

  private static func measure(_ construct: Construct, bytes: Int) {
    let title = construct.title
    let source = Source(bytes: Array(construct.text(bytes).utf8))
    let reader = FormatWithOptions(construct.format)
    var articles: [Article] = []
    measured("read", title, source.bytes.count) {
      var diagnostics = Diagnostics()
      articles =
        (try? reader.reader().readArticles(source, limits: .standard, diagnostics: &diagnostics))
        ?? []
    }
    for writer in construct.writers {
      let publication = Publication(
        sections: [Publication.Section(entries: articles.map { Publication.Entry($0) })])
      measured("write \(writer)", title, source.bytes.count) {
        var diagnostics = Diagnostics()
        _ = try? FormatWithOptions(writer).writer().write(publication, diagnostics: &diagnostics)
      }
    }
  }

  private static func measure(_ digest: DigestConstruct, count: Int) {
    let title = digest.title
    let entries = (0..<count).map(digest.entry)
    var publication = Publication(sections: [])
    measured("volumes", title, count) {
      publication = digest.digest.volumes(of: entries).result.first?.publication ?? publication
    }
    for writer in ["epub --cover=none", "html", "markdown", "plain", "json"] {
      measured("write \(writer)", title, count) {
        var diagnostics = Diagnostics()
        _ = try? FormatWithOptions(writer).writer().write(publication, diagnostics: &diagnostics)
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
    if isPreparing { return body() }
    withoutActuallyEscaping(body) { growthMeasured(MeasuredWork($0)) }
    print("\(title)\t\(what)\t\(size)")
  }
}

/// What callgrind counts the instructions of, by this name.
///
/// It takes an object: for a closure the optimizer makes a copy of the function with another name.
@_silgen_name("growth_measured") @inline(never) @_optimize(none)
func growthMeasured(_ work: MeasuredWork) { work.body() }

/// What is to be measured.
final class MeasuredWork {
  let body: () -> Void
  init(_ body: @escaping () -> Void) { self.body = body }
}

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
