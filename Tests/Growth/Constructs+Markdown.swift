extension Construct {
  /// Blocks and spans that all dialects of Markdown read, and what only some of them know: to the
  /// others it is text, which must be as quick.
  static let markdown: [Named] =
    pieces.map { piece in Named(piece.debugDescription) { Shape.repeated(piece, to: $0) } }
    + shapes

  /// What is most of all trouble when it is never closed, or closed and never opened.
  private static let pieces: [String] = [
    // Blocks.
    "a\n", "a\n\n", "word ", "word", "日本語", "> ", "> a\n", "> a\n\n", ">", "* ", "- a\n", "- a\n\n",
    "1. a\n", "9) a\n", "* a\n\n  b\n", "- [x] a\n", "# a\n", "# a #\n\n", "a\n===\n", "a\n---\n",
    "***\n", "- - -\n", "    a\n", "    a\n\n", "\ta\n", "```\n", "```a\n", "~~~\n",
    "```\na\n```\n",
    ": a\n", "a\n: b\n", "a\n: b\n\n", "|", "|a", "|a|\n", "a|b\n", "|a|\n|-|\n",
    "|a|b|\n|-|-|\n|c|d|\n\n",
    "|-", "^\n", "a\n\n^\n\n", "\\\n", "a  \n", " ", "\t", "\n", "\r\n", "\u{0}", "\u{FEFF}",
    "<div>\n", "<div>", "</div>\n", "<div>a</div>\n", "<div markdown=\"1\">\n", "<p>\n\n",
    "<script>\n", "<pre>\n", "<table><tr><td>\n", "<!--", "<!-- a -->\n", "<!-- a\n", "<?",
    "<?php a\n",
    "a <title> ", "a <title>\n\n", "<iframe a=\"b\"/> ", "<select>\n\n", "a </title>\n\n",
    "<!A", "<!a\n", "<![CDATA[", "<![CDATA[a]]>", "]]>", "-->",
    // Kramdown's own blocks.
    "{:a\n", "{:.a}\n", "a\n{:.a}\n\n", "{:a: .b}\n", "{::a}\n", "{::comment}\n",
    "{::nomarkdown}\n",
    "{::comment}a{:/}\n", "{:/}\n", "{::options a=\"b\" /}\n", "$$\n", "$$a$$\n\n", "* a\n{:.b}\n",
    "{:toc}\n", "* toc\n{:toc}\n\n",
    // Spans.
    "*", "**", "_", "__", "*a ", "**a ", "_a ", "__a ", "a* ", "a** ", "a_ ", "a__ ", "*a* ",
    "**a** ",
    "*a **b ", "a**b*c", "*a_ ", "a_b", "***a ", "*a**a ", "**a*a ", "~~", "~~a ", "~~a~~ ", "~a",
    "`", "`a", "`a` ", "``a`", "`a`` ", "[", "]", "![", "[]", "[a]", "[a](", "[a](b", "[a](b)",
    "[a](<b",
    "[a](b \"c", "[a](b 'c' ", "[a][", "[a][b]", "[a] ", "![a](b)", "![a]", "![[]()", "a](b", "](",
    "[a](b)(",
    "[(](", "[^", "[^a", "[^a]", "[^a] ", "[ (](", "- *[", "[*a](b*", "*[a*](b", "[a_", "*a]",
    "<", ">", "<a", "<a ", "<a b", "<a b=", "<a b=\"", "<a b='c' ", "<a>", "</a>", "<b>a</b>",
    "<br>", "<br/",
    "<http://", "<http://a> ", "<a@", "<a@b.c> ", "http://a.b ", "www.a.b ", "http://", "www.",
    "a@b.c ", "a@", "@",
    "http://a.b/(", "http://a.b/)", "www.a.b&amp;", "&", "&amp;", "&a", "&#", "&#9", "&#x", "&a;",
    "\\", "\\*", "\\\\",
    "\"", "\"a\" ", "'", "'a ", "\"'", "...", "--", "---", "<<", "<< a >> ", "$$a$$ ", "$$a", "$",
    "{", "{:", "a{:.b}", "*a*{:.b} ", "{::a/}", "{:.b", "{: a=\"b\"", "a\n{: a='", "*a*{: b='c",
    "((", "))", ":", "!", "^",
    "é", "🙂", "\u{301}", "\u{200D}", "\u{1}", "\u{FFFE}",
  ]

  private static let shapes: [Named] = [
    Named("one long word") { String(repeating: "x", count: $0) },
    Named("one long line of words") { Shape.repeated("some words of a line ", to: $0) },
    Named("paragraphs") { Shape.repeated("Some *words* of a line,\nand `another`.\n\n", to: $0) },
    Named("nested quotes") { Shape.repeated("> ", to: $0) + "a" },
    Named("quotes that deepen") { bytes in
      Shape.numbered(to: bytes) { String(repeating: ">", count: $0 % 90) + " a\n" }
    },
    Named("nested lists") { Shape.repeated("* ", to: $0) + "a" },
    Named("lists that deepen") { bytes in
      Shape.numbered(to: bytes) { String(repeating: "  ", count: $0 % 90) + "* a\n" }
    },
    Named("list of long items") {
      Shape.repeated("* " + String(repeating: "a ", count: 100) + "\n", to: $0)
    },
    Named("one item of many lines") { "* a\n" + Shape.repeated("  b\n", to: $0) },
    Named("one item of many paragraphs") { "* a\n\n" + Shape.repeated("  b\n\n", to: $0) },
    Named("lazy lines of a quote") { "> a\n" + Shape.repeated("b\n", to: $0) },
    Named("lazy lines of a list") { "* a\n" + Shape.repeated("b\n", to: $0) },
    Named("list between blank lines") { "* a\n" + Shape.repeated("\n", to: $0) + "* b\n" },
    Named("nested emphasis") { Shape.nested("*a **b ", " c** d*", to: $0) },
    Named("nested strong") { Shape.nested("**a ", " b**", to: $0) },
    Named("openers of growing length") { bytes in
      Shape.numbered(to: bytes) { String(repeating: "*", count: $0 % 300) + "a " }
    },
    Named("closers of growing length") { bytes in
      Shape.numbered(to: bytes) { "a" + String(repeating: "_", count: $0 % 300) + " " }
    },
    Named("emphasis over other emphasis") {
      Shape.halves(to: $0, { _ in "*a _b " }, then: { _ in "c* " })
    },
    Named("strong openers, then closers") {
      Shape.halves(to: $0, { _ in "**a " }, then: { _ in "a* " })
    },
    Named("backticks of growing length") { bytes in
      Shape.numbered(to: bytes) { "e" + String(repeating: "`", count: $0 + 1) }
    },
    Named("nested brackets") { Shape.nested("[", "]", to: $0) },
    Named("nested links") { Shape.nested("[a ", "](b)", to: $0) },
    Named("nested pictures") { Shape.nested("![a ", "](b)", to: $0) },
    Named("nested parentheses of a link") { "[a](" + Shape.nested("(", ")", to: $0) + ")" },
    Named("unclosed parentheses of a link") { "[a](" + Shape.repeated("(", to: $0) },
    Named("long address") { "[a](http://b/" + Shape.repeated("c", to: $0) + ")" },
    Named("long title") { "[a](b \"" + Shape.repeated("c ", to: $0) + "\")" },
    Named("long label") { "[" + Shape.repeated("c ", to: $0) + "]\n" },
    Named("links with long text") { "[" + Shape.repeated("*c* ", to: $0) + "](d)" },
    Named("link definitions") { bytes in Shape.numbered(to: bytes) { "[a\($0)]: http://b/\($0)\n" }
    },
    Named("link definitions with titles") { bytes in
      Shape.numbered(to: bytes) { "[a\($0)]: <b> 'c \($0)'\n" }
    },
    Named("equal link definitions") { Shape.repeated("[a]: b\n", to: $0) },
    Named("definitions and links") {
      Shape.halves(to: $0, { "[a\($0)]: b\($0)\n" }, then: { "[a\($0)] " })
    },
    Named("one long definition used often") {
      "[a]: http://b/" + String(repeating: "c", count: $0 / 2) + "\n\n"
        + Shape.repeated("[a] ", to: $0 / 2)
    },
    Named("links without definitions") { bytes in
      Shape.numbered(to: bytes) { "[a\($0)] [b][c\($0)] " }
    },
    Named("definitions within a quote") { bytes in Shape.numbered(to: bytes) { "> [a\($0)]: b\n" }
    },
    Named("unclosed title of a definition") { Shape.repeated("[a]: b 'c\n", to: $0) },
    Named("notes") { bytes in Shape.numbered(to: bytes) { "a[^\($0)]\n\n[^\($0)]: note \($0)\n\n" }
    },
    Named("notes at the end") {
      Shape.halves(to: $0, { "a[^\($0)] " }, then: { "\n[^\($0)]: note\n" })
    },
    Named("one note used often") { "[^1]: note\n\n" + Shape.repeated("a[^1] ", to: $0) },
    Named("one long note used often") {
      "[^1]: " + String(repeating: "c", count: $0 / 2) + "\n\n"
        + Shape.repeated("a[^1] ", to: $0 / 2)
    },
    Named("notes within notes") { bytes in
      "a[^0]\n\n" + Shape.numbered(to: bytes) { "[^\($0)]: note[^\($0 + 1)]\n\n" }
    },
    Named("notes without a definition") { bytes in Shape.numbered(to: bytes) { "a[^\($0)] " } },
    Named("notes never used") { bytes in Shape.numbered(to: bytes) { "[^\($0)]: note\n" } },
    Named("equal notes") { Shape.repeated("[^a]: note\n", to: $0) },
    Named("note of many paragraphs") {
      "a[^1]\n\n[^1]: note\n\n" + Shape.repeated("    b\n\n", to: $0)
    },
    Named("abbreviations") {
      Shape.halves(to: $0, { "*[AB\($0)]: long \($0)\n" }, then: { "AB\($0) " })
    },
    Named("abbreviations of like beginnings") { bytes in
      Shape.halves(
        to: bytes, { "*[\(String(repeating: "A", count: $0 % 200 + 1))]: a\n" },
        then: { _ in "AAAA " })
    },
    Named("abbreviations of several words") {
      Shape.halves(to: $0, { "*[a b \($0)]: a\n" }, then: { _ in "a b " })
    },
    Named("equal abbreviations") { Shape.repeated("*[a]: b\n", to: $0) },
    Named("abbreviation used often") { "*[AB]: long\n\n" + Shape.repeated("AB ", to: $0) },
    Named("one long abbreviation used often") {
      "*[AB]: " + String(repeating: "c", count: $0 / 2) + "\n\n" + Shape.repeated("AB ", to: $0 / 2)
    },
    Named("attribute lists") { bytes in
      Shape.numbered(to: bytes) { "a\n{: #a\($0) .b\($0) c='\($0)'}\n\n" }
    },
    Named("one attribute list of many classes") { bytes in
      "a\n{: " + Shape.numbered(to: bytes) { ".b\($0) " } + "}\n"
    },
    Named("one attribute list of many attributes") { bytes in
      "a\n{: " + Shape.numbered(to: bytes) { "b\($0)='c' " } + "}\n"
    },
    Named("one attribute list of equal attributes") {
      "a\n{: " + Shape.repeated("b='c' ", to: $0) + "}\n"
    },
    Named("lines of attribute lists") { bytes in
      "a\n" + Shape.numbered(to: bytes) { "{: .b\($0)}\n" }
    },
    Named("attribute lists of spans") { bytes in "*a*" + Shape.numbered(to: bytes) { "{: .b\($0)}" }
    },
    Named("attribute definitions") { bytes in Shape.numbered(to: bytes) { "{:a\($0): .b c='d'}\n" }
    },
    Named("equal attribute definitions") { bytes in Shape.numbered(to: bytes) { "{:a: .b\($0)}\n" }
    },
    Named("attribute definitions that refer on") { bytes in
      Shape.numbered(to: bytes) { "{:a\($0): a\($0 + 1) .b}\n" } + "\nx\n{: a0}\n"
    },
    Named("one long attribute definition used often") {
      "{:a: .\(String(repeating: "c", count: $0 / 2))}\n\n"
        + Shape.repeated("*b*{: a} ", to: $0 / 2)
    },
    Named("one wide attribute definition used often") { bytes in
      "{:a: " + Shape.numbered(to: bytes / 2) { ".c\($0) " } + "}\n\n"
        + Shape.repeated("*b*{: a} ", to: bytes / 2)
    },
    Named("headings") { bytes in Shape.numbered(to: bytes) { "# Heading \($0)\n\n" } },
    Named("equal headings") { Shape.repeated("# Heading\n\n", to: $0) },
    Named("headings that look numbered") { bytes in
      Shape.numbered(to: bytes) { "# a\n\n# a-\($0)\n\n" }
    },
    Named("headings with ids") { bytes in Shape.numbered(to: bytes) { "# a {#b\($0)}\n\n" } },
    Named("headings of all levels") { bytes in
      Shape.numbered(to: bytes) { String(repeating: "#", count: $0 % 6 + 1) + " a\n\n" }
    },
    Named("headings with contents") {
      "* toc\n{:toc}\n\n" + Shape.repeated("## Heading\n\n### Lower\n\n", to: $0)
    },
    Named("one long heading") { "# " + Shape.repeated("word ", to: $0) + "\n" },
    Named("table of many rows") { "|a|b|\n|-|-|\n" + Shape.repeated("|c|d|\n", to: $0) },
    Named("table of many columns") {
      Shape.repeated("|a", to: $0 / 3) + "|\n" + Shape.repeated("|-", to: $0 / 3) + "|\n"
        + Shape.repeated("|b", to: $0 / 3) + "|\n"
    },
    Named("wide table of short rows") {
      Shape.repeated("|a", to: $0 / 3) + "|\n" + Shape.repeated("|-", to: $0 / 3) + "|\n"
        + Shape.repeated("|\n", to: $0 / 3)
    },
    Named("wide table of one-celled rows") {
      Shape.repeated("|a", to: $0 / 3) + "|\n" + Shape.repeated("|-", to: $0 / 3) + "|\n"
        + Shape.repeated("|b|\n", to: $0 / 3)
    },
    Named("table of a long name and short rows") {
      "|" + Shape.repeated("long ", to: $0 / 2) + "|b|c|d|\n|-|-|-|-|\n"
        + Shape.repeated("|a|b|c|d|\n", to: $0 / 2)
    },
    Named("table of a long cell and short rows") {
      "|a|b|\n|-|-|\n|" + Shape.repeated("long ", to: $0 / 2) + "|b|\n"
        + Shape.repeated("|a|b|\n", to: $0 / 2)
    },
    Named("table with code") { "|a|\n|-|\n" + Shape.repeated("|`b|c`|\n", to: $0) },
    Named("table with unclosed code") { Shape.repeated("|`b", to: $0) + "\n" },
    Named("table of one long cell") {
      "|a|\n|-|\n|" + Shape.repeated("word ", to: $0) + "|\n|b|\n"
    },
    Named("tables") { Shape.repeated("|a|b|\n|-|-|\n|c|d|\n\ntext\n\n", to: $0) },
    Named("table separators") { Shape.repeated("|a|\n|---|\n|b|\n|===|\n", to: $0) },
    Named("definition lists") { bytes in
      Shape.numbered(to: bytes) { "term \($0)\n: definition\n\n" }
    },
    Named("terms of one definition") { bytes in
      Shape.numbered(to: bytes) { "term \($0)\n" } + ": definition\n"
    },
    Named("definitions of one term") { "term\n" + Shape.repeated(": definition\n\n", to: $0) },
    Named("nested definitions") { "a\n" + Shape.repeated(": ", to: $0) + "a" },
    Named("fenced code") { "```\n" + Shape.repeated("a < b & c\n", to: $0) + "```\n" },
    Named("unclosed fences") { bytes in
      Shape.numbered(to: bytes) { String(repeating: "`", count: $0 % 200 + 3) + "\n" }
    },
    Named("indented code with blanks") { Shape.repeated("    a\n\n\n", to: $0) },
    Named("nested elements") { Shape.nested("<div>", "</div>", to: $0) },
    Named("nested elements on lines") { Shape.nested("<div>\n", "</div>\n", to: $0) },
    Named("nested Markdown in elements") {
      Shape.nested("<div markdown=\"1\">\n", "</div>\n", to: $0)
    },
    Named("nested spans of HTML") { Shape.nested("a <b>", "</b>", to: $0) },
    Named("elements with ids") { bytes in
      Shape.numbered(to: bytes) { "<div id=\"a\($0)\">b</div>\n\n" }
    },
    Named("ids and links to them") {
      Shape.halves(to: $0, { "a\n{: #id\($0)}\n\n" }, then: { "[b](#id\($0)) " })
    },
    Named("ids of spans and links to them") {
      Shape.halves(to: $0, { "<span id=\"id\($0)\">a</span> " }, then: { "[b](#id\($0)) " })
    },
    Named("one tag of many attributes") { bytes in
      "a <b " + Shape.numbered(to: bytes) { "c\($0)=\"d\" " } + ">e</b>"
    },
    Named("one tag of equal attributes") {
      "a <b " + Shape.repeated("c=\"d\" ", to: $0) + ">e</b>"
    },
    Named("unclosed attribute") { "a <b c=\"" + Shape.repeated("d\n", to: $0) },
    Named("unclosed comment") { "a <!--" + Shape.repeated(" b", to: $0) },
    Named("comments") { Shape.repeated("a <!-- b --> ", to: $0) },
    Named("unclosed script") { Shape.repeated("<script>a\n", to: $0) },
    Named("mathematics") { Shape.repeated("a $$x^2$$ b\n\n$$\ny\n$$\n\n", to: $0) },
    Named("hard breaks") { Shape.repeated("a  \nb\\\\\n", to: $0) },
    Named("long line of spaces") { "a" + String(repeating: " ", count: $0) + "b" },
    Named("lines of spaces") { Shape.repeated("a        \n", to: $0) },
    Named("long indentation") { bytes in
      Shape.numbered(to: bytes) { String(repeating: " ", count: $0 % 300) + "a\n" }
    },
    Named("apostrophes of one word") { Shape.repeated("a'b", to: $0) },
    Named("mixed brackets and stars") { Shape.repeated("*[_](", to: $0) },
    Named("pictures") { bytes in Shape.numbered(to: bytes) { "![alt \($0)](p\($0).png)\n\n" } },
    Named("equal pictures") { Shape.repeated("![alt](p.png)\n\n", to: $0) },
    Named("one long data address") {
      "![a](data:image/png;base64," + Shape.repeated("AAAA", to: $0) + ")"
    },
    Named("links") { bytes in Shape.numbered(to: bytes) { "[a](http://b/\($0)) " } },
    Named("links with letters of all kinds") { bytes in
      Shape.numbered(to: bytes) { "[a](http://b/café\($0)) ![](é/caf%C3%A9\($0).png) " }
    },
    Named("equal links") { Shape.repeated("[a](http://b/c) ", to: $0) },
    Named("everything") { Shape.repeated(everything, to: $0) },
  ]

  /// Some of each.
  private static let everything = """
    # Heading *one*

    A paragraph with **strong**, `code`, [a link](http://a.example/b), ![a picture](p.png "t") and
    "quotes" -- even & <b>elements</b>.[^n]

    > * quoted
    > * list

    1. one
       - two

    |a|b|
    |-|-|
    |c|d|

    term
    : definition

    ~~~ ruby
    code
    ~~~

    [^n]: A note.


    """
}
