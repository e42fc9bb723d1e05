import Foundation
import NewsKit
import NewsTestSupport
import Testing

@Suite("Round trip of real posts", .enabled(if: Repository.shared != nil))
struct CorpusRoundTripTests {
  @Test(arguments: ["markdown", "commonmark", "json"])
  func posts(format: String) throws {
    let reader = try FormatRegistry.standard.reader(named: "jekyll").make(FormatOptions())
    var tally = RoundTrip.Tally()
    for path in try Corpus.posts() {
      var diagnostics = Diagnostics()
      guard let bytes = FileManager.default.contents(atPath: path),
        let articles = try? reader.readArticles(
          Source(bytes: Array(bytes), path: path), limits: .standard, diagnostics: &diagnostics)
      else { continue }
      tally.add(
        path, articles[0], through: format,
        options: format == "json" ? [:] : ["lossless": "true"])
    }
    print(
      "round trip: posts through \(format): \(tally.summary) equal",
      tally.failures.prefix(20).map { $0.split(separator: "/").last ?? "" })
    #expect(tally.count > 500)
    #expect(tally.failures.isEmpty)
  }
}

/// The posts of the Jekyll corpus.
enum Corpus {
  static func posts() throws -> [String] {
    let shared = try #require(Repository.shared)
    let root = shared.appending(path: "corpora/jekyll/sites").path
    let files = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return files.filter {
      $0.contains("/_posts/")
        && ($0.hasSuffix(".md") || $0.hasSuffix(".markdown") || $0.hasSuffix(".html")
          || $0.hasSuffix(".txt"))
    }.sorted().map { root + "/" + $0 }
  }
}
