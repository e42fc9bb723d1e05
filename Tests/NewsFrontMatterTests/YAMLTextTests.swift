import NewsModel
import Testing
@testable import NewsFrontMatter

import YAML

@Suite struct YAMLTextTests {
  @Test func theLastOfTwoEqualKeysCounts() throws {
    let yaml = try YAMLText("a: 1\nb: 2\na: 3\n\"c\": x\n'c': y\n")
    #expect(yaml.value.map?["a"] == .integer(3))
    #expect(yaml.value.map?["b"] == .integer(2))
    #expect(yaml.value.map?["c"] == .string("y"))
    #expect(yaml.value.map?.count == 3)
    #expect(yaml.overruledKeys.map(\.key).sorted() == ["a", "c"])
    #expect(yaml.overruledKeys.map(\.line).sorted() == [1, 4])
  }

  @Test func mergeKeysFillWhatIsMissing() throws {
    let yaml = try YAMLText("base: &b {x: 1, y: 2}\nown:\n  <<: *b\n  y: 3\n")
    #expect(yaml.value.map?["own"]?.map?["x"] == .integer(1))
    #expect(yaml.value.map?["own"]?.map?["y"] == .integer(3))
  }

  @Test func quotedScalarsAreText() throws {
    let yaml = try YAMLText("a: \"2020\"\nb: 'yes'\nc: |\n  10\nd: !!str 10\n")
    #expect(yaml.value.map?["a"] == .string("2020"))
    #expect(yaml.value.map?["b"] == .string("yes"))
    #expect(yaml.value.map?["c"] == .string("10\n"))
    #expect(yaml.value.map?["d"] == .string("10"))
  }

  @Test func aliasesWithinAliasesAreBounded() {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...9 {
      let alias = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      text += "a\(level): &a\(level) [\(alias)]\n"
    }
    #expect(throws: YAMLText.Failure.self) { try YAMLText(text) }
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000) + "x",
    (0..<5000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ])
  func nestingIsBounded(_ text: String) {
    #expect(throws: YAMLText.Failure.self) { try YAMLText(text) }
  }

  @Test func failuresNameTheLine() {
    do {
      _ = try YAMLText("---\ntitle: a: b\n")
      Issue.record("read without complaint")
    } catch {
      #expect(error.line == 2)
      #expect(error.problem.contains("mapping values are not allowed"))
    }
  }

  @Test func anEmptyDocumentIsNull() throws {
    #expect(try YAMLText("---\n").value == .null)
    #expect(try YAMLText("").value == .null)
  }
}
