import Testing
@testable import NewsHTML

/// What is read without libxml2, and what is left to it. That both make the same blocks is tested
/// where blocks are made.
@Suite struct WellFormedHTMLTests {
  static func isRead(_ html: String) -> Bool {
    WellFormedHTML.tree(of: Array(html.utf8), nodeLimit: 1000) != nil
  }

  @Test(arguments: [
    "", "<p>a <em>b</em> &amp; c</p>\n<hr />\n<hr>",
    "<ul>\n  <li>a</li>\n  <li><p>b</p>\n<ol><li>c</li></ol></li>\n</ul>",
    "<table><thead><tr><th style=\"text-align: right\">a</th></tr></thead></table>",
    "<p><a href=\"/x?a=1&amp;b=2\" title=\"&quot;t&quot;\">l</a><img src=\"i\" alt=\"\" /></p>",
    "<pre><code class=\"language-c\">if (a &lt; b)\n\n  c</code></pre>",
    "<div class=\"x\">text <p>p</p> text</div><!-- a comment -->",
    "<dl><dt>t</dt><dd>d</dd></dl>", "<p data-x=\"1\" data-y=\"2\">a</p>",
    "<ul><li><input type=\"checkbox\" checked disabled /> a</li></ul>",
  ])
  func thisNeedsNoRepair(_ html: String) { #expect(Self.isRead(html)) }

  @Test(arguments: [
    // No end, the wrong end, or more than one.
    "<p>a", "<p>a<em>b</p></em>", "</p>", "<p>a</p></p>", "<div /><p>a</p>", "<p", "<p a=\"",
    // Elements where they may not stand.
    "<p><p>a</p></p>", "<p><div>a</div></p>", "<ul><p>a</p></ul>", "<li>a</li>", "text",
    "<em>a</em>", "<a href=\"x\"><em><a href=\"y\">b</a></em></a>", "<table>a</table>",
    "<h1><h2>a</h2></h1>", "<table><td>a</td></table>", "<em><p>a</p></em>",
    // Elements that parsers have rules for.
    "<script>a</script>", "<style>a</style>", "<textarea></textarea>", "<svg></svg>",
    "<o:p>a</o:p>", "<P>a</P>", "<center>a</center>", "<iframe src=\"x\"></iframe>",
    "<template><p>a</p></template>", "<noscript><p>a</p></noscript>", "<title>a</title>",
    // References and attributes as only a parser knows them.
    "<p>&nbsp;</p>", "<p>a & b</p>", "<p>&copy</p>", "<p>&#150;</p>", "<p id=x>a</p>",
    "<p id='x'>a</p>", "<p id=\"a\" id=\"b\">c</p>", "<p z=\"1\" z=\"2\">c</p>",
    "<p id=\"a\"class=\"b\">c</p>", "<p id = \"a\">c</p>", "<p\nid=\"a\">c</p>",
    // Comments and the like.
    "<!>", "<!-->a-->", "<!-- a -- b -->", "<!-- a", "<?php a ?>", "<!DOCTYPE html>",
    "<p>a\u{0}b</p>", "<p>a\r\nb</p>",
  ])
  func thisIsLeftToLibxml2(_ html: String) { #expect(!Self.isRead(html)) }

  @Test func depthAndSizeAreBounded() {
    let deep = String(repeating: "<div>", count: 300) + String(repeating: "</div>", count: 300)
    #expect(!Self.isRead(deep))
    #expect(!Self.isRead(String(repeating: "<p>a</p>", count: 1000)))
  }
}
