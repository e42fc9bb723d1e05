import Foundation
import HTML5
import Testing

/// html5lib's tests of tree construction, `../shared/corpora/html5lib`.
@Suite(.enabled(if: html5lib != nil))
struct TreeConstructionTests {
  /// Those whose tree is what a script makes of the page: no script runs here.
  static let exceptions: Set<String> = [
    "scripted/adoption01.dat 1", "scripted/ark.dat 1", "scripted/webkit01.dat 1",
    "scripted/webkit01.dat 2",
  ]

  @Test func everyTree() throws {
    let folder = try #require(html5lib).appending(path: "tree-construction")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".dat") }.sorted()
    var passed = 0
    var failed: [String] = []
    var named: [String] = []
    for file in files {
      for test in try TreeConstructionCase.read(folder.appending(path: file), name: file) {
        // Without a word on scripting a test holds either way.
        let modes = test.scripting.map { [$0] } ?? [false, true]
        let wrong = modes.first { Self.tree(of: test, hasScripting: $0) != test.document }
        if wrong == nil {
          passed += 1
          if Self.exceptions.contains("\(test)") {
            Issue.record("\(test) passes: it is no exception")
          }
        } else if Self.exceptions.contains("\(test)") {
          named.append("\(test)")
        } else {
          failed.append("\(test)")
          Issue.record(
            """
            \(test)
            \(test.data)
            expected
            \(test.document)found
            \(Self.tree(of: test, hasScripting: wrong ?? false))
            """)
        }
      }
    }
    print(
      "html5lib tree construction: \(passed) of \(passed + failed.count + named.count)",
      named.isEmpty ? "" : "; excepted: \(named.joined(separator: ", "))")
  }

  private static func tree(of test: TreeConstructionCase, hasScripting: Bool) -> String {
    var options = HTMLDocument.Options()
    options.hasScripting = hasScripting
    let bytes = Array(test.data.utf8)
    guard let fragment = test.fragment else {
      return HTMLDocument(parsing: bytes, options: options).testDescription
    }
    let words = fragment.split(separator: " ").map(String.init)
    let namespace: HTMLDocument.Namespace =
      words.count < 2 ? .html : words[0] == "svg" ? .svg : .mathML
    return HTMLDocument(
      parsingFragment: bytes, in: words.last ?? "body", namespace: namespace, options: options
    ).testDescription
  }
}

/// The folder of html5lib's tests, if it is there.
let html5lib: URL? = {
  let root = URL(filePath: #filePath).appending(path: "../../..").standardized
  let named = ProcessInfo.processInfo.environment["NEWSKIT_SHARED"]
  let folder = (named.map { URL(filePath: $0) } ?? root.appending(path: "../shared")).standardized
    .appending(path: "corpora/html5lib")
  if FileManager.default.fileExists(atPath: folder.path) { return folder }
  print("skipped: html5lib's tests, which are not at \(folder.path)")
  return nil
}()
