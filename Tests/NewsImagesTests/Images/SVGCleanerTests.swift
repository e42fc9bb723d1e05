import Foundation
import Testing
@testable import NewsImages

/// What of a drawing may stand in a book.
@Suite struct SVGCleanerTests {
  private static let open = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">"#

  /// The cleaned drawing between the tags of its root.
  private func inside(_ content: String) -> String? {
    guard let bytes = SVGCleaner.cleaned(Array((Self.open + content + "</svg>").utf8)) else {
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let root = text.range(of: "<svg"),
      let start = text[root.upperBound...].firstIndex(of: ">"),
      let end = text.range(of: "</svg>")
    else { return nil }
    return String(text[text.index(after: start)..<end.lowerBound])
  }

  @Test(arguments: [
    (#"<path d="M0 0" fill="red"/>"#, #"<path d="M0 0" fill="red"></path>"#),
    ("<script>alert(1)</script><g/>", "<g></g>"),
    (#"<g onclick="x()" onload='y()' class="c"/>"#, #"<g class="c"></g>"#),
    ("<foreignObject><p>text</p><script/></foreignObject><g/>", "<g></g>"),
    (#"<a href="javascript:x"><text>t</text></a>"#, "<text>t</text>"),
    (#"<image href="https://a.example/x.png" width="1"/>"#, #"<image width="1"></image>"#),
    (
      #"<image href="data:image/png;base64,AA=="/>"#,
      #"<image xlink:href="data:image/png;base64,AA=="></image>"#
    ),
    (#"<image href="data:image/svg+xml,x"/>"#, "<image></image>"),
    (##"<use href="#a"/><use href="b.svg#a"/>"##, ##"<use xlink:href="#a"></use><use></use>"##),
    (#"<rect fill="url(https://a.example/#g)"/>"#, "<rect></rect>"),
    (##"<rect fill="url( '#g')"/>"##, ##"<rect fill="url( '#g')"></rect>"##),
    (#"<rect style="fill:\75rl(x)"/>"#, "<rect></rect>"),
    ("<style>@import 'x';</style>", "<style></style>"),
    ("<style>a{cursor:image-set('https://a.example/')}</style>", "<style></style>"),
    ("<style>.a{fill:red}</style>", "<style>.a{fill:red}</style>"),
    ("<style><![CDATA[.a>.b{fill:red}]]></style>", "<style>.a&gt;.b{fill:red}</style>"),
    (#"<g id="a"/><g id="a"/><g id="a b"/>"#, #"<g id="a"></g><g></g><g></g>"#),
    ("<animate attributeName='href'/><set to='javascript:x'/><g/>", "<g></g>"),
    (#"<x:g xmlns:x="urn:x"><g/></x:g><svg:g/>"#, "<g></g>"),
    ("<text>a &amp; &#x4E2D;&unknown; b</text>", "<text></text>"),
    ("<!-- -- > --><?php x ?><g/>", "<g></g>"),
  ])
  func keeps(_ content: String, _ expected: String) {
    #expect(inside(content) == expected)
  }

  @Test(arguments: [
    "", "text", "<svg", "<svg>", "<svg><g></svg>", "<html/>", "<svg/><svg/>", "<svg a=b/>",
    "<svg></g></svg>", "<!DOCTYPE svg [<!ENTITY a '>'", "<svg><!-- ", "<svg a='",
    String(repeating: "<svg>", count: 500),
  ])
  func refuses(_ drawing: String) {
    #expect(SVGCleaner.cleaned(Array(drawing.utf8)) == nil)
  }

  /// Entities are not looked up: a drawing that explodes when they are stays small.
  @Test func entitiesAreNothing() throws {
    let bomb =
      "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg xmlns='x'><text>&b;</text></svg>"
    let clean = try #require(SVGCleaner.cleaned(Array(bomb.utf8)))
    #expect(!String(decoding: clean, as: UTF8.self).contains("aaaa"))
  }
}
