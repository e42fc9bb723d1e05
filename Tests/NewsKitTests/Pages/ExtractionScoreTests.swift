import Foundation
import NewsKit
import NewsTestSupport
import Testing

/// Extraction and metadata of real pages, by the scorer beside the project.
///
/// Every third page, so that a debug build is done in a minute or two; `make score` takes them all.
/// The floors are what is reached on these pages. They rise with the code and never fall.
@Suite("Score of real pages", .enabled(if: ExtractionScore.isThere))
struct ExtractionScoreTests {
  @Test func score() throws {
    let figures = try ExtractionScore.run(everyNth: 3)
    for (name, floor) in ExtractionScore.floors {
      let figure = try #require(figures[name], "\(name) was not scored")
      print("score of every third page: \(name) \(figure), at least \(floor)")
      #expect(figure >= floor, "\(name)")
    }
  }
}

enum ExtractionScore {
  static let floors: [(String, Double)] = [
    ("chunk F1", 0.948), ("token F1", 0.976), ("encodings", 13), ("title", 0.83),
    ("author", 0.756), ("date", 0.945), ("byline", 0.814), ("site name", 0.842),
    ("date of the full ones", 1), ("language", 1), ("direction", 1),
  ]

  private static let python = "/usr/bin/python3"
  private static var corpus: URL? { Repository.shared?.appending(path: "corpora/extract") }

  /// Whether the pages and Python are on this machine.
  static let isThere: Bool = {
    let files = FileManager.default
    guard let corpus, files.fileExists(atPath: corpus.path) else {
      print("skipped: the score of real pages, for want of ../shared/corpora/extract")
      return false
    }
    guard files.isExecutableFile(atPath: python) else {
      print("skipped: the score of real pages, for want of \(python)")
      return false
    }
    return true
  }()

  /// Converts some of the pages and scores them.
  static func run(everyNth step: Int) throws -> [String: Double] {
    let files = FileManager.default
    let corpus = try #require(corpus)
    let work = files.temporaryDirectory.appending(path: "newskit-score-\(UUID().uuidString)")
    try files.createDirectory(
      at: work.appending(path: "data"), withIntermediateDirectories: true)
    defer { try? files.removeItem(at: work) }

    // A manifest of the pages in the sample, beside the same files.
    let lines = try String(contentsOf: corpus.appending(path: "manifest.jsonl"), encoding: .utf8)
      .split(separator: "\n")
    var sample: [Substring] = []
    for (index, line) in lines.enumerated()
    where index % step == 0 || line.contains("\"set\": \"encoding\"") {
      sample.append(line)
    }
    let manifest = sample.joined(separator: "\n") + "\n"
    try Data(manifest.utf8).write(to: work.appending(path: "data/manifest.jsonl"))
    for folder in ["html", "expected"] {
      try files.createSymbolicLink(
        at: work.appending(path: "data/\(folder)"),
        withDestinationURL: corpus.appending(path: folder))
    }
    try execute([scorer, work.appending(path: "data").path, "none", "--unpack", pages(work).path])
    // What the re-encoded pages are compared with.
    let originals = sample.filter { $0.contains("\"set\": \"encoding\"") }.compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["orig"]
        as? String
    }
    for id in originals where !files.fileExists(atPath: page(id, work).path) {
      guard let line = lines.first(where: { $0.contains("\"id\": \"\(id)\"") }),
        let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let path = entry["html"] as? String
      else { continue }
      try unpack(corpus.appending(path: path), to: page(id, work))
    }

    try convert(work)
    let report = work.appending(path: "score.json")
    try execute([
      scorer, work.appending(path: "data").path, work.appending(path: "out").path, "--bootstrap",
      "0",
      "--json", report.path,
    ])
    return try figures(of: Data(contentsOf: report))
  }

  private static func execute(_ arguments: [String]) throws {
    _ = try ProgramRun.output(of: [python, "-B"] + arguments)
  }

  private static var scorer: String {
    Repository.shared?.appending(path: "score/extract.py").path ?? ""
  }

  private static func pages(_ work: URL) -> URL { work.appending(path: "pages") }
  private static func page(_ id: String, _ work: URL) -> URL {
    pages(work).appending(path: id + ".html")
  }

  private static func unpack(_ packed: URL, to file: URL) throws {
    try execute([
      "-c", "import gzip, sys; open(sys.argv[2], 'wb').write(gzip.open(sys.argv[1]).read())",
      packed.path, file.path,
    ])
  }

  private static func convert(_ work: URL) throws {
    let out = work.appending(path: "out")
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    var options = FormatOptions()
    for (name, value) in [
      ("fragment", "true"), ("wrap", "none"), ("links", "none"), ("figures", "none"),
    ] {
      options.set(name, value)
    }
    let registry = FormatRegistry.standard
    let reader = try registry.reader(named: "html").make(FormatOptions())
    let plain = try registry.writer(named: "plain").make(options, WriterEnvironment())
    let json = try registry.writer(named: "json").make(FormatOptions(), WriterEnvironment())
    for name in try FileManager.default.contentsOfDirectory(atPath: pages(work).path).sorted() {
      let bytes = try Data(contentsOf: pages(work).appending(path: name))
      var diagnostics = Diagnostics()
      let articles = try reader.readArticles(
        Source(bytes: Array(bytes)), limits: .standard, diagnostics: &diagnostics)
      let publication = Publication(articles[0])
      var text = ByteBuffer()
      try plain.write(publication, to: &text, diagnostics: &diagnostics)
      var data = ByteBuffer()
      try json.write(publication, to: &data, diagnostics: &diagnostics)
      let id = name.prefix { $0 != "." }
      try Data(text.bytes).write(to: out.appending(path: id + ".txt"))
      try Data(data.bytes).write(to: out.appending(path: id + ".json"))
    }
  }

  /// The figures of the scorer's report that the issue names.
  private static func figures(of report: Data) throws -> [String: Double] {
    let root = try #require(
      try JSONSerialization.jsonObject(with: report) as? [String: [String: Any]])
    func figure(_ part: String, _ key: String) -> Double? {
      (root[part]?[key] as? NSNumber)?.doubleValue
    }
    func share(_ part: String, _ field: String, _ key: String) -> Double? {
      guard let field = root[part]?[field] as? [String: Any], let n = field["n"] as? NSNumber,
        let hits = field[key] as? NSNumber, n.doubleValue > 0
      else { return nil }
      return hits.doubleValue / n.doubleValue
    }
    return [
      "chunk F1": figure("trafilatura", "f1"), "token F1": figure("readability", "f1"),
      "encodings": figure("encoding", "as_good_as_utf8"),
      "title": share("trafilatura_meta", "title", "exact"),
      "author": share("trafilatura_meta", "byline", "exact"),
      "date": share("trafilatura_meta", "date", "loose"),
      "byline": share("readability_meta", "byline", "exact"),
      "site name": share("readability_meta", "siteName", "exact"),
      "date of the full ones": share("readability_meta", "publishedTime", "loose"),
      "language": share("readability_meta", "lang", "loose"),
      "direction": share("readability_meta", "dir", "exact"),
    ].compactMapValues(\.self)
  }
}
