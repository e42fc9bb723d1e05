extension Construct {
  /// Front matter, by YAML's own kinds.
  static let frontMatter: [Named] = [
    Named("keys") { bytes in Shape.numbered(to: bytes) { "key\($0): value\n" } },
    Named("keys of like beginnings") { bytes in
      Shape.numbered(to: bytes) { "a\(String(repeating: "b", count: $0 % 300))\($0): c\n" }
    },
    Named("equal keys") { Shape.repeated("key: value\n", to: $0) },
    Named("keys within a key") { bytes in
      "map:\n" + Shape.numbered(to: bytes) { "  key\($0): value\n" }
    },
    Named("equal keys within a key") { "map:\n" + Shape.repeated("  key: value\n", to: $0) },
    Named("list") { bytes in "list:\n" + Shape.numbered(to: bytes) { "- item \($0)\n" } },
    Named("list of mappings") { bytes in
      "list:\n" + Shape.numbered(to: bytes) { "- {a: \($0), b: c}\n" }
    },
    Named("flow list") { bytes in "list: [" + Shape.numbered(to: bytes) { "a\($0), " } + "]\n" },
    Named("flow mapping") { bytes in "map: {" + Shape.numbered(to: bytes) { "a\($0): b, " } + "}\n"
    },
    Named("nested flow lists") { "list: " + Shape.nested("[", "]", to: $0) + "\n" },
    Named("unclosed flow lists") { "list: " + Shape.repeated("[", to: $0) + "\n" },
    Named("unclosed flow mappings") { "list: " + Shape.repeated("{a: ", to: $0) + "\n" },
    Named("nested lists") { "list:\n" + Shape.repeated("- ", to: $0) + "a\n" },
    Named("mappings that deepen") { bytes in
      Shape.numbered(to: bytes) { String(repeating: " ", count: $0) + "a:\n" }
    },
    Named("anchors") { bytes in Shape.numbered(to: bytes) { "k\($0): &a\($0) value\n" } },
    Named("anchors and aliases") {
      Shape.halves(to: $0, { "k\($0): &a\($0) value\n" }, then: { "l\($0): *a\($0)\n" })
    },
    Named("one anchor, many aliases") { bytes in
      "k: &a value\n" + Shape.numbered(to: bytes) { "l\($0): *a\n" }
    },
    Named("one long anchor, many aliases") { bytes in
      "k: &a [" + Shape.repeated("v, ", to: bytes / 2) + "]\n"
        + Shape.numbered(to: bytes / 2) { "l\($0): *a\n" }
    },
    Named("equal anchors") { bytes in Shape.numbered(to: bytes) { "k\($0): &a value\n" } },
    Named("aliases of aliases") { bytes in
      "k0: &a0 [x, x]\n"
        + Shape.numbered(to: bytes) { "k\($0 + 1): &a\($0 + 1) [*a\($0), *a\($0)]\n" }
    },
    Named("merged mappings") { bytes in
      "k: &a {b: c}\n" + Shape.numbered(to: bytes) { "l\($0): {<<: *a, d: e}\n" }
    },
    Named("merged long mapping") { bytes in
      "k: &a {" + Shape.numbered(to: bytes / 2) { "b\($0): c, " } + "}\n"
        + Shape.numbered(to: bytes / 2) { "l\($0): {<<: *a}\n" }
    },
    Named("mappings merged into one") { bytes in
      Shape.numbered(to: bytes / 2) { "k\($0): &a\($0) {b\($0): c}\n" } + "l:\n  <<: ["
        + Shape.numbered(to: bytes / 2) { "*a\($0), " } + "]\n"
    },
    Named("quoted text") { "a: \"" + Shape.repeated("b \\n c\\u00e9 ", to: $0) + "\"\n" },
    Named("unclosed quotes") { "a: \"" + Shape.repeated("b ", to: $0) + "\n" },
    Named("single quotes") { "a: '" + Shape.repeated("b '' ", to: $0) + "'\n" },
    Named("block text") { "a: |\n" + Shape.repeated("  b\n", to: $0) },
    Named("folded text") { "a: >\n" + Shape.repeated("  b\n\n", to: $0) },
    Named("plain text of many lines") { "a: b\n" + Shape.repeated("  b\n", to: $0) },
    Named("numbers") { bytes in
      "list: ["
        + Shape.numbered(to: bytes) { "\($0), 0x\($0), 1.\($0)e3, 1_000, 1:30:\($0 % 60), " }
        + "]\n"
    },
    Named("one long number") { "n: 1" + Shape.repeated("0", to: $0) + "\n" },
    Named("one long number in base 60") { "n: 1" + Shape.repeated(":10", to: $0) + "\n" },
    Named("dates") { bytes in
      "list:\n" + Shape.numbered(to: bytes) { "- 2022-03-07 10:00:\($0 % 60)\n" }
    },
    Named("tags of YAML") { bytes in Shape.numbered(to: bytes) { "k\($0): !t\($0) v\n" } },
    Named("comments") { "a: b\n" + Shape.repeated("# comment\n", to: $0) },
    Named("complex keys") { Shape.repeated("? [a]\n: b\n", to: $0) },
    Named("broken lines") { bytes in Shape.numbered(to: bytes) { "key\($0): 'a' b: c\n" } },
    Named("tabs") { Shape.repeated("a:\tb\n\tc: d\n", to: $0) },
    Named("documents") { Shape.repeated("a: b\n...\n--- \n", to: $0) },
    Named("title of many words") { "title: " + Shape.repeated("word ", to: $0) + "\n" },
    Named("categories") { bytes in
      "categories: [" + Shape.numbered(to: bytes) { "a\($0), " } + "]\ntags: x\n"
    },
    Named("categories of one text") { "categories: " + Shape.repeated("a b ", to: $0) + "\n" },
    Named("equal categories") { "categories: [" + Shape.repeated("a, ", to: $0) + "]\n" },
    Named("tags") { bytes in "tags:\n" + Shape.numbered(to: bytes) { "- tag \($0)\n" } },
    Named("authors") { bytes in
      "authors:\n" + Shape.numbered(to: bytes) { "- name: Author \($0)\n  url: http://a/\($0)\n" }
    },
    Named("authors in one line") {
      "author: " + Shape.repeated("Ann Author, Bo Writer and ", to: $0) + "\n"
    },
    Named("aliases of a post") { bytes in
      "redirect_from:\n" + Shape.numbered(to: bytes) { "- /old/\($0)/\n" }
    },
    Named("long permalink") { "permalink: /" + Shape.repeated(":title/:year/", to: $0) + "\n" },
    Named("long slug") { "slug: " + Shape.repeated("é-- ", to: $0) + "\n" },
    Named("long date") { "date: " + Shape.repeated("2022-01-01 ", to: $0) + "\n" },
  ]

  /// Liquid's tags and filters, by their syntax; what their loops cost is limited by steps.
  static let liquid: [Named] =
    liquidPieces.map { piece in Named(piece.debugDescription) { Shape.repeated(piece, to: $0) } }
    + liquidShapes

  private static let liquidPieces: [String] = [
    "{{ a }}", "{{ a", "{{", "}}", "{%", "%}", "{% a %}", "{% a", "{% if", "{% if a %}",
    "{% endif %}",
    "{% if a %}b{% endif %}", "{% if a %}{% elsif b %}{% else %}{% endif %}", "{% else %}",
    "{% for a in b %}", "{% for a in b %}{% endfor %}", "{% raw %}", "{% raw %}{{ a }}{% endraw %}",
    "{% endraw %}", "{% comment %}", "{% comment %}{% endcomment %}", "{% capture a %}",
    "{% capture a %}b{% endcapture %}", "{% assign a = 'b' %}", "{% assign a = a | append: 'b' %}",
    "{% case a %}{% when 'b' %}c{% endcase %}", "{% case a %}", "{% when b %}",
    "{% cycle 'a', 'b' %}",
    "{% increment a %}", "{% tablerow a in b %}{% endtablerow %}", "{% unless a %}b{% endunless %}",
    "{% include a.html %}", "{% link a %}", "{% post_url a %}", "{% highlight ruby %}",
    "{% highlight ruby %}a{% endhighlight %}", "{% liquid\n", "{% liquid\nassign a = b\n%}",
    "{% # a %}",
    "{% echo 'a' %}", "{{ 'a' | upcase | append: 'b' }}", "{{ 'a' | ", "{{ a.b.c[0] }}", "{{ a[",
    "{{ \"",
    "{{ 'a", "{{-", "-}}", "{{- a -}}", " \n {{- a -}} \n ", "{%- a -%}", "{", "%", "{ {",
    "{{ a | b: c, d: e }}",
    "{% assign a = 'b,c' | split: ',' %}", "{% unknown a %}", "{% gist a %}", "{% raw",
    "{% comment",
  ]

  private static let liquidShapes: [Named] = [
    Named("variables") { bytes in Shape.numbered(to: bytes) { "{% assign a\($0) = \($0) %}" } },
    Named("filters in a row") { "{{ 'a'" + Shape.repeated(" | upcase", to: $0) + " }}" },
    Named("conditions in a row") {
      "{% if a" + Shape.repeated(" and a == b", to: $0) + " %}c{% endif %}"
    },
    Named("keys in a row") { "{{ a" + Shape.repeated(".b", to: $0) + " }}" },
    Named("brackets in a row") { "{{ a" + Shape.nested("[b", "]", to: $0) + " }}" },
    Named("values of when") {
      "{% case a %}{% when " + Shape.repeated("'b', ", to: $0) + "'c' %}d{% endcase %}"
    },
    Named("nested conditions") { Shape.nested("{% if true %}", "{% endif %}", to: $0) },
    Named("nested comments") { Shape.nested("{% comment %}", "{% endcomment %}", to: $0) },
    Named("parameters of include") {
      "{% include a.html " + Shape.repeated("b='c' ", to: $0) + "%}"
    },
    Named("long text") {
      "{{ '" + Shape.repeated("word ", to: $0) + "' | strip | escape | truncatewords: 3 }}"
    },
    Named("long text split") {
      "{% assign a = '" + Shape.repeated("b,", to: $0)
        + "' | split: ',' %}{{ a | uniq | sort | join: '-' | size }}"
    },
    Named("different texts made unique") { bytes in
      "{% assign a = '" + Shape.numbered(to: bytes) { "b\($0)," }
        + "' | split: ',' %}{{ a | uniq | reverse | compact | join | size }}"
    },
    Named("long list in a loop") {
      "{% assign a = '" + Shape.repeated("b,", to: $0)
        + "' | split: ',' %}{% for b in a %}{{ b }}{{ forloop.index }}{% endfor %}"
    },
    Named("long text replaced") {
      "{{ '" + Shape.repeated("b,", to: $0)
        + "' | replace: 'b', 'cc' | remove: 'c' | newline_to_br | strip_html | url_encode | size }}"
    },
    Named("text stripped of HTML") { "{{ '" + Shape.repeated("<", to: $0) + "' | strip_html }}" },
    Named("text stripped of comments") {
      "{{ '" + Shape.repeated("<!-- a ", to: $0) + "' | strip_html }}"
    },
    Named("text stripped of scripts") {
      "{{ '" + Shape.repeated("<script>a", to: $0) + "' | strip_html }}"
    },
    Named("text as markdown") { "{{ '" + Shape.repeated("*a* ", to: $0) + "' | markdownify }}" },
    Named("text made smart") { "{{ \"" + Shape.repeated("'a' -- ", to: $0) + "\" | smartify }}" },
    Named("text made a slug") { "{{ '" + Shape.repeated("a - é", to: $0) + "' | slugify }}" },
    Named("blanks before a trimming tag") {
      Shape.repeated(" ", to: $0) + "{{- a -}}" + Shape.repeated("\n", to: $0)
    },
    Named("text appended in a row") {
      "{% assign a = '' %}" + Shape.repeated("{% assign a = a | append: 'b' %}", to: $0) + "{{ a }}"
    },
  ]

  /// Whole JSON texts.
  static let json: [Named] = [
    Named("keys") { bytes in
      "{" + Shape.numbered(to: bytes) { "\"a\($0)\": 1," } + "\"title\": \"x\"}"
    },
    Named("equal keys") { "{" + Shape.repeated("\"a\": 1,", to: $0) + "\"title\": \"x\"}" },
    Named("equal known keys") {
      "{" + Shape.repeated("\"title\": \"x\",", to: $0) + "\"title\": \"x\"}"
    },
    Named("keys of like beginnings") { bytes in
      "{" + Shape.numbered(to: bytes) { "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaa\($0)\": 1," }
        + "\"title\": \"x\"}"
    },
    Named("extra keys") { bytes in
      "{\"extra\": {" + Shape.numbered(to: bytes) { "\"a\($0)\": 1," } + "\"b\": 2}}"
    },
    Named("equal extra keys") {
      "{\"extra\": {" + Shape.repeated("\"a\": 1,", to: $0) + "\"b\": 2}}"
    },
    Named("nested extra") {
      "{\"extra\": {\"a\": " + Shape.nested("[", "]", to: $0).replacing("a", with: "1") + "}}"
    },
    Named("extra objects") { bytes in
      "{\"extra\": {\"a\": [" + Shape.numbered(to: bytes) { "{\"b\": \($0), \"c\": {}}," } + "1]}}"
    },
    Named("unknown keys of blocks") { bytes in
      "{\"body\": [{\"type\": \"thematicBreak\"," + Shape.numbered(to: bytes) { "\"a\($0)\": 1," }
        + "\"b\": 1}]}"
    },
    Named("one long text") { "{\"title\": \"" + Shape.repeated("a \\n\\u00e9", to: $0) + "\"}" },
    Named("paragraphs") {
      "{\"body\": [" + Shape.repeated("{\"type\": \"paragraph\", \"content\": [\"a\"]},", to: $0)
        + "{\"type\": \"thematicBreak\"}]}"
    },
    Named("texts of one paragraph") {
      "{\"body\": [{\"type\": \"paragraph\", \"content\": [" + Shape.repeated("\"a\",", to: $0)
        + "\"b\"]}]}"
    },
    Named("line breaks at the edges of emphasis") {
      "{\"body\": [{\"type\": \"paragraph\", \"content\": [\"a\", {\"type\": \"strong\", \"content\": ["
        + Shape.repeated("{\"type\": \"lineBreak\"},", to: $0 / 2) + "\"b\""
        + Shape.repeated(",{\"type\": \"lineBreak\"}", to: $0 / 2) + "]}]}]}"
    },
    Named("nested quotes") {
      "{\"body\": ["
        + Shape.nested("{\"type\": \"quote\", \"content\": [", "]}", to: $0).replacing(
          "[a]", with: "[]") + "]}"
    },
    Named("classes") { bytes in
      "{\"body\": [{\"type\": \"paragraph\", \"attributes\": {\"classes\": ["
        + Shape.numbered(to: bytes) { "\"a\($0)\"," } + "\"b\"]}, \"content\": [\"a\"]}]}"
    },
    Named("notes") { bytes in
      "{\"body\": [], \"footnotes\": ["
        + Shape.numbered(to: bytes) { "{\"label\": \"\($0)\", \"content\": []}," }
        + "{\"label\": \"x\", \"content\": []}]}"
    },
    Named("authors") { bytes in
      "{\"authors\": [" + Shape.numbered(to: bytes) { "{\"name\": \"A \($0)\"}," }
        + "{\"name\": \"B\"}]}"
    },
    Named("articles") { bytes in
      "[" + Shape.numbered(to: bytes) { "{\"title\": \"\($0)\", \"body\": []}," } + "{}]"
    },
    Named("open brackets") { Shape.repeated("[", to: $0) },
    Named("open braces") { Shape.repeated("{\"a\":", to: $0) },
    Named("one long number") { "{\"extra\": {\"a\": 1" + Shape.repeated("0", to: $0) + "}}" },
    Named("blanks") { "{" + Shape.repeated(" \n", to: $0) + "}" },
    Named("unclosed text") { "{\"" + Shape.repeated("a", to: $0) },
  ]
}
