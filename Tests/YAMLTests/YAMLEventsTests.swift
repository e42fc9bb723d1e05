import Testing

@testable import YAML

@Suite struct YAMLEventsTests {
  /// The events of a text in short: `{` and `}` for mappings, `[` and `]` for lists.
  static func events(_ text: String) throws(YAMLProblem) -> [String] {
    try YAMLEvents.read(Array(text.utf8)) { events throws(YAMLProblem) in
      var result: [String] = []
      while let event = try events.next() {
        let name = (event.anchor.map { "&\($0) " } ?? "") + (event.tag.map { "<\($0)> " } ?? "")
        switch event.kind {
        case .scalar: result.append(name + (event.isPlain ? event.text : "'\(event.text)'"))
        case .alias: result.append("*" + event.text)
        case .sequenceStart: result.append(name + "[")
        case .sequenceEnd: result.append("]")
        case .mappingStart: result.append(name + "{")
        case .mappingEnd: result.append("}")
        case .documentEnd: result.append("end")
        }
      }
      return result
    }
  }

  @Test(
    arguments: [
      ("", []), ("# nothing", []), ("a", ["a", "end"]), ("'a'", ["'a'", "end"]),
      ("a: 1\nb: [x, 'y']", ["{", "a", "1", "b", "[", "x", "'y'", "]", "}", "end"]),
      ("- |\n  two\n  lines\n", ["[", "'two\nlines\n'", "]", "end"]),
      ("a: &n {b: c}\nd: *n", ["{", "a", "&n {", "b", "c", "}", "d", "*n", "}", "end"]),
      ("!!str 1", ["<tag:yaml.org,2002:str> 1", "end"]),
      // One document is read.
      ("a\n---\nb", ["a", "end"]),
    ] as [(String, [String])])
  func events(text: String, expected: [String]) throws {
    #expect(try Self.events(text) == expected)
  }

  @Test(arguments: [("a: [1", 1), ("a: 1\n\tb: 2", 2), ("a: 1\nb: 2\n c: 3", 3), ("a: 'x", 1)])
  func problemsHaveTheirLine(text: String, line: Int) throws {
    let problem = try #require(throws: YAMLProblem.self) { try Self.events(text) }
    #expect((line...line + 1).contains(problem.line ?? 0))
    #expect(!problem.problem.isEmpty)
  }

  @Test func depthCostsNoStack() throws {
    let text = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
    #expect(try Self.events(text).count == 10_001)
  }
}
