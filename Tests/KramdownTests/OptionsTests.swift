import Kramdown
import Testing

@Suite struct OptionsTests {
  struct OptionCase: Sendable, CustomTestStringConvertible {
    var name: String
    var value: String
    var markdown: String
    var html: String
    var testDescription: String { "\(name): \(value)" }
  }

  static let cases: [OptionCase] = [
    OptionCase(name: "auto_ids", value: "false", markdown: "# A", html: "<h1>A</h1>\n"),
    OptionCase(
      name: "auto_id_prefix", value: "x-", markdown: "# A", html: "<h1 id=\"x-a\">A</h1>\n"),
    OptionCase(name: "header_offset", value: "1", markdown: "# A", html: "<h2 id=\"a\">A</h2>\n"),
    OptionCase(name: "hard_wrap", value: "true", markdown: "a\nb", html: "<p>a<br />\nb</p>\n"),
    OptionCase(
      name: "gfm_quirks", value: "", markdown: "a\n* b", html: "<p>a\n* b</p>\n"),
    OptionCase(
      name: "gfm_quirks", value: "paragraph_end,no_auto_typographic", markdown: "a -- \"b\"...",
      html: "<p>a -- “b”...</p>\n"),
    OptionCase(name: "input", value: "kramdown", markdown: "~~a~~", html: "<p>~~a~~</p>\n"),
    OptionCase(
      name: "input", value: "kramdown", markdown: "# É, 2nd x",
      html: "<h1 id=\"nd-x\">É, 2nd x</h1>\n"),
    OptionCase(
      name: "parse_block_html", value: "true", markdown: "<div>*a*</div>",
      html: "<div>\n  <p><em>a</em>&lt;/div&gt;</p>\n</div>\n"),
    OptionCase(
      name: "parse_span_html", value: "false", markdown: "<b>*a*</b>",
      html: "<p><b>*a*</b></p>\n"),
    OptionCase(
      name: "smart_quotes", value: "apos,apos,quot,quot", markdown: "\"it's\"",
      html: "<p>\"it's\"</p>\n"),
    OptionCase(
      name: "entity_output", value: "symbolic", markdown: "&copy; -- &lt;",
      html: "<p>&copy; &ndash; &lt;</p>\n"),
    OptionCase(
      name: "entity_output", value: "numeric", markdown: "&copy;", html: "<p>&#169;</p>\n"),
    OptionCase(
      name: "math_engine", value: "nil", markdown: "$$a$$ b",
      html: "<p><span class=\"kdmath\">$a$</span> b</p>\n"),
    OptionCase(
      name: "remove_line_breaks_for_cjk", value: "true", markdown: "新聞\n記事\nnews",
      html: "<p>新聞記事\nnews</p>\n"),
    OptionCase(
      name: "toc_levels", value: "2,3", markdown: "* x\n{:toc}\n\n# A\n## B",
      html: """
        <ul id="markdown-toc">
          <li><a href="#b" id="markdown-toc-b">B</a></li>
        </ul>

        <h1 id="a">A</h1>
        <h2 id="b">B</h2>

        """),
    OptionCase(
      name: "footnote_backlink", value: "", markdown: "a[^1]\n\n[^1]: b",
      html: """
        <p>a<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" \
        rel="footnote">1</a></sup></p>

        <div class="footnotes" role="doc-endnotes">
          <ol>
            <li id="fn:1" role="doc-endnote">
              <p>b</p>
            </li>
          </ol>
        </div>

        """),
  ]

  @Test(arguments: cases)
  func option(_ example: OptionCase) {
    var options = Kramdown.Options.jekyll
    let isKnown = options.set(example.name, to: example.value)
    #expect(isKnown)
    #expect(Kramdown.text(of: example.markdown, options: options) == example.html)
  }

  @Test func unknownOption() {
    var options = Kramdown.Options.jekyll
    let isKnown = options.set("no_such_option", to: "1")
    #expect(!isKnown)
    #expect(options == .jekyll)
  }

  @Test func unreadableValuesChangeNothing() {
    var options = Kramdown.Options.jekyll
    for (name, value) in [
      ("toc_levels", "x"), ("toc_levels", "0..9"), ("footnote_nr", "one"),
      ("smart_quotes", "a,b"), ("entity_output", "loud"),
    ] {
      let isKnown = options.set(name, to: value)
      #expect(isKnown)
    }
    #expect(options == .jekyll)
  }
}
