/// What a conformance run found: how much was checked, and what was wrong.
///
/// It knows no test framework; with Swift Testing a test is
/// `#expect(report.problems == [])`, with XCTest `XCTAssertEqual(report.problems, [])`.
public struct ConformanceReport: Sendable {
  /// How many checks were made.
  public private(set) var checks = 0
  /// What was wrong, one sentence each; empty if the format conforms.
  public private(set) var problems: [String] = []

  mutating func check(_ holds: Bool, _ problem: @autoclosure () -> String) {
    checks += 1
    if !holds { problems.append(problem()) }
  }

  mutating func merge(_ other: ConformanceReport) {
    checks += other.checks
    problems += other.problems
  }
}
