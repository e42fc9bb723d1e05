import Foundation
import NewsKit
import Testing

@Suite("Round trip of random articles") struct RandomRoundTripTests {
  /// `NEWSKIT_SEEDS=600..<5000` tries others.
  static let seeds: Range<Int> = {
    let asked = ProcessInfo.processInfo.environment["NEWSKIT_SEEDS"] ?? "0..<600"
    let ends = asked.split(separator: "..<").compactMap { Int($0) }
    return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : 0..<600
  }()

  @Test(
    arguments: [
      ("json", [:]), ("markdown", ["lossless": "true"]),
      ("gfm", ["lossless": "true", "wrap": "60"]),
      ("markdown", ["lossless": "true", "wrap": "sentence"]),
      ("markdown", ["lossless": "true", "link-style": "reference"]),
      ("commonmark", ["lossless": "true"]),
    ])
  func articles(format: String, options: [String: String]) {
    var tally = RoundTrip.Tally()
    for seed in Self.seeds {
      var generator = ArticleGenerator(seed: UInt64(seed))
      tally.add("seed \(seed)", generator.article(), through: format, options: options)
    }
    let chosen = options.sorted(by: <).map { " --\($0) \($1)" }.joined()
    print(
      "round trip: random articles through \(format)\(chosen): \(tally.summary) equal",
      tally.failures.prefix(20))
    #expect(tally.failures.isEmpty)
  }
}
