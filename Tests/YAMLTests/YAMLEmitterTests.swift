import Testing

@testable import YAML

@Suite struct YAMLEmitterTests {
  static let cases: [(node: YAMLNode, text: String)] = [
    (.mapping([(key: plain("a"), value: plain("b c"))], isFlow: false), "a: b c\n"),
    (
      .mapping(
        [(key: plain("tags"), value: .sequence([plain("a"), plain("b")], isFlow: true))],
        isFlow: false), "tags: [a, b]\n"
    ),
    (.sequence([plain("a"), plain("b")], isFlow: false), "- a\n- b\n"),
    (
      .mapping([(key: plain("t"), value: .scalar("a: b", .singleQuoted))], isFlow: false),
      "t: 'a: b'\n"
    ),
    (
      .mapping([(key: plain("t"), value: .scalar("two\nlines", .doubleQuoted))], isFlow: false),
      "t: \"two\\nlines\"\n"
    ),
    // libyaml quotes what would not read back as it is.
    (.mapping([(key: plain("t"), value: plain("# none"))], isFlow: false), "t: '# none'\n"),
    (.mapping([(key: plain("名"), value: plain("王"))], isFlow: false), "名: 王\n"),
  ]

  static func plain(_ text: String) -> YAMLNode { .scalar(text, .plain) }

  @Test(arguments: cases)
  func writes(node: YAMLNode, text: String) throws {
    #expect(try String(decoding: #require(YAMLEmitter.text(of: node)), as: UTF8.self) == text)
  }

  @Test func longLinesStayWhole() throws {
    let words = String(repeating: "word ", count: 100) + "end"
    let bytes = try #require(YAMLEmitter.text(of: Self.plain(words)))
    #expect(bytes.filter { $0 == 0x0A }.count <= 2)
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(words))
  }
}
