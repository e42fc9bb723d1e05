import Liquid
import Testing

/// Hostile templates end soon, and in a message.
@Suite struct LimitsTests {
  @Test(arguments: [
    // Loops in loops.
    "{% for a in (1..100000) %}{% for b in (1..100000) %}{% endfor %}{% endfor %}",
    "{% for a in (1..9000000000000000000) %}x{% endfor %}",
    "{{ (1..9000000000000000000) | join: ',' }}",
    "{{ (1..9000000000000000000) | reverse }}",
    "{% tablerow a in (1..9000000000000000000) %}{% endtablerow %}",
    // Text that doubles.
    """
    {% assign x = 'ab' %}{% for i in (1..1000) %}{% assign x = x | append: x %}{% endfor %}
    """,
    """
    {% assign x = 'ab' %}{% for i in (1..1000) %}{% assign x = x | replace: 'a', x %}{% endfor %}
    """,
    """
    {% assign x = 'ab' %}{% for i in (1..1000) %}{% capture x %}{{ x }}{{ x }}{% endcapture %}
    {% endfor %}
    """,
    // Lists that double.
    """
    {% assign x = 'a,b' | split: ',' %}{% for i in (1..1000) %}{% assign x = x | concat: x %}
    {% endfor %}
    """,
    // Partial templates without end.
    "{% include 'self' %}", "{% render 'self' %}",
  ])
  func endsInAMessage(template: String) {
    var environment = Environment.standard
    environment.limits.steps = 200_000
    environment.limits.outputBytes = 1 << 20
    environment.loader = { name in Array("x{% include '\(name)' %}".utf8) }
    let rendering = Template(template, environment: environment).render()
    #expect(rendering.problems.map(\.code).contains(.limit), "\(rendering.problems)")
    #expect(rendering.output.count < 3 << 20)
  }

  @Test func deepBlocksAreFlattened() {
    let depth = 20_000
    let source =
      String(repeating: "{% if true %}", count: depth) + "x"
      + String(repeating: "{% endif %}", count: depth)
    let rendering = Template(source).render()
    #expect(rendering.text == "x")
    #expect(rendering.problems.first?.code == .limit)
  }

  @Test func outputIsKeptUpToTheLimit() {
    var environment = Environment.standard
    environment.limits.outputBytes = 100
    let rendering = Template(
      "{% for i in (1..1000) %}0123456789{% endfor %}", environment: environment
    )
    .render()
    #expect(rendering.text.hasPrefix("01234567890123456789"))
    #expect(rendering.output.count < 200)
  }

  /// A template of a size at which anything quadratic would take minutes.
  struct Large: Sendable, CustomTestStringConvertible {
    var before = ""
    var part: String
    var count: Int
    var after = ""

    var template: String { before + String(repeating: part, count: count) + after }
    var testDescription: String { "\(before)\(part)…\(after)" }
  }

  @Test(arguments: [
    Large(part: "{{ ", count: 200_000), Large(part: "{% ", count: 200_000),
    Large(part: "{{ ", count: 200_000, after: "{% if %}"), Large(part: "{", count: 500_000),
    Large(part: "{% raw %}", count: 100_000), Large(part: "{% comment %}", count: 50_000),
    Large(part: "{% doc %}", count: 50_000), Large(part: "{% if a %}", count: 20_000),
    Large(part: "{% x %}", count: 50_000), Large(part: "{% endif %}", count: 50_000),
    Large(before: "{{ ", part: "a[", count: 100_000, after: " }}"),
    Large(before: "{{ ", part: "(", count: 100_000, after: " }}"),
    Large(before: "{{ ", part: "(1..", count: 100_000, after: " }}"),
    Large(before: "{{ a", part: ".b", count: 100_000, after: " }}"),
    Large(before: "{{ a", part: "[0]", count: 100_000, after: " }}"),
    Large(before: "{{ a", part: "| upcase", count: 50_000, after: " }}"),
    Large(before: "{{ '", part: "a\" ", count: 100_000, after: " }}"),
    Large(before: "{% if a", part: " and a", count: 50_000, after: " %}{% endif %}"),
    Large(before: "{% if ", part: "(", count: 100_000, after: " %}{% endif %}"),
    Large(before: "{% assign x = '", part: "<", count: 200_000, after: "' %}{{ x | strip_html }}"),
    Large(
      before: "{% assign x = '", part: "<!--", count: 100_000, after: "' %}{{ x | strip_html }}"),
    Large(
      before: "{% assign x = '", part: "a", count: 100_000, after: "' %}{{ x | split: 'aaaab' }}"),
    Large(
      before: "{% assign x = '", part: "a", count: 100_000, after: "' %}{{ x | remove_last: 'aa' }}"
    ),
    Large(before: "{% liquid\n", part: "echo a\n", count: 50_000, after: "%}"),
    Large(before: "{% liquid\n", part: "liquid ", count: 20_000, after: "%}"),
  ])
  func largeInputIsNoTrouble(large: Large) {
    let template = large.template
    #expect(Template(template).render().output.count <= template.utf8.count * 10)
  }
}
