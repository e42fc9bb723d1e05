import NewsHTML
import NewsModel
import NewsTestSupport
import Testing
@testable import NewsBlocks

struct BlockBuilderTests {
  static func dump(_ html: String, options: BlockBuilder.Options = .fragment) throws -> String {
    var diagnostics = Diagnostics()
    let tree = try HTMLTree(parsing: Array(html.utf8), diagnostics: &diagnostics)
    let output = BlockBuilder(options: options).blocks(of: tree, diagnostics: &diagnostics)
    var text = BlockDump.dump(output.blocks)
    for note in output.footnotes { text += " ^\(note.label)(\(BlockDump.dump(note.content)))" }
    return text
  }

  static let cases: [(String, String)] = [
    // Paragraphs and white space.
    ("<p>one  two\n three </p>", "p(one two three)"),
    ("loose <b>text</b> <div>in a div</div> tail", "p(loose strong(text)) p(in a div) p(tail)"),
    ("<p>a<b> b </b> c</p>", "p(astrong( b )c)"),
    ("<p>中文\n断行，\n<b>接着</b>\nabc\n中</p>", "p(中文断行，strong(接着) abc 中)"),
    ("<p>한국어\n문장</p>", "p(한국어 문장)"),
    ("<p>　　缩进的段落　</p>", "p(缩进的段落)"),
    ("<p>a<br> b<br/>c</p>", "p(a⏎b⏎c)"),
    ("<p>&nbsp;</p><p></p><p> <b> </b></p>", ""),
    ("<p>x&nbspy &copy; &#150; &NewLine;z</p>", "p(x\u{A0}y © – z)"),
    // Nothing takes what follows it away.
    ("<p>a</p><spacer type=x>b<p>c</p>", "p(a) p(b) p(c)"),
    ("<p>a</p><isindex><p>c</p>", "p(a) p(c)"), ("<p>a</p><command><p>c</p>", "p(a) p(c)"),
    ("<p>a</p><map name=m><area href=a><p>c</p></map>", "p(a) p(c)"),
    ("<p>a</p><dialog open><p>c</p></dialog><p>d</p>", "p(a) p(c) p(d)"),
    (
      "<p>a</p><script src=\"https://gist.github.com/ann/1a.js?file=b\"></script><p>c</p>",
      "p(a) embed<https://gist.github.com/ann/1a> p(c)"
    ),
    ("<p>a</p><script src=//h.example/x.js></script><p>c</p>", "p(a) p(c)"),
    ("<p>a</p><dialog><p>c</p></dialog><p>d</p>", "p(a) p(d)"),
    ("<p>a</p><select><option>x</option></select><p>d</p>", "p(a) p(d)"),
    ("<p>a <rt>b</rt> c</p>", "p(a b c)"), ("<p>a</p><rt><p>c</p>", "p(a) p(c)"),
    ("<p>a <ruby><b>漢<rt>かん</rt></b></ruby> z</p>", "p(a strong(漢かん) z)"),
    (
      "<p>a<sup><a href=#n1>1</a></sup></p><div class=footnotes><ol><li id=n1>n</ol><p>more</p></div>",
      "p(a[^n1]) div.footnotes(p(more)) ^n1(p(n))"
    ),
    // Headings.
    ("<h2 id=\"x\">T <em>e</em></h2>", "h2#x(T em(e))"),
    ("<h1><div>a</div><div>b</div></h1>", "h1(a⏎b)"),
    // Inline elements around blocks.
    ("<a href=\"/u\"><p>x</p>y</a>", "p(a</u>(x)) p(a</u>(y))"),
    ("<em>a<p>b</p>c</em>d", "p(em(a)) p(em(b)) p(em(c)d)"),
    ("<p>x<section>y</section>z</p>", "p(x) p(y) p(z)"),
    // Lists.
    ("<ul><li>a<li>b<ul><li>c</ul></ul>", "ul(li(p(a)) li(p(b) ul(li(p(c)))))"),
    ("<ul><li><p>a</p></li><li>b</li></ul>", "ul~(li(p(a)) li(p(b)))"),
    ("<ol start=3 type=a><li value=7>x</ol>", "ol3a(li=7(p(x)))"),
    (
      "<ul class=\"task-list\"><li><input type=\"checkbox\" checked disabled> a</li><li><input type=checkbox>b</ul>",
      "ul(lix(p(a)) li_(p(b)))"
    ),
    ("<ul><li>a</li><ul><li>b</li></ul></ul>", "ul(li(p(a) ul(li(p(b)))))"),
    (
      "<dl><dt>t</dt><dd>d</dd><div><dt>u</dt><dd><p>e</p></dd></div></dl>",
      "dl(dt(t) dd(p(d)) dt(u) dd(p(e)))"
    ),
    // Quotes and code.
    ("<blockquote cite=\"u\">q<p>r</p></blockquote>", "quote<u>(p(q) p(r))"),
    (
      "<div class=\"language-ruby highlighter-rouge\"><div class=\"highlight\"><pre class=\"highlight\"><code><span class=\"k\">def</span> x\n  y\n</code></pre></div></div>",
      "code:ruby(def x⏎  y)"
    ),
    (
      "<figure class=\"highlight\"><pre><code class=\"language-c\" data-lang=\"c\">int x;</code></pre></figure>",
      "code:c(int x;)"
    ),
    (
      "<pre><code class=\"language-js\"><table class=\"rouge-table\"><tr><td class=\"gutter gl\"><pre class=\"lineno\">1\n2\n</pre></td><td class=\"code\"><pre>a\nb\n</pre></td></tr></table></code></pre>",
      "code:js(a⏎b)"
    ),
    ("<pre>a\n\n  b&lt;\n</pre>", "code(a⏎⏎  b<)"),
    ("<p>x <code>a  b</code> <tt>c</tt></p>", "p(x `a b` `c`)"),
    ("<code>a <a href=\"u\">b</a></code>", "p(`a `a<u>(`b`))"),
    // Tables.
    (
      "<table><caption>C</caption><thead><tr><th align=right>a</th><th>b</th></tr></thead><tbody><tr><td style=\"text-align: center\">1</td><td>2</td></tr></tbody><tfoot><tr><td colspan=2 rowspan=2>f</td></tr></tfoot></table>",
      "table(caption(p(C)) head{th/right(p(a)) th(p(b))} body{td/center(p(1)) td(p(2))} foot{tdc2r2(p(f))})"
    ),
    ("<table><tr><td>1<td>2<tr><td>3</table>", "table(body{td(p(1)) td(p(2)) ; td(p(3))})"),
    // Figures and media.
    (
      "<figure><img src=a.jpg alt=A width=10 height=\"20px\"><figcaption>Cap</figcaption></figure>",
      "figure(p(img<a.jpg|A>w10h20) | p(Cap))"
    ),
    ("<iframe src=\"//v\" title=T></iframe>", "embed<//v>'T'"),
    (
      "<video poster=p.jpg><source src=v.mp4>Sorry</video>",
      "video<v.mp4> poster<p.jpg>(p(Sorry))"
    ),
    ("<audio controls src=a.mp3></audio>", "audio<a.mp3>"),
    ("a<hr>b", "p(a) hr p(b)"),
    (
      "<details open><summary>S <b>x</b></summary><p>c</p></details>", "details![S strong(x)](p(c))"
    ),
    // Small things in a line.
    (
      "<p>H<sub>2</sub>O <s>a</s> <mark>m</mark> <kbd>k</kbd> <abbr title=\"T\">t</abbr> <time datetime=\"2020-01-01\">n</time> <q>q</q></p>",
      "p(Hsub(2)O s(a) mark(m) keyboard(k) abbr'T'(t) time'2020-01-01'(n) quotation(q))"
    ),
    ("<p><span lang=fr dir=ltr>x</span><span>y</span></p>", "p(span@fr→ltr(x)y)"),
    ("<p><font color=red>x</font><center>y</center></p>", "p(x) p(y)"),
    (
      "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>",
      "p(ruby(漢/kan 字/ji))"
    ),
    ("<ruby><rb>漢<rb>字<rt>kan<rt>ji</ruby>", "p(ruby(漢/kan 字/ji))"),
    (
      "<math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">x^2</annotation></semantics></math>",
      "p($x^2$)"
    ),
    ("<script type=\"math/tex; mode=display\">a+b</script>", "math(a+b)"),
    // What never passes.
    ("<p>a<script>alert(1)</script><style>x{}</style></p><template>t</template>", "p(a)"),
    (
      "<p hidden>a</p><p style=\"DISPLAY : none\">b</p><p style=\"visibility:hidden\">c</p>d",
      "p(d)"
    ),
    ("<a href=\"javascript:x()\">y</a>", "p(y)"),
    // A picture with its caption in rows, as Blogger sets it.
    (
      "<table class=tr-caption-container><tbody><tr><td><img src=a></td></tr><tr><td class=tr-caption>c</td></tr></table>",
      "figure(p(img<a|>) | p(c))"
    ),
    // Ghost's cards, without their controls.
    (
      "<div class=\"kg-card kg-toggle-card\"><div class=kg-toggle-heading><h4 class=kg-toggle-heading-text>h</h4><button></button></div><div class=kg-toggle-content><p>t</p></div></div>",
      "details[h](div.kg-toggle-content(p(t)))"
    ),
    (
      "<div class=\"kg-card kg-callout-card\"><div class=kg-callout-emoji>!</div><div class=kg-callout-text>x</div></div>y",
      "p(! x) p(y)"
    ),
    (
      "<div class=\"kg-card kg-audio-card\"><audio src=a></audio><div class=kg-audio-player>0:00</div></div>",
      "div.kg-card.kg-audio-card(audio<a>)"
    ),
    (
      "<div class=\"kg-card kg-signup-card\"><form><button>Join</button></form></div><p>x</p>",
      "p(x)"
    ),
    // Divisions.
    ("<div class=\"note\"><p>x</p></div>", "div.note(p(x))"),
    ("<div dir=rtl lang=ar>x</div>", "div@ar→rtl(p(x))"),
    ("<p><a id=\"top\"></a></p><p>x</p>", "p(span#top()x)"),
    // After the end.
    ("<html><body><p>a</p></body></html><p>b</p>", "p(a) p(b)"),
  ]

