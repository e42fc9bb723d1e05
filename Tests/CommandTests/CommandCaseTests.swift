import Foundation
import Testing

/// Runs every file of `cases/` against the `newsconv` that was built with these tests.
///
/// `NEWSKIT_CASES='hostile target'` runs those alone whose names begin with one of the words.
/// With `NEWSKIT_RECORD=1` the files are rewritten to what happened, and the tests fail.
@Suite struct CommandCaseTests {
  static let isRecording = ProcessInfo.processInfo.environment["NEWSKIT_RECORD", default: ""] != ""

  static var names: [String] {
    let chosen = ProcessInfo.processInfo.environment["NEWSKIT_CASES", default: ""]
      .split(separator: " ")
    return CommandCase.names.filter { name in
      chosen.isEmpty || chosen.contains { name.hasPrefix($0) }
    }
  }

  @Test(arguments: names)
  func behaves(_ name: String) async throws {
    let testCase = try CommandCase(named: name)
    let run = try await CommandRun(testCase)
    if Self.isRecording {
      try testCase.recorded(run).write(
        to: CommandCase.url(of: name), atomically: true, encoding: .utf8)
      Issue.record("recorded; read the difference and run again without NEWSKIT_RECORD")
      return
    }
    Self.expect(run.stdout, testCase.stdout, "standard output")
    Self.expect(run.stderr, testCase.stderr, "standard error")
    #expect(run.files == testCase.files, "new files")
    #expect(run.status == testCase.status, "exit status; standard error: \(run.stderr.prefix(400))")
  }

  private static func expect(
    _ actual: String, _ expectation: CommandCase.Expectation, _ stream: String
  ) {
    switch expectation {
    case .exactly(let text):
      #expect(actual == text, "\(stream), in full:\n\(actual.prefix(4000))")
    case .contains(let lines):
      for line in lines {
        #expect(actual.contains(line), "\(stream), in full:\n\(actual.prefix(4000))")
      }
    }
  }
}
