import NewsHTML
import NewsModel
import Testing

/// What is taken over of a parsed document; the parser has tests of its own.
@Suite struct HTMLTreeTests {
  /// Tags nested as in the tree, texts in quotes, raw text in bars.
  static func outline(_ html: String, isFragment: Bool = true) throws -> String {
    var diagnostics = Diagnostics()
    let tree = try HTMLTree(
      parsing: Array(html.utf8), isFragment: isFragment, diagnostics: &diagnostics)
    var result = ""
    var open: [Int] = []
    for node in 1..<tree.count {
      while let last = open.last, tree.end(of: last) <= node {
        open.removeLast()
        result += ")"
      }
      let text = String(decoding: tree.text(of: node), as: UTF8.self)
      switch tree.nodes[node].tag {
      case .text: result += "'\(text)'"
      case .rawText: result += "|\(text)|"
      case let tag:
        result += tag.name + "("
        open.append(node)
      }
      #expect(tree.parent(of: node) == open.dropLast(open.last == node ? 1 : 0).last ?? 0)
    }
    return result + String(repeating: ")", count: open.count)
  }

  @Test(arguments: [
    ("<p>a<!-- c -->b<i>c</i>", "p('ab'i('c'))"),
    ("a<!-- c --><!-- d -->&amp;<!-- -->b<p>c", "'a&b'p('c')"),
    ("<script>a<b</script><style>c</style>", "script(|a<b|)style(|c|)"),
    ("<iframe><p>a</iframe><noframes>b</noframes>", "iframe(|<p>a|)noframes(|b|)"),
    ("<textarea><p>a</textarea><xmp><b></xmp>", "textarea('<p>a')xmp('<b>')"),
    ("<svg><title>a</title><style>b</style></svg>", "svg(unknown('a')style(|b|))"),
    ("<x-y>a</x-y>", "unknown('a')"),
    ("<amp-img src=a></amp-img>", "amp-img()"),
  ])
  func treesOfFragments(_ html: String, _ outline: String) throws {
    #expect(try Self.outline(html) == outline)
  }

  @Test func aPageHasItsThreeElements() throws {
    #expect(
      try Self.outline("<!DOCTYPE html><!-- c --><title>t</title>a", isFragment: false)
        == "html(head(title('t'))body('a'))")
  }

  @Test func everyTagHasTheNameOfItsCase() {
    for tag in HTMLTag.allCases {
      #expect(tag.name.filter { $0 != "-" } == "\(tag)".lowercased() || tag == .rawText)
    }
  }

  @Test func attributesKeepTheirNames() throws {
    var diagnostics = Diagnostics()
    let tree = try HTMLTree(
      parsing: Array("<p CLASS=a data-x='b&amp;c' hidden xml:lang=de class=z>".utf8),
      isFragment: true, diagnostics: &diagnostics)
    let names = tree.attributes(of: 1).map { tree.name(at: $0) }
    #expect(names == ["class", "data-x", "hidden", "xml:lang"])
    #expect(tree.string(.class, of: 1) == "a")
    #expect(tree.string(.xmlLang, of: 1) == "de")
    #expect(tree.string(.hidden, of: 1) == "")
    #expect(tree.value(at: 1).elementsEqual("b&c".utf8))
  }

  @Test func limitsAreReported() throws {
    var limits = Limits()
    limits.nodes = 50
    var diagnostics = Diagnostics()
    _ = try HTMLTree(
      parsing: Array(String(repeating: "<p>a", count: 100).utf8), limits: limits,
      diagnostics: &diagnostics)
    let deep = String(repeating: "<div>", count: 600)
    let tree = try HTMLTree(parsing: Array(deep.utf8), diagnostics: &diagnostics)
    #expect(tree.nodes.allSatisfy { $0.depth <= 512 })
    let many = "<p " + (0..<3000).map { "a\($0)" }.joined(separator: " ") + ">"
    _ = try HTMLTree(parsing: Array(many.utf8), diagnostics: &diagnostics)
    let messages = diagnostics.all.map(\.message)
    #expect(messages.count == 3)
    #expect(messages[0].contains("more than 50 elements"))
    #expect(messages[1].contains("512 levels"))
    #expect(messages[2].contains("2000 of a tag"))
  }
}
