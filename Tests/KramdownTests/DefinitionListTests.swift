// A case has its source on one line and its HTML on the next, however long.
// swift-format-ignore-file

import Testing

/// Definition lists.
@Suite struct DefinitionListTests {
  static let cases: [Case] = [
    Case(#"Term\#n: definition\#n"#,
      #"<dl>\#n  <dt>Term</dt>\#n  <dd>definition</dd>\#n</dl>\#n"#),
    Case(#"Term\#n: one\#n: two\#n"#,
      #"<dl>\#n  <dt>Term</dt>\#n  <dd>one</dd>\#n  <dd>two</dd>\#n</dl>\#n"#),
    Case(#"A\#nB\#n: both\#n"#,
      #"<dl>\#n  <dt>A</dt>\#n  <dt>B</dt>\#n  <dd>both</dd>\#n</dl>\#n"#),
    Case(#"Term\#n\#n: as a paragraph\#n"#,
      #"<dl>\#n  <dt>Term</dt>\#n  <dd>\#n    <p>as a paragraph</p>\#n  </dd>\#n</dl>\#n"#),
    Case(#"A\#n: a\#n\#nB\#n: b\#n"#,
      #"<dl>\#n  <dt>A</dt>\#n  <dd>a</dd>\#n  <dt>B</dt>\#n  <dd>b</dd>\#n</dl>\#n"#),
    Case(#"Term\#n: one\#n  goes on\#nlazily\#n"#,
      #"<dl>\#n  <dt>Term</dt>\#n  <dd>one\#ngoes on\#nlazily</dd>\#n</dl>\#n"#),
    Case(#"Term\#n: one\#n\#n  two\#n"#,
      #"<dl>\#n  <dt>Term</dt>\#n  <dd>one\#n\#n    <p>two</p>\#n  </dd>\#n</dl>\#n"#),
    Case(#"Term\#n:   * a\#n    * b\#n"#,
      #"<dl>\#n  <dt>Term</dt>\#n  <dd>\#n    <ul>\#n      <li>a</li>\#n      <li>b</li>\#n    </ul>\#n  </dd>\#n</dl>\#n"#),
    Case(#"{:.c} Term\#n: {:.d} definition\#n"#,
      #"<dl>\#n  <dt class="c">Term</dt>\#n  <dd class="d">definition</dd>\#n</dl>\#n"#),
    Case(#"Term\#n: a\#n{: .dl}\#n"#,
      #"<dl class="dl">\#n  <dt>Term</dt>\#n  <dd>a</dd>\#n</dl>\#n"#),
    Case(#": no term\#n"#,
      #"<p>: no term</p>\#n"#),
    Case(#"Term\#n\#n\#n: too far\#n"#,
      #"<p>Term</p>\#n\#n<p>: too far</p>\#n"#),
    Case(#"Term\#n: ~~~\#n  code\#n  ~~~\#n"#,
      #"<dl>\#n  <dt>Term</dt>\#n  <dd>\#n    <pre><code>code\#n</code></pre>\#n  </dd>\#n</dl>\#n"#),
    Case(#"*T* "q"\#n: d\#n"#,
      #"<dl>\#n  <dt><em>T</em> “q”</dt>\#n  <dd>d</dd>\#n</dl>\#n"#),
    Case(#"Term\#n: a\#n^\#n: b\#n"#,
      #"<dl>\#n  <dt>Term</dt>\#n  <dd>a</dd>\#n</dl>\#n<p>: b</p>\#n"#),
  ]

  @Test(arguments: cases)
  func html(_ example: Case) {
    #expect(example.result == example.html)
  }
}
