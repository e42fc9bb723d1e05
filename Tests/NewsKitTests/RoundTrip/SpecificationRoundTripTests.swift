import Foundation
import NewsKit
import NewsTestSupport
import Testing

@Suite("Round trip of the specifications' examples", .enabled(if: Repository.shared != nil))
struct SpecificationRoundTripTests {
  @Test(
    arguments: [
      ("commonmark-0.31.txt", "commonmark"), ("commonmark-0.31.txt", "markdown"),
      ("gfm-0.29.txt", "gfm"), ("gfm-extensions.txt", "gfm"), ("gfm-regression.txt", "gfm"),
    ])
  func examples(file: String, format: String) throws {
    let shared = try #require(Repository.shared)
    let text = try String(
      contentsOf: shared.appending(path: "corpora/specs/\(file)"), encoding: .utf8)
    let reader = try FormatRegistry.standard.reader(named: format).make(FormatOptions())
    var tally = RoundTrip.Tally()
    for (number, example) in Self.examples(in: text).enumerated() {
      var diagnostics = Diagnostics()
      // An example that opens like front matter is no article.
      guard !example.hasPrefix("---\n"),
        let articles = try? reader.readArticles(
          Source(bytes: Array(example.utf8)), limits: .standard, diagnostics: &diagnostics)
      else { continue }
      // Some examples have schemes of their own making.
      tally.add(
        "\(file) \(number + 1)", articles[0], through: format,
        options: ["unsafe-links": "true", "lossless": "true"])
    }
    print(
      "round trip: \(file) through \(format): \(tally.summary) equal", tally.failures.prefix(40))
    #expect(tally.failures.isEmpty)
  }

  /// The Markdown of each example.
  static func examples(in text: String) -> [String] {
    var examples: [String] = []
    var current: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("````````````````````````````````") {
        current = line.contains("example") ? [] : nil
      } else if line == ".", let lines = current {
        examples.append(
          lines.joined(separator: "\n").replacing("→", with: "\t") + "\n")
        current = nil
      } else if current != nil {
        current?.append(line)
      }
    }
    return examples
  }
}
