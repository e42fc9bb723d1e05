import Foundation
import NewsTestSupport

/// The scorer's comparison of two fragments of HTML: same text, same structure.
enum StructureJudge {
  /// Two fragments that should say the same.
  struct Pair: Codable {
    var id: String
    var theirs: String
    var ours: String
  }

  private static let python = "/usr/bin/python3"

  /// Whether the scorer and what it needs are on this machine.
  static let isThere: Bool = {
    guard Repository.shared != nil else { return false }
    let found = (try? run("import lxml.html", input: Data())) != nil
    if !found { print("skipped: the specifications' structure, for want of \(python) with lxml") }
    return found
  }()

  /// The ids of the pairs that differ.
  static func different(_ pairs: [Pair]) throws -> [String] {
    let score = Repository.shared?.appending(path: "score").path ?? ""
    let program = """
      import sys, json
      sys.path.insert(0, \(String(reflecting: score)))
      import jekyll_compare
      different = []
      for pair in json.load(sys.stdin):
          s = jekyll_compare.score(pair['theirs'], pair['ours'])
          if not (s['text'] and s['struct']): different.append(pair['id'])
      print(json.dumps(different))
      """
    let output = try run(program, input: JSONEncoder().encode(pairs))
    return try JSONDecoder().decode([String].self, from: output)
  }

  private static func run(_ program: String, input: Data) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try input.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try ProgramRun.output(
      of: [python, "-B", "-c", program], input: file, takesErrors: false)
    return Data(output.utf8)
  }
}
