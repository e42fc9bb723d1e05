import Testing

@testable import NewsAddress

@Suite struct StyleSheetCheckTests {
  static let harmless = [
    "", "p { color: red }", "p { background: url(#a) }", "p{background:url( '#a' )}",
    "@namespace epub \"http://www.idpf.org/2007/ops\"; p { margin: 0 }",
    "@namespace url(http://www.w3.org/1999/xhtml);", "/* @import url(http://a.example) */",
    "p::before { content: \"url(http://a.example/)\" }", "p { content: '@import' }",
    "p { content: \"a\\\"url(http://b)\" }", "@media (min-width: 1em) { p { top: 0 } }",
    "p { background: url(data:image/png;base64,AA==) }", "p { content: counter(a, \"b\") }",
    "p { background: image-set(\"data:image/png,x\" type(\"image/png\") 1x) }",
    "a[href=\"http://a.example\"] { color: red }", "translate(1,2)", "u/**/rl(http://a.example)",
    "@font-face { src: local(\"A\") } ", "p { width: calc(1em + (2px * 3)) }",
    "p { color: var(--a) }", "\\", "p { content: \"\\", "@", "(((", ")))", "{{{", "-", "url",
  ]

  @Test(arguments: harmless) func loadsNothing(_ css: String) {
    #expect(StyleSheetCheck.finding(in: css, place: .drawing) == nil)
  }

  /// What loads, by kind; `%` stands for the address.
  static let kinds = [
    "@import \"%\";", "@import '%' screen;", "@import url(%);", "@IMPORT url(\"%\");",
    "@\\69mport \"%\";", "@\\000069 mport \"%\";", "@im\\port \"%\";", "@import/**/\"%\";",
    "p { background: url(%) }", "p { background: URL( % ) }", "p { background: url(\"%\") }",
    "p { background: url('%') }", "p { background: \\75rl(%) }", "p { background: u\\72 l(%) }",
    "p { background: \\55\n\\52\t\\4C(\"%\") }", "p { background: /*)*/url(%) }",
    "p { background: image-set(\"%\" 1x) }", "p { background: -webkit-image-set(url(%) 1x) }",
    "p { background: IMAGE-SET('%' 1x) }",
    "p { background: image-set(linear-gradient(a,b) 1x, '%' 2x) }",
    "p { background: cross-fade(url(%), url(#a)) }", "p { background: image(\"%\") }",
    "p { --a: url(%) }", "p { background: src(\"%\") }",
    "@font-face { src: url(%) format(\"woff\") }",
    "p { behavior: url(%) }", "p { -moz-binding: url(%) }", "p { cursor: url(%), auto }",
    "@document url(%) { p { top: 0 } }", "p { mask: url(%#a) }", "p { fill: url(%) }",
    "@namespace a; p { background: url(%) }", "@media all { @import \"%\"; }",
    "p { content: \"\n; background: url(%) }", "p { content: \"a\\\n\"; background: url(%) }",
    "<!-- p { background: url(%) } -->", "/* \\*/ p { background: url(%) }",
    "p { background: url(%", "p { background: url( \"%", "url(%)", "@import",
  ]
  static let addresses = [
    "http://a.example/x", "//a.example/x", "x.png", "javascript:alert(1)", "data:text/css,p",
    "\\68ttp://a.example/x", "file:///x", "https\\:a",
  ]

  @Test(arguments: kinds, addresses) func found(_ kind: String, _ address: String) {
    let css = kind.replacing("%", with: address)
    #expect(StyleSheetCheck.finding(in: css, place: .drawing) != nil)
    #expect(StyleSheetCheck.finding(in: css, place: .styleSheet) != nil)
  }

  @Test(arguments: [
    "p { width: expression(alert(1)) }", "p { width: e\\78 pression(alert(1)) }",
    "p { filter: progid:DXImageTransform.Microsoft.AlphaImageLoader(src='x') }",
    "p { --a: \"http://a.example\"; background: image-set(var(--a) 1x) }",
    "p { background: url() }",
  ]) func old(_ css: String) {
    #expect(StyleSheetCheck.finding(in: css, place: .drawing) != nil)
  }

  @Test func namesLine() {
    let css = "p { top: 0 }\n/* a\n */ q { background: url(a.png) }"
    #expect(
      StyleSheetCheck.finding(in: css, place: .styleSheet) == .init(line: 3, what: "a.png"))
  }
}
