import Foundation
import Kramdown
import Testing

/// The small cases beside the corpora, with kramdown's own output.
@Suite struct SharedCasesTests {
  static let path: String = {
    let shared =
      ProcessInfo.processInfo.environment["NEWSKIT_SHARED"]
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
      .path
    return shared + "/corpora/jekyll-edge/kramdown-cases.txt"
  }()

  static let isPresent = FileManager.default.fileExists(atPath: path)

  @Test(.enabled(if: isPresent, "kramdown-cases.txt is not beside the repository"))
  func sharedCases() throws {
    let lines = try String(contentsOfFile: Self.path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var equal = 0
    var misses: [String] = []
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard !line.hasPrefix("   =>"), next.hasPrefix("   => "),
        let colon = line.range(of: ": \"")
      else { continue }
      let name = String(line[..<colon.lowerBound])
      let markdown = try decode(line[line.index(before: colon.upperBound)...])
      let expected = try decode(next.dropFirst(6))
      let html = Kramdown.text(of: markdown)
      if trim(html) == trim(expected) {
        equal += 1
      } else {
        misses.append("\(name): \(html.debugDescription)")
      }
    }
    print("kramdown-cases.txt: \(equal) of \(equal + misses.count) equal")
    for miss in misses { print("  differs:", miss) }
    #expect(equal >= 66)
    #expect(misses.isEmpty)
  }

  private func decode(_ literal: Substring) throws -> String {
    try JSONDecoder().decode([String].self, from: Data("[\(literal)]".utf8))[0]
  }

  private func trim(_ html: String) -> String {
    html.trimmingCharacters(in: .newlines)
  }
}
