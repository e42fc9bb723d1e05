import Foundation
import NewsKit
import NewsTestSupport
import Testing

/// Writing an article and reading it back.
enum RoundTrip {
  /// What came back, and the text between.
  static func article(
    _ article: Article, through format: String, options: [String: String] = [:],
    readBy reader: String? = nil
  ) throws -> (article: Article, text: String) {
    var chosen = FormatOptions()
    for (name, value) in options { chosen.set(name, value) }
    let writer = try FormatRegistry.standard.writer(named: format).make(
      chosen, WriterEnvironment())
    var diagnostics = Diagnostics()
    let bytes = try writer.write(Publication(article), diagnostics: &diagnostics)
    let back = try FormatRegistry.standard.reader(named: reader ?? format).make(FormatOptions())
    let articles = try back.readArticles(
      Source(bytes: bytes), limits: .standard, diagnostics: &diagnostics)
    return (articles[0], String(decoding: bytes, as: UTF8.self))
  }

  /// Articles that do not come back equal, printed for a person where `NEWSKIT_SHOW` asks for some.
  struct Tally {
    private(set) var count = 0
    private(set) var failures: [String] = []
    private let show: Int

    init() {
      show = ProcessInfo.processInfo.environment["NEWSKIT_SHOW"].flatMap { Int($0) } ?? 0
    }

    mutating func add(
      _ name: String, _ article: Article, through format: String,
      options: [String: String] = [:], readBy reader: String? = nil
    ) {
      count += 1
      do {
        let back = try RoundTrip.article(
          article, through: format, options: options, readBy: reader)
        if back.article == article { return }
        if let folder = ProcessInfo.processInfo.environment["NEWSKIT_DUMP"] {
          let file = "\(folder)/\(name)-\(format)-\(options.values.sorted().joined()).json"
          _ = FileManager.default.createFile(
            atPath: file.replacing(" ", with: "-"), contents: (try? article.json()).map { Data($0) }
          )
        }
        if failures.count < show {
          print("== \(name) through \(format)")
          print("-- text\n" + back.text)
          print(Self.difference(article, back.article))
        }
      } catch {
        if failures.count < show { print("== \(name) through \(format): \(error)") }
      }
      failures.append(name)
    }

    /// The first place where two articles differ, in JSON.
    private static func difference(_ one: Article, _ other: Article) -> String {
      func lines(_ article: Article) -> [Substring] {
        String(decoding: (try? article.json(pretty: true)) ?? [], as: UTF8.self).split(
          separator: "\n")
      }
      // The order of keys is no difference.
      var other = other
      if one.metadata.extra == other.metadata.extra { other.metadata.extra = one.metadata.extra }
      let (a, b) = (lines(one), lines(other))
      let start = zip(a, b).prefix { $0 == $1 }.count
      let from = max(0, start - 3)
      return "-- was\n" + a[min(from, a.count)..<min(start + 9, a.count)].joined(separator: "\n")
        + "\n-- is\n" + b[min(from, b.count)..<min(start + 9, b.count)].joined(separator: "\n")
    }

    var summary: String { "\(count - failures.count) of \(count)" }
  }
}
