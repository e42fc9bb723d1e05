internal import YAML

/// A value of a paper's file, with the line it stands in.
enum PaperNode {
  case scalar(String, line: Int)
  case list([PaperNode], line: Int)
  case map([PaperEntry], line: Int)

  /// The line, from 1.
  var line: Int {
    switch self {
    case .scalar(_, let line), .list(_, let line), .map(_, let line): line
    }
  }

  private static let deepest = 16
  private static let mostValues = 100_000

  /// Reads a file.
  ///
  /// - Throws: ``YAMLProblem`` where it is no YAML, or has what a paper has no use for.
  static func read(_ bytes: [UInt8]) throws(YAMLProblem) -> PaperNode? {
    try YAMLEvents.read(bytes) { events throws(YAMLProblem) in
      /// What is open: lists, and mappings with the key that waits for its value.
      var open: [(node: PaperNode, key: (String, Int)?)] = []
      var count = 0
      while let event = try events.next() {
        count += 1
        if count > mostValues {
          throw YAMLProblem(problem: "it is larger than a paper is", line: event.line)
        }
        var done: PaperNode
        switch event.kind {
        case .documentEnd: return nil
        case .alias:
          throw YAMLProblem(problem: "aliases are not known in papers", line: event.line)
        case .sequenceStart, .mappingStart:
          if open.count >= deepest {
            throw YAMLProblem(problem: "it is nested too deeply", line: event.line)
          }
          let isList = event.kind == .sequenceStart
          open.append((isList ? .list([], line: event.line) : .map([], line: event.line), nil))
          continue
        case .scalar: done = .scalar(event.text, line: event.line)
        case .sequenceEnd, .mappingEnd:
          guard let last = open.popLast() else { continue }
          done = last.node
        }
        guard let last = open.popLast() else { return done }
        switch last.node {
        case .list(let nodes, let line):
          open.append((.list(nodes + [done], line: line), nil))
        case .map(let entries, let line):
          if let (key, keyLine) = last.key {
            open.append(
              (.map(entries + [PaperEntry(key: key, line: keyLine, value: done)], line: line), nil))
          } else if case .scalar(let text, let keyLine) = done {
            open.append((.map(entries, line: line), (text, keyLine)))
          } else {
            throw YAMLProblem(problem: "a key must be a word", line: done.line)
          }
        case .scalar: continue
        }
      }
      return nil
    }
  }
}

/// A key of a paper's file with its value.
struct PaperEntry {
  var key: String
  /// The line of the key, from 1.
  var line: Int
  var value: PaperNode
}
