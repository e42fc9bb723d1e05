import Foundation
import NewsAddress
import Testing
@testable import NewsImages

/// What of a drawing may stand in a book.
@Suite struct SVGCleanerTests {
  private static let open = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">"#

  /// The cleaned drawing between the tags of its root.
  private func inside(_ content: String) -> String? {
    guard let bytes = try? SVGCleaner.cleaned(Array((Self.open + content + "</svg>").utf8)) else {
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
    #expect(throws: SVGCleaner.Failure.notWellFormed) {
      try SVGCleaner.cleaned(Array(drawing.utf8))
    }
  }

  /// Entities are not looked up: a drawing that explodes when they are stays small.
  @Test func entitiesAreNothing() throws {
    let bomb =
      "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg xmlns='x'><text>&b;</text></svg>"
    let clean = try SVGCleaner.cleaned(Array(bomb.utf8))
    #expect(!String(decoding: clean, as: UTF8.self).contains("aaaa"))
  }

  // MARK: What is put together from pieces

  /// What parts text within a style element without parting it for a reader.
  static let joints = [
    "", "<![CDATA[]]>", "]]><![CDATA[", "<!-- -->", "<?x?>", "<g/>", "<script>x</script>",
    "<x:y xmlns:x='x'>.a{}</x:y>", "&#x200D;", "/**/", "\u{7F}", "\u{85}", "<title>t</title>",
    "<a></a>", "<!-- <style> -->",
  ]
  static let loads = [
    "@import 'https://a.example/x';", "@import url(//a.example/x);",
    ".a{fill:url(https://a.example/x)}", ".a{cursor:image-set('https://a.example/x' 1x)}",
    "@font-face{src:url(x.woff)}", ".a{fill:u\\72l(javascript:x)}", "&#64;import 'x';",
    "@\\69mport 'x';", "&#x40;&#105;mport 'x';",
  ]

  @Test(arguments: joints, loads) func styleIsJudgedWhole(_ joint: String, _ load: String) {
    for split in 0...min(load.count, 24) {
      let place = load.index(load.startIndex, offsetBy: split)
      let content = "<style>" + load[..<place] + joint + load[place...] + "</style>"
      // A joint within a reference or a name may make it harmless; what is kept must be so.
      guard let kept = inside(content) ?? inside(content.replacing("]]><!", with: "<!")) else {
        continue
      }
      let css = kept.replacing("<style>", with: "").replacing("</style>", with: "")
        .replacing("&gt;", with: ">").replacing("&lt;", with: "<").replacing("&amp;", with: "&")
      #expect(StyleSheetCheck.finding(in: css, place: .drawing) == nil, "\(content)")
      #expect(!css.contains("@import"), "\(content)")
    }
  }

  @Test(arguments: [
    "javascript:x", "\u{7F}javascript:x", "java&#9;script:x", "data:text/html,x",
    "data:image/svg+xml,x", "https://a.example/x.svg#a", "//a.example/x", "x.svg#a", "file:///x",
    "#", "", " #a\u{0}", "data:image/png",
  ]) func partsAreOwn(_ address: String) {
    for element in ["use", "image", "linearGradient", "textPath", "pattern", "feImage", "a"] {
      for name in ["href", "xlink:href"] {
        let kept = inside("<\(element) \(name)=\"\(address)\"/>") ?? ""
        #expect(!kept.contains("href") || kept.contains("href=\"#a"), "\(element) \(kept)")
      }
    }
  }

  // MARK: Parts that multiply

  /// Parts each of which shows the one before ten times.
  private func bomb(_ levels: Int, _ reference: (Int) -> String, _ element: String) -> String {
    var content = "<\(element) id=\"p0\"><rect width=\"1\" height=\"1\"/></\(element)>"
    for level in 1...levels {
      content += "<\(element) id=\"p\(level)\">"
      for _ in 0..<10 { content += reference(level - 1) }
      content += "</\(element)>"
    }
    return Self.open + "<defs>" + content + "</defs>" + reference(levels) + "</svg>"
  }

  @Test func multiplies() {
    let kinds: [(String, (Int) -> String)] = [
      ("g", { "<use href=\"#p\($0)\"/>" }), ("symbol", { "<use xlink:href=\"#p\($0)\"/>" }),
      ("pattern", { "<rect fill=\"url(#p\($0))\"/>" }),
      ("mask", { "<rect style=\"mask:url( '#p\($0)' )\"/>" }),
      ("marker", { "<path d=\"M0 0\" marker-mid=\"url(#p\($0))\"/>" }),
      ("clipPath", { "<use href=\"#p\($0)\"/>" }),
    ]
    for (element, reference) in kinds {
      let many = Array(bomb(12, reference, element).utf8)
      #expect(throws: SVGCleaner.Failure.multiplies, "\(element)") {
        try SVGCleaner.cleaned(many)
      }
      let few = Array(bomb(3, reference, element).utf8)
      #expect((try? SVGCleaner.cleaned(few)) != nil, "\(element)")
    }
  }

  /// What refers to itself is not drawn, and ends here.
  @Test func circlesEnd() throws {
    let content = "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/><use href='#b'/></g>"
    _ = try SVGCleaner.cleaned(Array((Self.open + content + "</svg>").utf8))
  }
}
