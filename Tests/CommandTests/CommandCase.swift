import Foundation

/// One text file of `cases/`: a command line, its input files, and what it must print and leave.
///
///     # What the case shows.
///     $ newsconv post.md --to plain
///     === file post.md
///     …
///     === stdout
///     …
///     === stderr
///     …
///     === files
///     book.epub
///     === status 65
///
/// Lines with `$` are a shell script. Sections that are not there mean: prints nothing, leaves no
/// new file, exits with 0. More sections: `repeat NAME COUNT` (a file of its text, without the last
/// line break, so many times), `hex NAME` (bytes), `example NAME PATH` (a copy from `Examples`),
/// `directory NAME`, `stdin`; `stdout contains` and `stderr contains` (each line is somewhere in
/// it). A last line `%no-newline` takes the line break before it away.
struct CommandCase: Sendable {
  var name: String
  var comment: [String] = []
  var script: [String] = []
  var setup: [Section] = []
  var stdout = Expectation.exactly("")
  var stderr = Expectation.exactly("")
  var files: [String] = []
  var status: Int32 = 0

  struct Section: Sendable {
    var words: [String]
    var text: String
  }

  enum Expectation: Sendable, Hashable {
    case exactly(String)
    case contains([String])
  }

  struct Malformed: Error, CustomStringConvertible {
    var description: String
  }
}

extension CommandCase {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "cases")

  /// The names of all cases, without `.txt`.
  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }

  static func url(of name: String) -> URL { folder.appending(path: name + ".txt") }

  init(named name: String) throws {
    self.name = name
    let text = try String(contentsOf: Self.url(of: name), encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.last?.isEmpty == true { lines.removeLast() }
    while let line = lines.first, !line.hasPrefix("=== ") {
      lines.removeFirst()
      if line.hasPrefix("$ ") {
        script.append(String(line.dropFirst(2)))
      } else if line.hasPrefix("#") {
        comment.append(String(line))
      } else if !line.isEmpty {
        throw Malformed(description: "\(name): neither '#', '$ ' nor '=== ': \(line)")
      }
    }
    while let head = lines.popFirst() {
      let end = lines.firstIndex { $0.hasPrefix("=== ") } ?? lines.endIndex
      let body = lines[..<end]
      lines = lines[end...]
      try add(
        Section(
          words: head.dropFirst(4).split(separator: " ").map(String.init),
          text: Self.text(of: body)))
    }
    if script.isEmpty { throw Malformed(description: "\(name): no '$ ' line") }
  }

  private static func text(of lines: ArraySlice<Substring>) -> String {
    if lines.last == "%no-newline" { return lines.dropLast().joined(separator: "\n") }
    return lines.map { $0 + "\n" }.joined()
  }

  private mutating func add(_ section: Section) throws {
    let lines = section.text.split(separator: "\n").map(String.init)
    switch section.words.first {
    case "stdout":
      stdout = section.words.count > 1 ? .contains(lines) : .exactly(section.text)
    case "stderr":
      stderr = section.words.count > 1 ? .contains(lines) : .exactly(section.text)
    case "files": files = lines
    case "status":
      guard let number = section.words.dropFirst().first.flatMap({ Int32($0) }) else {
        throw Malformed(description: "\(name): 'status' needs a number")
      }
      status = number
    case "file", "repeat", "hex", "example", "directory", "stdin": setup.append(section)
    default: throw Malformed(description: "\(name): no such section: \(section.words)")
    }
  }

  /// The case as a file, with what a run did in the place of what was expected.
  func recorded(_ run: CommandRun) -> String {
    var text = comment.map { $0 + "\n" }.joined()
    text += script.map { "$ \($0)\n" }.joined()
    for section in setup {
      text += "=== \(section.words.joined(separator: " "))\n" + Self.body(section.text)
    }
    text += Self.recorded("stdout", stdout, run.stdout)
    text += Self.recorded("stderr", stderr, run.stderr)
    if !run.files.isEmpty { text += "=== files\n" + run.files.map { $0 + "\n" }.joined() }
    if run.status != 0 { text += "=== status \(run.status)\n" }
    return text
  }

  private static func recorded(
    _ name: String, _ expectation: Expectation, _ actual: String
  ) -> String {
    switch expectation {
    case .contains(let lines):
      return "=== \(name) contains\n" + lines.map { $0 + "\n" }.joined()
    case .exactly:
      return actual.isEmpty ? "" : "=== \(name)\n" + body(actual)
    }
  }

  private static func body(_ text: String) -> String {
    text.isEmpty || text.hasSuffix("\n") ? text : text + "\n%no-newline\n"
  }
}
