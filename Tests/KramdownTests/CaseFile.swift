import Foundation
import Kramdown
import Testing

/// Markdown with the HTML that kramdown 2.4 prints for it with Jekyll's options, as `cases/*.txt`
/// have it: a `=== source` and a `=== html` each, cases parted by an empty line.
struct CaseFile {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let line: Int
    var source = ""
    var html = ""

    var testDescription: String { "\(file):\(line)" }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "cases")

  /// The cases of all files.
  static let all: [Case] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().flatMap(cases)
  }()

  private static func cases(in file: String) -> [Case] {
    guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8) else {
      return []
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // The last line ends with a line feed, too; then the last case ends as the others do.
    if lines.last == "" { lines.removeLast() }
    lines.append("")
    var cases: [Case] = []
    var isSource = false
    for (number, line) in lines.enumerated() {
      if line == "=== source" {
        cases.append(Case(file: file, line: number + 1))
        isSource = true
      } else if line == "=== html" {
        isSource = false
      } else if !cases.isEmpty {
        let last = cases.count - 1
        if isSource { cases[last].source += line + "\n" } else { cases[last].html += line + "\n" }
      }
    }
    // The empty line between cases belongs to none.
    for index in cases.indices { cases[index].html.removeLast() }
    return cases
  }
}

extension Kramdown {
  static func text(of markdown: String, options: Options = .jekyll) -> String {
    String(decoding: html(of: Array(markdown.utf8), options: options).html, as: UTF8.self)
  }
}
