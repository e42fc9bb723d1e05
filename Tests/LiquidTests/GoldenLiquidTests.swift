import FoundationEssentials
import Liquid
import Testing

/// The figure that the engine is held to: cases of golden-liquid that pass.
struct GoldenLiquidTests {
  @Test(
    .enabled(
      if: GoldenLiquid.isAvailable,
      "skipped: \(GoldenLiquid.file.path) is not there"))
  func goldenCases() throws {
    let cases = try GoldenLiquid().cases
    var passed = 0
    var failures: [String] = []
    var strictFailures: [String] = []
    let counted = cases.filter { $0.tags.isDisjoint(with: ["strict", "strict2"]) }
    for test in counted {
      let (passes, got) = Self.run(test)
      if passes { passed += 1 } else { failures.append("\(test.name): \(got)") }
    }
    for test in cases where !test.tags.isDisjoint(with: ["strict", "strict2"]) {
      let (passes, got) = Self.run(test)
      if !passes { strictFailures.append("\(test.name): \(got)") }
    }
    let share = Double(passed) / Double(counted.count)
    print("golden-liquid: \(passed) of \(counted.count) cases pass (\(share * 100) %)")
    for failure in failures { print("  fails: \(failure)") }
    print("  of those tagged strict, \(strictFailures.count) fail")
    for failure in strictFailures { print("  fails (strict): \(failure)") }
    #expect(failures.isEmpty)
  }

  /// Renders a case leniently; an error counts as reported when it is among the problems.
  private static func run(_ test: GoldenLiquid.Case) -> (passes: Bool, got: String) {
    var environment = Environment.standard
    let templates = test.templates
    environment.loader = { name in templates[name].map { Array($0.utf8) } }
    let template = Template(test.template, environment: environment)
    let rendering = template.render(test.data)
    let problems = rendering.problems
    if test.isInvalid {
      return (!problems.isEmpty, "no error, printed \(rendering.text.debugDescription)")
    }
    let wanted = test.results.map(\.debugDescription).joined(separator: " or ")
    return (
      test.results.contains(rendering.text),
      "printed \(rendering.text.debugDescription), wanted \(wanted) \(problems)"
    )
  }
}
