// A case has its source on one line and its HTML on the next, however long.
// swift-format-ignore-file

import Testing

/// Paragraphs, line breaks, escapes.
@Suite struct ParagraphTests {
  static let cases: [Case] = [
    Case(#"The mayor spoke.\#nNobody listened.\#n"#,
      #"<p>The mayor spoke.\#nNobody listened.</p>\#n"#),
    Case(#"One\#n\#nTwo\#n\#n\#n\#nThree\#n"#,
      #"<p>One</p>\#n\#n<p>Two</p>\#n\#n<p>Three</p>\#n"#),
    Case(#"   indented start\#n  and more\#n"#,
      #"<p>indented start\#n  and more</p>\#n"#),
    Case(#"A line  \#nbroken by spaces\#n"#,
      #"<p>A line<br />\#nbroken by spaces</p>\#n"#),
    Case(#"A line\\\#nbroken by backslashes\#n"#,
      #"<p>A line<br />\#nbroken by backslashes</p>\#n"#),
    Case(#"A line\\#nbroken by one\#n"#,
      #"<p>A line<br />\#nbroken by one</p>\#n"#),
    Case(#"ends with one\\#n"#,
      #"<p>ends with one\</p>\#n"#),
    Case(#"three   \#nspaces\#n"#,
      #"<p>three <br />\#nspaces</p>\#n"#),
    Case(##"\*not\* \_em\_ \[x\] \{y\} \<z> \`c\` \~ \! \# \+ \- \. \| \: \$ \=\##n"##,
      #"<p>*not* _em_ [x] {y} &lt;z&gt; `c` ~ ! # + - . | : $ =</p>\#n"#),
    Case(#"\a \/ \% \@\#n"#,
      #"<p>\a \/ \% \@</p>\#n"#),
    Case(#"first  \#n\#nsecond\#n"#,
      #"<p>first</p>\#n\#n<p>second</p>\#n"#),
    Case(#"\#n\#n\#nleading blank lines\#n"#,
      #"\#n<p>leading blank lines</p>\#n"#),
    Case(#"no newline at the end"#,
      #"<p>no newline at the end</p>\#n"#),
    Case(#"a\#r\#nb\#rc\#r\#n"#,
      #"<p>a\#nb\#nc</p>\#n"#),
    Case(#"tab\#tinside\#n"#,
      #"<p>tab\#tinside</p>\#n"#),
    Case(#"> \#n"#,
      #"<blockquote>\#n\#n</blockquote>\#n"#),
    Case(#"\#u{3000}全角の空白\#n"#,
      #"<p>\#u{3000}全角の空白</p>\#n"#),
  ]

  @Test(arguments: cases)
  func html(_ example: Case) {
    #expect(example.result == example.html)
  }
}
