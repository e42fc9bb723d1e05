extension Construct {
  /// Pages, whole or damaged.
  static let pages: [Named] =
    pieces.map { piece in Named(piece.debugDescription) { Shape.repeated(piece, to: $0) } } + shapes

  private static let pieces: [String] = [
    "<", ">", "</", "<a", "<a ", "<a b", "<a b=", "<a b=\"", "<a b='c' ", "<a>", "</a>", "<p>",
    "</p>", "<p>a", "<p>word ",
    "<div>", "</div>", "<div>a</div>", "<b>", "<b>a</b> ", "<b><code>a</code></b>", "<b><i>",
    "<b><p>", "<a><p>", "<b></p>",
    "<i></b>", "<font><p>x", "<nobr>",
    "<br>", "<hr>", "<img>", "<img src=a>", "<table>", "<table><tr><td>", "<tr>", "<td>",
    "<table>a", "<table><b>", "</table>",
    "<caption>", "<colgroup><col>", "<ul>", "<li>", "<ul><li>", "<ol><li>a", "<li>a</li>", "<dl>",
    "<dt>", "<dd>", "<dt>a<dd>b",
    "<select>", "<option>", "<optgroup>", "<form>", "<input>", "<button>", "<textarea>",
    "<textarea></textarea>", "<title>", "<head>", "<body>",
    "<body a=b>", "<html c=d>", "<frameset>", "<script>", "<script></script>", "<script>a</script>",
    "<style>", "<style></style>", "<noscript>", "<iframe>",
    "<template>", "<svg>", "<svg><p>", "<math>", "<math><mi>", "<svg><![CDATA[", "<ruby>",
    "<ruby>a<rt>b", "<rt>", "<h1>", "<h2>a</h2>",
    "<details>", "<details><summary>a</summary>b</details>", "<figure>",
    "<figure><img src=a><figcaption>b</figcaption></figure>", "<video>", "<object>",
    "<object><param>", "<blockquote>", "<blockquote>a</blockquote>", "<pre>", "<pre>\n",
    "<code>a</code>", "<center>", "<marquee>", "<plaintext>", "<xmp>", "<custom-element>", "<o:p>",
    "<!", "<!--", "<!-- a -->", "<!-- a", "<!-->", "--!>", "<?", "<?a?>", "<!DOCTYPE",
    "<!DOCTYPE a>", "<![CDATA[", "]]>", "&", "&amp;", "&a", "&#", "&#9", "&#x9;", "&notit", "&not",
    "a&b ",
    "a", "a ", "word ", "\n", " ", "\u{0}", "\r", "é", "日本語", "🙂", "\u{301}", "<a href=b>c</a> ",
    "<a href=b>", "<a name=b></a>", "<time>2022</time>", "<cite>a</cite>", "<q>", "<q>a</q> ",
    "<sup>1</sup>",
    "<section>", "<article>", "<main>",
    "<nav><a href=a>b</a></nav>", "<aside>a</aside>", "<header>a</header>", "<footer>a</footer>",
    "<span class=a>b</span>", "<div hidden>a</div>", "<meta name=a content=b>",
    "<link rel=a href=b>", "<base href=a>",
    "<script type=\"application/ld+json\">{}</script>", "<br><br>", "a<br>", "a<br><br>",
    "<p>a</p>", "<p>a</p><div>", "<p></p>", "<noframes>", "<area>", "<map>", "<embed>", "<wbr>",
    "a\u{AD}", "<input type=hidden>",
  ]

  private static let paragraph =
    "<p>Some words, enough of them, of one paragraph that an article of a newspaper has.</p>\n"

  private static let shapes: [Named] = [
    Named("paragraphs") {
      "<article><h1>T</h1>" + Shape.repeated(paragraph, to: $0) + "</article>"
    },
    Named("paragraphs without an article") {
      "<body><div>" + Shape.repeated(paragraph, to: $0) + "</div>"
    },
    Named("paragraphs as siblings of links") {
      Shape.repeated(
        paragraph + "<ul><li><a href=a>One link</a><li><a href=b>and another</a></ul>", to: $0)
    },
    Named("divisions of paragraphs") {
      Shape.repeated("<div>" + paragraph + paragraph + "</div>", to: $0)
    },
    Named("nested divisions of paragraphs") { bytes in
      Shape.repeated("<div>" + paragraph, to: bytes)
    },
    Named("articles") { bytes in
      Shape.numbered(to: bytes) { "<article><h2>Title \($0)</h2>" + paragraph + "</article>" }
    },
    Named("links only") { bytes in
      Shape.numbered(to: bytes) { "<a href=\"/a/\($0)\">Story number \($0) of this list</a>\n" }
    },
    Named("list of links") { bytes in
      "<ul>"
        + Shape.numbered(to: bytes) { "<li><a href=\"/a/\($0)\">Story number \($0)</a></li>\n" }
        + "</ul>" + paragraph
    },
    Named("classes of all kinds") { bytes in
      Shape.numbered(to: bytes) {
        "<div class=\"a\($0) share related-\($0) ad\" id=\"b\($0)\">" + paragraph + "</div>"
      }
    },
    Named("one element of many classes") { bytes in
      "<div class=\"" + Shape.numbered(to: bytes) { "a\($0) " } + "\">" + paragraph + "</div>"
    },
    Named("one element of many attributes") { bytes in
      "<div " + Shape.numbered(to: bytes) { "a\($0)=\"b\" " } + ">" + paragraph + "</div>"
    },
    Named("one element of equal attributes") {
      "<div " + Shape.repeated("a=\"b\" ", to: $0) + ">" + paragraph + "</div>"
    },
    Named("one long attribute") { "<p title=\"" + Shape.repeated("a ", to: $0) + "\">b</p>" },
    Named("one long name") { "<" + Shape.repeated("a", to: $0) + ">b" },
    Named("one long style") { "<p style=\"" + Shape.repeated("a:b;", to: $0) + "\">b</p>" },
    Named("one long text") { "<p>" + Shape.repeated("word ", to: $0) },
    Named("one long word") { "<p>" + Shape.repeated("word", to: $0) },
    Named("lines by breaks") {
      "<div>" + Shape.repeated("A line of words, as old pages have them.<br>\n", to: $0) + "</div>"
    },
    Named("paragraphs by breaks") {
      "<div>" + Shape.repeated("A line of words, as old pages have them.<br><br>\n", to: $0)
        + "</div>"
    },
    Named("headings of other articles") {
      paragraph + "<div>" + Shape.repeated("<p>Related</p>", to: $0) + "</div>" + paragraph
    },
    Named("offers of letters") {
      paragraph
        + Shape.repeated("<p>Sign up for our free newsletter <a href=b>here</a></p>", to: $0)
        + paragraph
    },
    Named("pictures with captions") {
      paragraph
        + Shape.repeated(
          "<div class=gallery><img src=b><div>The river, in May.</div></div>", to: $0)
        + paragraph
    },
    Named("times of a ticker") {
      Shape.repeated("<p>14:30</p><p>The bridge is open again, says the town.</p>", to: $0)
    },
    Named("nested spans") { Shape.nested("<span>", "</span>", to: $0) },
    Named("nested divisions") { Shape.nested("<div>", "</div>", to: $0) },
    Named("nested lists") { Shape.nested("<ul><li>", "</li></ul>", to: $0) },
    Named("nested quotes") { Shape.nested("<blockquote>", "</blockquote>", to: $0) },
    Named("nested tables") { Shape.nested("<table><tr><td>", "</td></tr></table>", to: $0) },
    Named("nested links") { Shape.nested("<a href=b>", "</a>", to: $0) },
    Named("nested emphasis") { Shape.nested("<b><i>", "</i></b>", to: $0) },
    Named("emphasis across paragraphs") { Shape.repeated("<p><b><i><u>", to: $0) },
    Named("misnested emphasis") { Shape.repeated("<b><i></b></i>", to: $0) },
    Named("different misnested elements") { bytes in
      Shape.numbered(to: bytes) { "<font size=\($0)><p>" }
    },
    Named("ends without starts") { bytes in "<div>" + Shape.nested("<p>", "</span>", to: bytes) },
    Named("table of many rows") {
      "<table>" + Shape.repeated("<tr><td>a<td>b</tr>\n", to: $0) + "</table>" + paragraph
    },
    Named("table of many columns") {
      "<table><tr>" + Shape.repeated("<td>a</td>", to: $0) + "</tr></table>" + paragraph
    },
    Named("ragged table") { bytes in
      "<table>" + Shape.numbered(to: bytes) { "<tr>" + String(repeating: "<td>a", count: $0 % 50) }
        + "</table>" + paragraph
    },
    Named("wide first row") {
      "<table><tr>" + Shape.repeated("<td>a", to: $0 / 2) + Shape.repeated("<tr><td>b", to: $0 / 2)
        + "</table>" + paragraph
    },
    Named("table with spans") {
      "<table>" + Shape.repeated("<tr><td rowspan=3 colspan=2>a<td>b</tr>\n", to: $0) + "</table>"
        + paragraph
    },
    Named("table with the longest spans") {
      "<table>" + Shape.repeated("<tr><td rowspan=65534 colspan=1000>a<td>b</tr>\n", to: $0)
        + "</table>" + paragraph
    },
    Named("table with long row spans") {
      "<table>" + Shape.repeated("<tr><td rowspan=65534>a</tr>\n", to: $0) + "</table>" + paragraph
    },
    Named("table without spans filled in") {
      "<table><tr>" + Shape.repeated("<td rowspan=60000>a", to: $0 / 2)
        + Shape.repeated("<tr>", to: $0 / 2) + "</table>" + paragraph
    },
    Named("tables") {
      Shape.repeated("<table><tr><th>a<th>b<tr><td>c<td>d</table>" + paragraph, to: $0)
    },
    Named("layout tables") {
      Shape.repeated("<table><tr><td>" + paragraph + paragraph + "</table>", to: $0)
    },
    Named("definition list") { bytes in
      "<dl>" + Shape.numbered(to: bytes) { "<dt>term \($0)<dd>definition" } + "</dl>" + paragraph
    },
    Named("headings") { bytes in
      "<article>" + Shape.numbered(to: bytes) { "<h2>Heading \($0)</h2>" + paragraph }
        + "</article>"
    },
    Named("equal headings") {
      "<article>" + Shape.repeated("<h2>Heading</h2>" + paragraph, to: $0) + "</article>"
    },
    Named("first headings") { bytes in
      Shape.numbered(to: bytes) { "<h1>Heading \($0)</h1>\n" } + paragraph
    },
    Named("pictures") { bytes in
      "<article>" + Shape.numbered(to: bytes) { "<img src=\"p\($0).jpg\" alt=\"a \($0)\">" }
        + paragraph + "</article>"
    },
    Named("pictures in figures") { bytes in
      "<article>" + paragraph
        + Shape.numbered(to: bytes) {
          "<figure><img src=\"p\($0).jpg\"><figcaption>Caption \($0)</figcaption></figure>"
        } + "</article>"
    },
    Named("equal pictures") {
      "<article>" + paragraph + Shape.repeated("<p><img src=p.jpg></p>", to: $0) + "</article>"
    },
    Named("candidates of one picture") { bytes in
      "<article>" + paragraph + "<img srcset=\""
        + Shape.numbered(to: bytes) { "p\($0).jpg \($0)w, " } + "\"></article>"
    },
    Named("sources of one picture") { bytes in
      "<article>" + paragraph + "<picture>"
        + Shape.numbered(to: bytes) { "<source srcset=\"p\($0).jpg\">" }
        + "<img src=p.jpg></picture></article>"
    },
    Named("notes") {
      Shape.halves(
        to: $0, { "<p>a<sup><a href=\"#fn\($0)\" id=\"r\($0)\">\($0)</a></sup></p>" },
        then: { "<p id=\"fn\($0)\"><a href=\"#r\($0)\">\($0)</a> note</p>" })
    },
    Named("notes of a list") {
      Shape.halves(
        to: $0, { "<p>a<sup id=\"r\($0)\"><a href=\"#fn\($0)\">\($0)</a></sup></p>" },
        then: {
          "<ol class=\"footnotes\"><li id=\"fn\($0)\">note <a href=\"#r\($0)\">↩</a></li></ol>"
        })
    },
    Named("notes as kramdown writes them") {
      "<article>"
        + Shape.halves(
          to: $0,
          {
            "<p>a<sup id=\"fnref:\($0)\"><a href=\"#fn:\($0)\" class=\"footnote\" rel=\"footnote\">\($0)</a></sup></p>"
          },
          then: {
            "<div class=\"footnotes\"><ol><li id=\"fn:\($0)\"><p>note <a href=\"#fnref:\($0)\" class=\"reversefootnote\">↩</a></p></li></ol></div>"
          })
    },
    Named("ids and links to them") {
      "<article>"
        + Shape.halves(to: $0, { "<p id=\"a\($0)\">b</p>" }, then: { "<a href=\"#a\($0)\">c</a> " })
    },
    Named("equal ids") { "<article>" + Shape.repeated("<p id=a>b <a href=#a>c</a></p>", to: $0) },
    Named("ruby") { "<p>" + Shape.repeated("<ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby>", to: $0) },
    Named("one ruby") { "<p><ruby>" + Shape.repeated("漢<rt>kan</rt>", to: $0) + "</ruby>" },
    Named("abbreviations") { Shape.repeated("<abbr title=a>b</abbr> ", to: $0) },
    Named("embeds") { bytes in
      "<article>" + paragraph
        + Shape.numbered(to: bytes) {
          "<iframe src=\"https://video.example/embed/\($0)\"></iframe>"
        }
    },
    Named("definitions of meta") { bytes in
      "<head>" + Shape.numbered(to: bytes) { "<meta name=\"a\($0)\" content=\"b\">" } + "</head>"
        + paragraph
    },
    Named("equal meta") {
      "<head>" + Shape.repeated("<meta property=\"article:tag\" content=\"b\">", to: $0) + "</head>"
        + paragraph
    },
    Named("tags of meta") { bytes in
      "<head>" + Shape.numbered(to: bytes) { "<meta property=\"article:tag\" content=\"b\($0)\">" }
        + "</head>" + paragraph
    },
    Named("authors of meta") { bytes in
      "<head>" + Shape.numbered(to: bytes) { "<meta name=\"author\" content=\"Ann B\($0)\">" }
        + "</head>" + paragraph
    },
    Named("keywords of one meta") { bytes in
      "<head><meta name=keywords content=\"" + Shape.numbered(to: bytes) { "a\($0), " }
        + "\"></head>" + paragraph
    },
    Named("long title") {
      "<title>" + Shape.repeated("word - word | ", to: $0) + "</title>" + paragraph
    },
    Named("long byline") {
      "<article><h1>T</h1><p class=byline>By "
        + Shape.repeated("Ann Author, Bo Writer and ", to: $0) + "</p>" + paragraph + "</article>"
    },
    Named("bylines") { bytes in
      "<article><h1>T</h1>" + Shape.numbered(to: bytes) { "<p class=byline>By Ann Author\($0)</p>" }
        + paragraph + "</article>"
    },
    Named("authors by links") { bytes in
      "<article><h1>T</h1>"
        + Shape.numbered(to: bytes) { "<a rel=author href=\"/a\($0)\">Ann Author\($0)</a>" }
        + paragraph + "</article>"
    },
    Named("dates") { bytes in
      "<article><h1>T</h1>"
        + Shape.numbered(to: bytes) {
          "<time datetime=\"2022-03-\($0 % 28 + 1)\">March \($0 % 28 + 1), 2022</time>"
        } + paragraph + "</article>"
    },
    Named("dates in text") {
      "<article><h1>T</h1>" + Shape.repeated("<p>March 3, 2022 at 10:00</p>", to: $0) + "</article>"
    },
    Named("one text of dates") {
      "<article><h1>T</h1><p class=date>" + Shape.repeated("2022-03-04 ", to: $0) + "</p>"
        + paragraph + "</article>"
    },
    Named("one long number") {
      "<article><h1>T</h1><p class=date>" + Shape.repeated("1", to: $0) + "</p>" + paragraph
        + "</article>"
    },
    Named("linked data") { bytes in
      "<script type=\"application/ld+json\">["
        + Shape.numbered(to: bytes) { "{\"@type\": \"NewsArticle\", \"headline\": \"a\($0)\"}," }
        + "{}]</script>" + paragraph
    },
    Named("keys of linked data") { bytes in
      "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", "
        + Shape.numbered(to: bytes) { "\"a\($0)\": 1," } + "\"b\": 1}</script>" + paragraph
    },
    Named("equal keys of linked data") {
      "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", "
        + Shape.repeated("\"headline\": \"a\",", to: $0) + "\"b\": 1}</script>" + paragraph
    },
    Named("nested linked data") {
      "<script type=\"application/ld+json\">"
        + Shape.nested("{\"@graph\": [", "]}", to: $0).replacing("a]", with: "]") + "</script>"
        + paragraph
    },
    Named("open linked data") {
      "<script type=\"application/ld+json\">" + Shape.repeated("{\"a\": [", to: $0) + "</script>"
        + paragraph
    },
    Named("references of linked data") { bytes in
      "<script type=\"application/ld+json\">{\"@graph\": ["
        + Shape.numbered(to: bytes) {
          "{\"@id\": \"a\($0)\", \"@type\": \"NewsArticle\", \"author\": {\"@id\": \"a\($0 + 1)\"}},"
        } + "{}]}</script>" + paragraph
    },
    Named("authors of linked data") { bytes in
      "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"author\": ["
        + Shape.numbered(to: bytes) { "{\"name\": \"Ann B\($0)\"}," } + "{}]}</script>" + paragraph
    },
    Named("body of linked data") {
      "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\": \""
        + Shape.repeated("Some words of a sentence. ", to: $0) + "\"}</script>" + paragraph
    },
    Named("blocks of linked data") {
      Shape.repeated(
        "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"a\"}</script>",
        to: $0) + paragraph
    },
    Named("microdata") {
      Shape.repeated(
        "<div itemscope itemtype=\"http://schema.org/NewsArticle\"><span itemprop=headline>a</span></div>",
        to: $0) + paragraph
    },
    Named("promotions") {
      Shape.repeated(
        "<p>Read more: <a href=a>Another story that we have</a></p>" + paragraph, to: $0)
    },
    Named("hidden elements") {
      Shape.repeated("<div style=\"display:none\">a</div>" + paragraph, to: $0)
    },
    Named("scripts of many lines") {
      "<script>" + Shape.repeated("a < b; var x = '<p>';\n", to: $0) + "</script>" + paragraph
    },
    Named("script escaped twice") {
      "<script><!--" + Shape.repeated("<script>a</script>", to: $0) + "</script>" + paragraph
    },
    Named("code") {
      "<article>" + paragraph + "<pre><code>" + Shape.repeated("a &lt; b\n", to: $0)
        + "</code></pre></article>"
    },
    Named("code with marks") {
      "<article>" + paragraph + "<pre>" + Shape.repeated("<span class=k>a</span> b\n", to: $0)
        + "</pre></article>"
    },
    Named("references") { "<p>" + Shape.repeated("&eacute;&#233;&#xe9;&unknown; ", to: $0) },
    Named("lists of blocks") {
      "<ul>" + Shape.repeated("<li><p>a</p><ul><li>b</ul>", to: $0) + "</ul>" + paragraph
    },
    Named("languages") { bytes in
      "<article>" + Shape.numbered(to: bytes) { "<p lang=\"x\($0)\">Words of a language</p>" }
    },
    Named("texts of all scripts") {
      "<article>" + Shape.repeated("<p>日本語の文章です。 Русский текст. العربية नमस्ते 한국어 ไทย</p>", to: $0)
    },
    Named("base and relative addresses") {
      "<base href=\"http://a/b/\">" + paragraph
        + Shape.repeated("<a href=\"../../../../c/./d\">e</a> ", to: $0)
    },
    Named("one long relative address") {
      "<base href=\"http://a/b/\">" + paragraph + "<a href=\"" + Shape.repeated("../c/", to: $0)
        + "\">e</a>"
    },
    Named("many encodings") { Shape.repeated("<meta charset=utf-8>", to: $0) + paragraph },
  ]
}
