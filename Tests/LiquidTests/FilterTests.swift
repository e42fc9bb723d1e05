import Liquid
import Testing

/// Filters at the edges, as Ruby's Liquid 5.4 answers.
@Suite struct FilterTests {
  static let data: LiquidMap = [
    "a": [3, 1, 2], "s": "Hello, World", "o": ["k": "v"], "l": [["t": "p"], ["t": "q", "w": 1]],
    "u": "日本語 テキスト", "f": 2.5,
  ]

  @Test(arguments: [
    // Lists become text as Ruby writes them, once a filter of text takes them.
    ("{{ a | append: '!' }}", "[3, 1, 2]!"), ("{{ a }}{{ a | join }}", "3123 1 2"),
    ("{{ 'x' | map: 'w' | upcase }}", "[NIL]"),
    (
      "{{ l | escape }}",
      "[{&quot;t&quot;=&gt;&quot;p&quot;}, {&quot;t&quot;=&gt;&quot;q&quot;, &quot;w&quot;=&gt;1}]"
    ),
    ("{{ nil | sort | url_encode }}", "%5B%5D"),
    // One element is as good as sorted.
    ("{{ 1 | sort: 't' }}", "1"), ("{{ f | sort: 't' }}", ""), ("{{ f | uniq: 't' }}", "2.5"),
    ("{{ f | map: 't' | size }}", "1"), ("{{ a | sort: 't' }}|", "|"),
    // Text by characters, not bytes.
    ("{{ u | truncate: 6 }}", "日本語..."), ("{{ u | slice: -2, 2 }}", "スト"), ("{{ u | size }}", "8"),
    ("{{ u | split: '' | first }}", "日"), ("{{ 'a  b ' | truncatewords: 2 }}", "a b..."),
    // Numbers in text, exact fractions, floors.
    ("{{ '3 ships' | plus: 1 }}", "4"), ("{{ 0.1 | plus: 0.2 }}", "0.3"),
    ("{{ -7 | divided_by: 2 }}", "-4"), ("{{ -7 | modulo: 3 }}", "2"),
    ("{{ 7 | divided_by: 2.0 }}", "3.5"),
    ("{{ 9223372036854775807 | plus: 1 }}", "9.223372036854776e+18"),
    ("{{ 1234.5678 | round: 2 }}", "1234.57"),
    ("{{ 1250 | round: -2 }}", "1300"), ("{{ -2.5 | round }}", "-3"),
    ("{{ '1.50' | times: 2 }}", "3.0"),
    // Comparisons that make no sense are false.
    ("{% if nil >= nil %}a{% elsif a > a %}b{% elsif true > false %}c{% else %}d{% endif %}", "d"),
    ("{% if 1 < 1.5 and 'a' < 'b' %}a{% endif %}", "a"),
    ("{% for i in (1..2) %}\n{% continue %}{% endfor %}", "\n\n"),
    ("{{ s | replace: 'l', '' | remove_first: 'o' | remove_last: 'o' }}", "He, Wrd"),
    ("{{ '<p class=\"a>b\">x</p><style>y</style>' | strip_html }}", "b\">x"),
    ("{{ '%41%zz%' | url_decode }}", "A%zz%"), ("{{ 'ü ~*' | url_encode }}", "%C3%BC+~%2A"),
  ])
  func prints(template: String, output: String) {
    #expect(Template(template).render(Self.data).text == output)
  }
}
