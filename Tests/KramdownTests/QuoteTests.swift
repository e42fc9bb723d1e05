// A case has its source on one line and its HTML on the next, however long.
// swift-format-ignore-file

import Testing

/// Quotes.
@Suite struct QuoteTests {
  static let cases: [Case] = [
    Case(#"> one\#n> two\#n"#,
      #"<blockquote>\#n  <p>one\#ntwo</p>\#n</blockquote>\#n"#),
    Case(#"> one\#ntwo\#n"#,
      #"<blockquote>\#n  <p>one\#ntwo</p>\#n</blockquote>\#n"#),
    Case(#"> one\#n\#n> two\#n"#,
      #"<blockquote>\#n  <p>one</p>\#n</blockquote>\#n\#n<blockquote>\#n  <p>two</p>\#n</blockquote>\#n"#),
    Case(#">no space\#n"#,
      #"<blockquote>\#n  <p>no space</p>\#n</blockquote>\#n"#),
    Case(#"   > indented\#n"#,
      #"<blockquote>\#n  <p>indented</p>\#n</blockquote>\#n"#),
    Case(#"> > deep\#n> > er\#n> out\#n"#,
      #"<blockquote>\#n  <blockquote>\#n    <p>deep\#ner\#nout</p>\#n  </blockquote>\#n</blockquote>\#n"#),
    Case(#"> # H\#n> * a\#n> * b\#n"#,
      #"<blockquote>\#n  <h1 id="h">H</h1>\#n  <ul>\#n    <li>a</li>\#n    <li>b</li>\#n  </ul>\#n</blockquote>\#n"#),
    Case(#"> code:\#n>\#n>     x = 1\#n"#,
      #"<blockquote>\#n  <p>code:</p>\#n\#n  <pre><code>x = 1\#n</code></pre>\#n</blockquote>\#n"#),
    Case(#"text\#n> quote\#n"#,
      #"<p>text</p>\#n<blockquote>\#n  <p>quote</p>\#n</blockquote>\#n"#),
    Case(#">\#n"#,
      #"<blockquote>\#n\#n</blockquote>\#n"#),
    Case(#"> a\#n{: .c}\#n"#,
      #"<blockquote class="c">\#n  <p>a</p>\#n</blockquote>\#n"#),
    Case(#"> a\#n^\#n> b\#n"#,
      #"<blockquote>\#n  <p>a</p>\#n</blockquote>\#n<blockquote>\#n  <p>b</p>\#n</blockquote>\#n"#),
    Case(#"> * a\#nlazy\#n"#,
      #"<blockquote>\#n  <ul>\#n    <li>a\#nlazy</li>\#n  </ul>\#n</blockquote>\#n"#),
    Case(#"> a\#n<div>x</div>\#n"#,
      #"<blockquote>\#n  <p>a</p>\#n</blockquote>\#n<div>x</div>\#n"#),
  ]

  @Test(arguments: cases)
  func html(_ example: Case) {
    #expect(example.result == example.html)
  }
}
