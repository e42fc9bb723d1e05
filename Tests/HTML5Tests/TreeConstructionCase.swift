import Foundation

/// A test of html5lib's: markup and its tree.
struct TreeConstructionCase: CustomStringConvertible {
  var file: String
  var number: Int
  var data = ""
  var fragment: String?
  var scripting: Bool?
  var document = ""

  var description: String { "\(file) \(number)" }

  /// The cases of a file of html5lib's.
  static func read(_ url: URL, name: String) throws -> [TreeConstructionCase] {
    let text = try String(contentsOf: url, encoding: .utf8)
    var cases: [TreeConstructionCase] = []
    var section = ""
    var lines: [Substring] = []
    func close() {
      guard !cases.isEmpty else { return }
      let last = cases.count - 1
      switch section {
      case "#data": cases[last].data = lines.joined(separator: "\n")
      case "#document-fragment": cases[last].fragment = String(lines.first ?? "")
      case "#document":
        while lines.last == "" { lines.removeLast() }
        cases[last].document = lines.map { $0 + "\n" }.joined()
      default: break
      }
      lines = []
    }
    let names: Set<Substring> = [
      "#data", "#errors", "#new-errors", "#document-fragment", "#document", "#script-on",
      "#script-off",
    ]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard names.contains(line), line != "#data" || section != "#data" else {
        lines.append(line)
        continue
      }
      close()
      section = String(line)
      if line == "#data" { cases.append(TreeConstructionCase(file: name, number: cases.count + 1)) }
      if line == "#script-on" { cases[cases.count - 1].scripting = true }
      if line == "#script-off" { cases[cases.count - 1].scripting = false }
    }
    close()
    return cases
  }
}
