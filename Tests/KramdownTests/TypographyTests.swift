// A case has its source on one line and its HTML on the next, however long.
// swift-format-ignore-file

import Testing

/// Quotes, dashes, dots, entities.
@Suite struct TypographyTests {
  static let cases: [Case] = [
    Case(#""Hello," she said. 'Yes.'\#n"#,
      #"<p>“Hello,” she said. ‘Yes.’</p>\#n"#),
    Case(#"It's the '80s and '90s. Rock 'n' roll.\#n"#,
      #"<p>It’s the ’80s and ’90s. Rock ‘n’ roll.</p>\#n"#),
    Case(#""'Quoted' words" '"x" y'\#n"#,
      #"<p>“‘Quoted’ words” ‘“x” y’</p>\#n"#),
    Case(#"5'6" tall\#n"#,
      #"<p>5’6” tall</p>\#n"#),
    Case(#"("a") ["b"] {"c"} -"d" /"e"/\#n"#,
      #"<p>(“a”) [“b”] {“c”} -“d” /”e”/</p>\#n"#),
    Case(#""*a*" *"a"* "**b**" _'c'_\#n"#,
      #"<p>“<em>a</em>” <em>“a”</em> “<strong>b</strong>” <em>‘c’</em></p>\#n"#),
    Case(#""[a](b)" ["a"](b)\#n"#,
      #"<p>“<a href="b">a</a>” <a href="b">“a”</a></p>\#n"#),
    Case(#""`a`" 'x\#n"#,
      #"<p>“<code>a</code>” ‘x</p>\#n"#),
    Case(#""a"b"c"\#n"#,
      #"<p>“a”b”c”</p>\#n"#),
    Case(#""" '' "'\#n"#,
      #"<p>”” ‘’ “’</p>\#n"#),
    Case(#"" a "\#n"#,
      #"<p>” a “</p>\#n"#),
    Case(#"a"\#n"b\#n"#,
      #"<p>a”\#n“b</p>\#n"#),
    Case(#""..." "--" "."\#n"#,
      #"<p>“…” “–” “.”</p>\#n"#),
    Case(#"the dogs' tails; Jones's\#n"#,
      #"<p>the dogs’ tails; Jones’s</p>\#n"#),
    Case(#""日本"と'中国'\#n"#,
      #"<p>“日本”と’中国’</p>\#n"#),
    Case(#"é"x"é\#n"#,
      #"<p>é”x”é</p>\#n"#),
    Case(#"<i>Custer</i>'s\#n"#,
      #"<p><i>Custer</i>’s</p>\#n"#),
    Case(#"a -- b --- c ---- d\#n"#,
      #"<p>a – b — c —- d</p>\#n"#),
    Case(#"1990--2000\#n"#,
      #"<p>1990–2000</p>\#n"#),
    Case(#"wait... what.... no..\#n"#,
      #"<p>wait… what…. no..</p>\#n"#),
    Case(#"<< a >> <<b>> c >> d\#n"#,
      #"<p>«\#u{A0}a\#u{A0}» «b» c\#u{A0}» d</p>\#n"#),
    Case(#"\<< \>> \-- \... \#n"#,
      #"<p>&lt;&lt; &gt;&gt; -- ...</p>\#n"#),
    Case(#"&copy; &amp; &lt; &gt; &quot; &nbsp;| &hearts;\#n"#,
      #"<table>\#n  <tbody>\#n    <tr>\#n      <td>© &amp; &lt; &gt; " \#u{A0}</td>\#n      <td>♥</td>\#n    </tr>\#n  </tbody>\#n</table>\#n"#),
    Case(#"&#65; &#x42; &#60; &#150;\#n"#,
      #"<p>A B &#60; –</p>\#n"#),
    Case(#"&nosuch; & &; AT&T a&b;c\#n"#,
      #"<p>&amp;nosuch; &amp; &amp;; AT&amp;T a&amp;b;c</p>\#n"#),
    Case(#"&amp;lt; &amp;amp;\#n"#,
      #"<p>&amp;lt; &amp;amp;</p>\#n"#),
    Case(#"\"a\" \'b\'\#n"#,
      #"<p>"a" 'b'</p>\#n"#),
    Case(#""a\#n"#,
      #"<p>“a</p>\#n"#),
    Case(#"a "b\#nc" d\#n"#,
      #"<p>a “b\#nc” d</p>\#n"#),
    Case(#"'tis "'tis\#n"#,
      #"<p>‘tis “‘tis</p>\#n"#),
    Case(#""(a)" "a)." 'a',\#n"#,
      #"<p>“(a)” “a).” ‘a’,</p>\#n"#),
    Case(#"x="y" <b title="z">"w"</b>\#n"#,
      #"<p>x=”y” <b title="z">“w”</b></p>\#n"#),
  ]

  @Test(arguments: cases)
  func html(_ example: Case) {
    #expect(example.result == example.html)
  }
}
