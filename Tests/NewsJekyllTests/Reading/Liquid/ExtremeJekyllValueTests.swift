import Foundation
import Liquid
import NewsTestSupport
import Testing

@testable import NewsJekyll

/// Jekyll's filters hold out against the values that Liquid's own do; the table is made from the
/// registry, and so are random templates of all of them.
@Suite struct ExtremeJekyllValueTests {
  static let values: [LiquidValue] =
    ExtremeNumbers.integers.map { .int($0) } + ExtremeNumbers.doubles.map { .double($0) }
    + ExtremeNumbers.texts.map { .string($0) }
    + [
      .null, .bool(true), "a b c", "2021-03-04", [], [1, "b", nil, 2.5], [["a", 1], ["b"]],
      ["a": 1],
      [["a": 1, "b": "x"], ["a": "y"]], .range(LiquidRange(first: .min, last: .max)),
      .range(LiquidRange(first: .max - 2, last: .max)), .date(LiquidDate(seconds: .max)),
      .date(LiquidDate(seconds: .min)), .date(LiquidDate(dayOf: 2021, month: 3, day: 4)),
    ]
  static let arguments: [LiquidValue] = [
    .null, -1, .int(.max), .int(.min), 1e308, .double(.nan), "", "a", "ordinal",
    "9223372036854775808", ["a"], ["a": 1], .range(LiquidRange(first: .min, last: .max)),
  ]
  /// And fewer still, for the second of a pair.
  static let second: [LiquidValue] = [.int(.max), .int(.min), "US", .double(.infinity), ["a"]]

  private struct Stage {
    let language: JekyllLiquid

    init() throws {
      let site = try JekyllSite(root: JekyllLiquidTests.folder.appending(path: "Site").path)
      var limits = LiquidLimits()
      limits.steps = 3000
      limits.outputBytes = 1 << 18
      language = JekyllLiquid(site: site, limits: limits)
    }

    func render(_ template: String, _ variables: LiquidMap) -> Int {
      let rendering = Template(template, environment: language.environment).render(variables)
      return rendering.output.count
    }
  }

  @Test(arguments: Filter.jekyll.keys.sorted()) func filter(_ name: String) throws {
    let stage = try Stage()
    for (index, value) in Self.values.enumerated() {
      #expect(stage.render("{{ i | \(name) }}", ["i": value]) < 1 << 20)
      for first in Self.arguments {
        #expect(stage.render("{{ i | \(name): a }}", ["i": value, "a": first]) < 1 << 20)
        for second in Self.second where index % 3 == 0 {
          let variables: LiquidMap = ["i": value, "a": first, "b": second]
          #expect(stage.render("{{ i | \(name): a, b }}", variables) < 1 << 20)
        }
      }
    }
  }

  /// Random templates over all tags and filters.
  @Test(arguments: 0..<8) func random(_ seed: Int) throws {
    let stage = try Stage()
    var generator = SeededGenerator(seed: UInt64(seed))
    let filters = stage.language.environment.filters.keys.sorted()
    func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &generator)] }
    func value() -> String {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: return String(pick(ExtremeNumbers.integers))
      case 1: return "'" + pick(ExtremeNumbers.texts) + "'"
      case 2:
        return pick(["i", "x", "l", "o", "x[i]", "l[x]", "o.a", "l.size", "forloop.index", "nil"])
      case 3:
        return "(" + String(pick(ExtremeNumbers.integers)) + ".." + pick(["i", "x", "9"]) + ")"
      case 4: return "'" + pick(["a", "%s %Y %99999N", "x.a > i", "<p>*é*", "item"]) + "'"
      default: return pick(ExtremeNumbers.texts)
      }
    }
    func chain() -> String {
      var text = value()
      for _ in 0..<Int.random(in: 0..<4, using: &generator) {
        text += " | " + pick(filters)
        let count = Int.random(in: 0..<3, using: &generator)
        if count > 0 { text += ": " + (0..<count).map { _ in value() }.joined(separator: ", ") }
      }
      return text
    }
    func piece(_ depth: Int) -> String {
      let inner = depth > 0 ? { (0..<2).map { _ in piece(depth - 1) }.joined() } : { "{{ x }}" }
      switch Int.random(in: 0..<9, using: &generator) {
      case 0: return "{% assign \(pick(["x", "l", "i"])) = \(chain()) %}"
      case 1:
        return
          "{% for x in \(value()) limit: \(value()) offset: \(value()) %}\(inner()){% endfor %}"
      case 2: return "{% for x in \(value()) reversed %}\(inner()){% else %}-{% endfor %}"
      case 3: return "{% tablerow x in \(value()) cols: \(value()) %}\(inner()){% endtablerow %}"
      case 4:
        return
          "{% if \(value()) \(pick(["<", "==", "contains", ">="])) \(value()) %}\(inner()){% endif %}"
      case 5: return "{% case \(value()) %}{% when \(value()), \(value()) %}\(inner()){% endcase %}"
      case 6:
        return "{% capture l %}\(inner()){% endcapture %}{% cycle \(value()): \(value()), 'b' %}"
      default: return "{{ \(chain()) }}"
      }
    }
    for _ in 0..<150 {
      let template = (0..<4).map { _ in piece(2) }.joined()
      let size = stage.render(
        template, ["i": .int(.max), "x": 3, "l": ["a", 1, nil], "o": ["a": .int(.min)]])
      #expect(size < 2 << 20, "\(template)")
    }
  }
}
