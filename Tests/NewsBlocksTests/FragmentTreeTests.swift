import NewsHTML
import NewsModel
import NewsTestSupport
import Testing
@testable import NewsBlocks

/// Fragments that need no repair are read without libxml2: the blocks must be the same.
@Suite struct FragmentTreeTests {
  static func blocks(_ html: [UInt8], isFragment: Bool) throws -> BlockBuilder.Output {
    var diagnostics = Diagnostics()
    let tree = try HTMLTree(parsing: html, isFragment: isFragment, diagnostics: &diagnostics)
    return BlockBuilder(options: .fragment).blocks(of: tree, diagnostics: &diagnostics)
  }

  @Test func theBlocksAreThoseOfLibxml2() throws {
    for (html, _) in BlockBuilderTests.cases {
      let bytes = Array(html.utf8)
      #expect(
        try Self.blocks(bytes, isFragment: true) == Self.blocks(bytes, isFragment: false), "\(html)"
      )
    }
  }

  /// Pieces of markup put together at random, so that right and wrong nesting alternate.
  @Test func andOfAnyMarkupPutTogether() throws {
    let pieces = [
      "<p>", "</p>", "<em>", "</em>", "a", " ", "\n", "<a href=\"x\">", "</a>", "<ul>", "<li>",
      "</li>", "</ul>", "<br />", "<br>", "&amp;", "&lt;", "<table>", "<tr>", "<td>", "</td>",
      "</tr>", "</table>", "<pre>", "</pre>", "<!-- c -->", "<div class=\"k\">", "</div>", "<hr />",
      "<h2 id=\"h\">", "</h2>", "<blockquote>", "</blockquote>", "中", "<img src=\"i\" alt=\"b\" />",
      "<dl>", "<dt>", "</dt>", "<dd>", "</dd>", "</dl>", "<code>", "</code>", "<sup id=\"s\">",
      "</sup>", "<section>", "</section>", "<figure>", "</figure>",
    ]
    var state: UInt64 = 20_261_124
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<4000 {
      var html = ""
      var open: [String] = []
      for _ in 0..<(2 + next(14)) {
        // Mostly the end that is due, so that some texts come out well formed.
        if !open.isEmpty, next(3) == 0 {
          html += open.removeLast()
          continue
        }
        let piece = pieces[next(pieces.count)]
        html += piece
        if piece.hasPrefix("<"), !piece.hasPrefix("</"), !piece.hasPrefix("<!"),
          !piece.hasSuffix("/>"), piece != "<br>"
        {
          open.append("</" + piece.dropFirst().prefix { $0 != " " && $0 != ">" } + ">")
        }
      }
      while let end = open.popLast() { html += end }
      let bytes = Array(html.utf8)
      #expect(
        try Self.blocks(bytes, isFragment: true) == Self.blocks(bytes, isFragment: false), "\(html)"
      )
    }
  }
}
