import Foundation
import NewsKit
import NewsTestSupport
import Testing

/// Real posts of real sites, read as their sites' Jekyll read them: the figures of issue and
/// documentation, told by the scorer beside the corpora and held to what was reached.
@Suite("Posts as Jekyll shows them", .enabled(if: JekyllScorer.isThere))
struct JekyllCorpusTests {
  @Test func bodies() throws {
    let scorer = try JekyllScorer(corpus: "jekyll")
    defer { scorer.remove() }
    try scorer.convert(to: "html", flags: ["fragment", "keep-text"])
    let plain = try scorer.score("body")
    print("posts, bodies:\n\(plain)")
    // What is missing of the site-dependent ones is not in the corpus: Documentation/jekyll.md.
    #expect(try JekyllScorer.figure("text exact", of: "self-contained", in: plain) >= 100)
    #expect(try JekyllScorer.figure("structure exact", of: "self-contained", in: plain) >= 99.8)
    #expect(try JekyllScorer.figure("text exact", of: "site-dependent", in: plain) >= 66.2)
    #expect(try JekyllScorer.figure("structure exact", of: "site-dependent", in: plain) >= 66.2)
    #expect(plain.contains("missing candidates: 0"))

    let strict = try scorer.score("body", ["--strict-typography"])
    print("posts, bodies, typography compared strictly:\n\(strict)")
    #expect(try JekyllScorer.figure("text exact", of: "self-contained", in: strict) >= 100)
    #expect(try JekyllScorer.figure("structure exact", of: "self-contained", in: strict) >= 99.8)
    #expect(try JekyllScorer.figure("text exact", of: "site-dependent", in: strict) >= 66.2)
  }

  @Test(arguments: [("jekyll", 100), ("jekyll-edge", 94.9)])
  func metadata(corpus: String, reached: Double) throws {
    let scorer = try JekyllScorer(corpus: corpus)
    defer { scorer.remove() }
    try scorer.convert(to: "json")
    let report = try scorer.score("meta")
    print("\(corpus), metadata:\n\(report)")
    #expect(try JekyllScorer.figure("all", of: "metadata", in: report) >= reached)
  }

  @Test func edgeBodies() throws {
    let scorer = try JekyllScorer(corpus: "jekyll-edge")
    defer { scorer.remove() }
    try scorer.convert(to: "html", flags: ["fragment", "keep-text"])
    let report = try scorer.score("body")
    print("jekyll-edge, bodies:\n\(report)")
    #expect(try JekyllScorer.figure("text exact", of: "self-contained", in: report) >= 98.4)
  }
}
