import Foundation
import NewsKit
import NewsTestSupport
import Testing

/// Converts the posts of a corpus through the library and has `score/jekyll.py` judge them.
struct JekyllScorer {
  private let corpus: URL
  private let output: URL

  /// Whether corpora, scorer and a Python with lxml are there; says which is not.
  static let isThere: Bool = {
    guard let shared = Repository.shared else { return false }
    let script = shared.appending(path: "score/jekyll.py").path
    guard FileManager.default.fileExists(atPath: script) else {
      print("skipped: the scores of posts, whose scorer is not at \(script)")
      return false
    }
    guard (try? ProgramRun([python, "-c", "import lxml.html"]))?.status == 0 else {
      print("skipped: the scores of posts, which need \(python) with lxml (make test-packages)")
      return false
    }
    return true
  }()

  init(corpus: String) throws {
    self.corpus = try #require(Repository.shared).appending(path: "corpora/\(corpus)").standardized
    output = FileManager.default.temporaryDirectory
      .appending(path: "newskit-\(corpus)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
  }

  /// Writes every post of the corpus under its name there; one that fails leaves no file.
  ///
  /// - Parameter flags: of the reader and the writer together.
  func convert(to format: String, flags: [String] = []) throws {
    let registry = FormatRegistry.standard
    var (reading, writing) = (FormatOptions(), FormatOptions())
    for flag in flags where flag == "keep-text" { reading.set(flag, "true") }
    for flag in flags where flag != "keep-text" { writing.set(flag, "true") }
    let reader = try registry.reader(named: "jekyll").make(reading)
    let writer = try registry.writer(named: format).make(writing, WriterEnvironment())
    let lines = try String(
      contentsOf: corpus.appending(path: "expected.jsonl"), encoding: .utf8
    ).split(separator: "\n")
    for line in lines {
      let post = try JSONDecoder().decode(Post.self, from: Data(line.utf8))
      let path = corpus.appending(path: "sites/\(post.site)/\(post.path)").path
      let bytes = try #require(FileManager.default.contents(atPath: path), "\(path)")
      var diagnostics = Diagnostics()
      do {
        let articles = try reader.readArticles(
          Source(bytes: Array(bytes), path: path), limits: .standard, diagnostics: &diagnostics)
        let written = try writer.write(Publication(articles[0]), diagnostics: &diagnostics)
        try Data(written).write(to: output.appending(path: "\(post.id).\(format)"))
      } catch {
        print("  \(post.path): \(error)")
      }
    }
  }

  /// Takes what was written away.
  func remove() { try? FileManager.default.removeItem(at: output) }

  private struct Post: Decodable {
    var id: String
    var site: String
    var path: String
  }

  /// What the scorer prints of the files that were written.
  func score(_ what: String, _ options: [String] = []) throws -> String {
    let script = try #require(Repository.shared).appending(path: "score/jekyll.py").standardized
    return try ProgramRun.output(
      of: [Self.python, "-B", script.path, what, corpus.path, output.path] + options)
  }

  private static let python = "/usr/bin/python3"

  /// The percentage behind a name in the line of a report that begins with a word.
  static func figure(_ name: String, of word: String, in report: String) throws -> Double {
    let line = report.split(separator: "\n").first { $0.hasPrefix(word + " ") }
    let tail = line?.range(of: name + " ", options: .backwards).flatMap { line?[$0.upperBound...] }
    let number = tail?.drop { $0 == " " }.prefix { $0 != "%" }
    return try #require(number.flatMap { Double($0) }, "no '\(name)' of '\(word)' in: \(report)")
  }
}
