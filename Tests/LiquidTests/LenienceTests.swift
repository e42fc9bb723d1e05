import Liquid
import Testing

/// What becomes of templates that are not as they should be: something sensible, and a problem told
/// with its line.
@Suite struct LenienceTests {
  @Test(arguments: [
    // An unknown tag goes, what it embraces stays.
    ("a{% nope x %}b{% endnope %}c", "abc", "1: the tag 'nope' is not known"),
    ("a\n{% nope %}b", "a\nb", "2: the tag 'nope' is not known"),
    // Blocks that end too early, too late or not at all.
    ("{% if true %}a", "a", "'endif' is missing"),
    ("a{% endif %}b", "ab", "1: 'endif' ends nothing"),
    (
      "{% for i in (1..2) %}{% if true %}a{% endfor %}b", "aab",
      "1: 'endfor' came before 'endif'"
    ),
    ("{% if %}a{% else %}b{% endif %}", "b", "1: 'if' has no condition"),
    ("{% for x %}a{% endfor %}b", "ab", "1: 'for x' has no 'in'"),
    ("{% capture %}a{% endcapture %}b", "ab", "1: 'capture' has no name"),
    ("{% assign x %}b", "b", "1: 'assign x' has no name with '='"),
    // Braces that open nothing are text.
    ("a {{ b", "a {{ b", "1: the output '{{' has no '}}'"),
    ("a {% b", "a {% b", "1: the tag '{%' has no '%}'"),
    ("a {{ b {% if true %}c{% endif %}", "a {{ b c", "1: the output '{{' has no '}}'"),
    // Filters.
    ("{{ 'a' | nope | upcase }}", "A", "1: the filter 'nope' is not known"),
    ("x{{ 1 | divided_by: 0 }}y", "xy", "1: divided by 0"),
    ("x{{ 1 | plus }}y", "xy", "1: the filter 'plus' does not take 0 arguments"),
    // Junk in expressions is passed over, as Liquid's own lenient parser does.
    ("{{ 'a' 'b' | upcase }}", "A", "1: part of '{{ 'a' 'b' | upcase }}' was not understood"),
    ("{% if (1 == 1) %}a{% endif %}", "a", "1: part of 'if (1 == 1)' was not understood"),
    ("{% if 1 is 1 %}a{% endif %}b", "b", "1: 'is' compares nothing"),
    ("{% if 'a' > 1 %}a{% endif %}b", "b", "1: \"a\" and 1 cannot be compared"),
    ("x{{ 'now' | date: '%Y' }}", "x", "1: there is no clock to tell 'now'"),
    ("{% include 'x' %}b", "b", "1: there is no template 'x'"),
    ("{% raw %}a", "a", "1: 'endraw' is missing"),
    ("{% comment %}a", "", "1: 'endcomment' is missing"),
    ("\n\n{{ nope | nope }}", "\n\n", "3: the filter 'nope' is not known"),
    ("{%\n\nliquid\n\necho 'a'\nnope\n%}", "a", "6: the tag 'nope' is not known"),
    ("{% %}a", "a", "1: the tag '' is not known"),
  ])
  func rendersAndComplains(template: String, output: String, problem: String) {
    let rendering = Template(template).render()
    #expect(rendering.text == output)
    #expect(rendering.problems.map(\.description).contains(problem), "\(rendering.problems)")
  }

  @Test(arguments: ["{{ nothing.at.all }}", "{{ page.x[0]['y'].z | upcase }}", "{{ }}", "{{}}"])
  func unknownVariablesAreNothing(template: String) {
    let rendering = Template(template).render()
    #expect(rendering.text == "")
    #expect(rendering.problems.isEmpty)
  }

  @Test func strictCallsThrow() throws {
    #expect(throws: LiquidError(.syntax, "'endif' is missing")) {
      try Template(strict: "{% if true %}")
    }
    let template = try Template(strict: "{{ 1 | divided_by: n }}")
    #expect(try template.renderStrictly(["n": 1]) == "1")
    #expect(throws: LiquidError(.argument, "divided by 0", line: 1)) {
      try template.renderStrictly(["n": 0])
    }
  }

  @Test func plainTextIsItself() {
    let text = "No tags { here } nor % there.\n"
    #expect(Template.isPlain(utf8: Array(text.utf8)))
    #expect(Template(text).render().text == text)
  }
}