  @Test(arguments: cases)
  func markup(html: String, expected: String) throws {
    #expect(try Self.dump(html) == expected)
  }

  @Test(arguments: [
    // kramdown
    (
      ##"<p>x<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup></p><div class="footnotes" role="doc-endnotes"><ol><li id="fn:1" role="doc-endnote"><p>Note&nbsp;<a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;</a></p></li></ol></div>"##,
      "p(x[^1]) ^1(p(Note))"
    ),
    // cmark-gfm
    (
      ##"<p>x<sup class="footnote-ref"><a href="#fn-a" id="fnref-a" data-footnote-ref>1</a></sup></p><section class="footnotes" data-footnotes><ol><li id="fn-a"><p>N <a href="#fnref-a" class="footnote-backref" data-footnote-backref>↩</a></p></li></ol></section>"##,
      "p(x[^a]) ^a(p(N))"
    ),
    // pandoc
    (
      ##"<p>x<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1" role="doc-endnote"><p>N<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>"##,
      "p(x[^1]) ^1(p(N))"
    ),
    // A note that only a note refers to, to which nothing refers.
    (
      ##"<p>x</p><section role="doc-endnotes"><ol><li id="fn-1"><p>N<a href="#fn-3" role="doc-noteref">3</a></p></li><li id="fn-2"><p>O</p></li><li id="fn-3"><p>P<a href="#fn-1" role="doc-noteref">1</a></p></li></ol></section>"##,
      "p(x) ^1(p(N[^3])) ^3(p(P[^1])) ^2(p(O))"
    ),
  ])
  func footnotes(html: String, expected: String) throws {
    #expect(try Self.dump(html) == expected)
  }

  @Test(arguments: [
    ("<p>a<br><br>b</p><p><br></p>", "p(a) p(b)"),
    ("<div class=x id=y><p class=z>a</p></div>", "p(a)"),
    (
      "<table><tr><td>a<table><tr><td>b<td>c</table></table>", "p(a) table(body{td(p(b)) td(p(c))})"
    ),
    ("<table role=presentation><tr><td>a<td>b</table>", "p(a) p(b)"),
    ("<p id=y>a <a href=\"#y\">b</a></p>", "p#y(a a<#y>(b))"),
  ])
  func page(html: String, expected: String) throws {
    #expect(try Self.dump(html, options: .page) == expected)
  }

  @Test(arguments: ["div", "blockquote", "b", "span", "table><tr><td", "ul><li", "a href=x", "ins"])
  func nestedOneHundredThousandDeep(tag: String) throws {
    let count = 100_000
    let html = String(repeating: "<\(tag)>", count: count) + "the text"
    var diagnostics = Diagnostics()
    let tree = try HTMLTree(parsing: Array(html.utf8), diagnostics: &diagnostics)
    let output = BlockBuilder().blocks(of: tree, diagnostics: &diagnostics)
    #expect(BlockDump.dump(output.blocks).contains("the text"))
  }
}
