import Liquid
import NewsTestSupport
import Testing

/// No filter, tag or date form traps on any number, whatever it is given: a new filter is held against
/// the same values, for the table is made from the registry.
@Suite struct ExtremeValueTests {
  /// Values of every kind.
  static let values: [LiquidValue] =
    ExtremeNumbers.integers.map { .int($0) } + ExtremeNumbers.doubles.map { .double($0) }
    + ExtremeNumbers.texts.map { .string($0) }
    + [
      .null, .bool(true), .bool(false), .empty, .blank, "a b c", "äöü", [], [1, "b", nil, 2.5],
      [["a", 1], ["b"]], ["a": 1], [["a": 1, "b": "x"], ["a": "y"]],
      .range(LiquidRange(first: 1, last: 3)), .range(LiquidRange(first: 5, last: 1)),
      .range(LiquidRange(first: .min, last: .max)), .range(LiquidRange(first: .max, last: .max)),
      .range(LiquidRange(first: .max - 2, last: .max)),
      .range(LiquidRange(first: .min, last: .min)),
      .date(LiquidDate(seconds: .max)), .date(LiquidDate(seconds: .min)),
      .date(LiquidDate(year: .max, month: .max, day: .max, hour: .max, minute: .max, second: .max)),
      .date(LiquidDate(year: .min, month: .min, day: .min, offset: .min)),
      .date(LiquidDate(dayOf: 2021, month: 3, day: 4)),
    ]

  /// Every third of them, for pairs: debug builds are slow.
  static let third = values.indices.filter { $0 % 3 == 0 }.map { values[$0] }

  /// Fewer, for arguments.
  static let arguments: [LiquidValue] = [
    .null, 0, 3, .int(.max), .int(.min), 1e308, .double(.nan), -0.5, "a",
    "-99999999999999999999", ["a"], ["a": 1], .range(LiquidRange(first: .min, last: .max)),
  ]
  /// And fewer still, for the second of a pair.
  static let second: [LiquidValue] = [.int(.max), .int(.min), -1, .double(.infinity), "a"]

  static let environment: Environment = {
    var environment = Environment.standard
    environment.limits.steps = 3000
    environment.limits.outputBytes = 1 << 18
    environment.localOffset = { $0 > 0 ? 3600 : -18_000 }
    environment.loader = { _ in Array("{{ i }}{{ forloop.index }}".utf8) }
    return environment
  }()

  static func render(_ template: Template, _ variables: LiquidMap) -> Int {
    let rendering = template.render(variables)
    return rendering.output.count
  }

  @Test(arguments: Filter.standard.keys.sorted()) func filter(_ name: String) {
    let none = Template("{{ i | \(name) }}", environment: Self.environment)
    let one = Template("{{ i | \(name): a }}", environment: Self.environment)
    let two = Template("{{ i | \(name): a, b }}", environment: Self.environment)
    for value in Self.values {
      #expect(Self.render(none, ["i": value]) < 1 << 20)
      for first in Self.arguments {
        #expect(Self.render(one, ["i": value, "a": first]) < 1 << 20)
      }
    }
    for value in Self.third {
      for first in Self.arguments {
        for second in Self.second {
          #expect(Self.render(two, ["i": value, "a": first, "b": second]) < 1 << 20)
        }
      }
    }
  }

  /// Tags that take values, and all the places of those.
  @Test(arguments: [
    "{% for x in i limit: a offset: b %}{{ x }}{{ forloop.rindex }}{% break %}{% endfor %}",
    "{% for x in (a..b) %}{{ x }}{% endfor %}", "{% for x in (a..b) reversed %}{{ x }}{% endfor %}",
    "{% for x in (i..b) limit: 2 offset: a %}{{ x }},{% endfor %}",
    "{% for x in (a..i) reversed limit: 2 offset: b %}{{ x }},{% endfor %}",
    """
    {% for x in i limit: a %}{% endfor %}{% for x in i offset: continue limit: b %}{{ x }}{% endfor %}
    {% for x in i offset: continue %}{{ x }}{% endfor %}
    """,
    "{% tablerow x in i cols: a limit: b %}{{ tablerowloop.col }}{% endtablerow %}",
    "{% tablerow x in (a..b) cols: i %}{{ tablerowloop.rindex }}{% endtablerow %}",
    "{% cycle i: a, b %}{% cycle i: a, b %}{% cycle a, b, i %}",
    "{% case i %}{% when a, b %}1{% when b %}2{% else %}3{% endcase %}",
    "{% if i == a %}1{% endif %}{% if i < a %}2{% endif %}{% if i >= b %}3{% endif %}",
    "{% if a contains i %}1{% endif %}{% if i contains b and b != a %}2{% endif %}",
    "{{ i[a] }}{{ i[b] }}{{ i.first }}{{ i.last }}{{ i.size }}{{ i[a][b] }}",
    "{% include 'x' with i as a %}{% render 'x' for i as b %}{% render 'x', i: b %}",
    "{% assign x = i | append: a %}{% capture y %}{{ b }}{% endcapture %}{{ x | append: y }}",
    "{% increment i %}{% decrement i %}{% ifchanged %}{{ a }}{% endifchanged %}",
    "{% for x in i %}{% if x == a %}{% continue %}{% endif %}{{ x | plus: b }}{% endfor %}",
    "{{ i | date: '%s %Y %C %G %V %j %U %W %c %z %::z %10N' }}{{ a | plus: b | date: '%F' }}",
    "{{ i | times: a | divided_by: b | round: a | ceil | abs | modulo: b }}",
    "{{ i | slice: a, b }}{{ i | truncate: a, b }}{{ i | truncatewords: a, b }}",
  ])
  func tag(_ source: String) {
    let template = Template(source, environment: Self.environment)
    #expect(template.problems.isEmpty)
    for value in Self.third {
      for first in Self.arguments {
        for second in Self.second {
          let size = Self.render(template, ["i": value, "a": first, "b": second])
          #expect(size < 1 << 20)
        }
      }
    }
  }

