import Foundation
public import Testing

/// Whole outputs kept as files and compared.
///
/// With `NEWSKIT_RECORD=1` the file is written instead, and the test fails, so that a recording
/// cannot pass for a test.
public enum Golden {
  /// Expects text to be what `Golden/NAME`, beside the test's source file, holds.
  public static func expect(
    _ text: String, is name: String, file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["NEWSKIT_RECORD", default: ""] != "" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      Issue.record("recorded \(name); read the difference", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    #expect(
      text == expected, "\(name): \(firstDifference(text, expected))",
      sourceLocation: sourceLocation)
  }

  private static func firstDifference(_ actual: String, _ expected: String) -> String {
    let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for line in 0..<max(actual.count, expected.count) {
      let got = line < actual.count ? String(actual[line]) : "(no line)"
      let wanted = line < expected.count ? String(expected[line]) : "(no line)"
      if got != wanted { return "line \(line + 1) is\n  \(got)\nnot\n  \(wanted)" }
    }
    return "no difference"
  }
}
