import Testing

@testable import NewsEPUB

/// Pages with the marks of Kobo's reader.
@Suite struct KoboSpansTests {
  private func body(_ content: String) -> String {
    let page = KoboSpans.page(Array("<html><head></head><body>\(content)</body></html>".utf8))
    let text = String(decoding: page, as: UTF8.self)
    let open = "<div id=\"book-columns\"><div id=\"book-inner\">"
    guard let start = text.firstRange(of: open),
      let end = text.firstRange(of: "</div></div>\n</body>")
    else { return text }
    return String(text[start.upperBound..<end.lowerBound]).replacing(
      "<span class=\"koboSpan\" id=\"kobo.", with: "‹"
    ).replacing("</span>", with: "›").replacing(
      "\">", with: "|")
  }

  @Test(arguments: [
    ("<p>One. Two</p>", "<p>‹1.1|One. ›‹1.2|Two›</p>"),
    ("<p>A</p>\n<p>B</p>", "<p>‹1.1|A›</p>\n<p>‹2.1|B›</p>"),
    ("<p>v 3.5 and a.b</p>", "<p>‹1.1|v 3.5 and a.b›</p>"),
    ("<p>他来了。我走了！</p>", "<p>‹1.1|他来了。›‹1.2|我走了！›</p>"),
    ("<p>「行く。」と言う</p>", "<p>‹1.1|「行く。」›‹1.2|と言う›</p>"),
    ("<p>a <em>b. c</em> d</p>", "<p>‹1.1|a ›<em>‹1.2|b. ›‹1.3|c›</em>‹1.4| d›</p>"),
    ("<pre>a. b</pre>", "<pre>a. b</pre>"),
    ("<p><img src=\"x\"/></p>", "<p>‹1.1|<img src=\"x\"/>›</p>"),
    ("<ul>\n<li>a</li>\n</ul>", "<ul>\n<li>‹1.1|a›</li>\n</ul>"),
    ("", ""), ("<p></p>", "<p></p>"), ("<p>...</p>", "<p>‹1.1|...›</p>"),
    ("<p>&amp;. &lt;</p>", "<p>‹1.1|&amp;. ›‹1.2|&lt;›</p>"),
  ])
  func spans(_ content: String, _ expected: String) {
    #expect(body(content) == expected)
  }
}