  /// Numbers as a template writes them.
  @Test(arguments: ExtremeNumbers.texts + ExtremeNumbers.integers.map { String($0) })
  func literal(_ text: String) {
    for form in [
      "{{ \(text) }}", "{{ \(text) | plus: \(text) | times: \(text) | minus: \(text) }}",
      "{% for i in (\(text)..\(text)) limit: \(text) offset: \(text) %}{{ i }}{% endfor %}",
      "{% if \(text) > 1 and \(text) == \(text) %}x{% endif %}", "{{ a[\(text)] }}",
      "{{ \(text) | date: '%Y-%m-%d' }}{{ '\(text)' | date: '%\(text)Y %\(text)N' }}",
    ] {
      #expect(Self.render(Template(form, environment: Self.environment), ["a": [1]]) < 1 << 20)
    }
  }

  /// Every directive with every flag and width.
  @Test func directives() {
    let letters = (0x21...0x7E).map { String(Unicode.Scalar($0)) }
    let dates = Self.values.compactMap { value in
      if case .date(let date) = value { date } else { nil }
    }
    for letter in letters {
      for flag in ["", "-", "0", "^", "#", ":", "::::", "_", "1", "99999999999999999999", "-0_^#9"]
      {
        for date in dates { #expect(date.formatted("%" + flag + letter).utf8.count < 5000) }
      }
    }
  }

  /// Dates with a number that is too large in each place.
  @Test(arguments: [
    "#-03-04", "2021-#-04", "2021-03-#", "2021-03-04 #:00", "2021-03-04 20:#", "2021-03-04 20:00:#",
    "2021-03-04 20:00:00.#", "2021-03-04 20:00 +#", "2021-03-04 20:00 -09:#", "March # 2021",
    "March 4, #", "# March 2021", "#/3/2021", "4.3.#", "#am 4 March 2021", "#", "-#", "Mon #",
    "4th #th March #", "2021-#",
  ])
  func dateInText(_ form: String) {
    for text in ExtremeNumbers.texts + ExtremeNumbers.integers.map({ String($0) }) {
      let written = form.split(separator: "#", omittingEmptySubsequences: false)
        .joined(separator: text)
      let date = LiquidDate(parsing: written) { $0 > 0 ? 3600 : -3600 }
      if let date { #expect(date.formatted("%F %T").utf8.count < 60, "\(written)") }
    }
  }

  /// What Ruby prints, where it is within 64 bits.
  @Test(arguments: [
    ("{{ 'abc' | truncate: -9223372036854775808 }}", "..."),
    ("{{ 'abcdef' | slice: -9223372036854775808, 2 }}", ""),
    ("{{ 'abcdef' | slice: 2, 9223372036854775807 }}", "cdef"),
    (
      "{% for i in (9223372036854775805..9223372036854775807) %}{{ i }} {% endfor %}",
      "9223372036854775805 9223372036854775806 9223372036854775807 "
    ),
    ("{% for i in (1..9223372036854775807) limit: 3 %}{{ i }}{% endfor %}", "123"),
    ("{% for i in (1..9223372036854775807) reversed limit: 2 %}{{ i }} {% endfor %}", "2 1 "),
    ("{% for i in 'abc' offset: 9223372036854775807 %}{{ i }}{% endfor %}", "abc"),
    ("{% for i in (1..3) limit: 9223372036854775807 offset: 1 %}{{ i }}{% endfor %}", "23"),
    ("{{ -9223372036854775808 | modulo: -1 }}", "0"), ("{{ 7 | modulo: -1 }}", "0"),
    (
      "{{ (1..9223372036854775807) | first }} {{ (1..9223372036854775807) | size }}",
      "1 9223372036854775807"
    ),
    ("{{ 1700000000000 | date: '%Y' }}", "55840"),
    ("{{ 253402300800 | date: '%F' }}", "10000-01-01"),
    ("{{ 9000000000000000000 | date: '%Y' }}", "285198648531"),
    ("{{ '2021-03-04 20:00 +09:999999999999999999' | date: '%F' }}", "2021-03-04"),
  ])
  func printsAsRuby(template: String, output: String) {
    #expect(Template(template).render().text == output)
  }
}
