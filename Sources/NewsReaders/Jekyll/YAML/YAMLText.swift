import NewsModel
import Yams

/// A YAML document read into the model's values.
///
/// Yams parses; the types of plain scalars are Ruby's (``YAMLScalar``). What would let a small
/// text grow without bounds (aliases within aliases, nesting) is refused before or cut while it
/// is read.
struct YAMLText {
  /// Why a text is not YAML.
  struct Failure: Error {
    /// What is wrong, in the parser's words.
    var problem: String
    /// The line, from 1, within the text.
    var line: Int?
  }

  /// The document's value; `null` where it is empty.
  var value: MetadataValue
  /// Keys given twice in one mapping, with the line of the one that was overruled.
  var overruledKeys: [(key: String, line: Int)] = []

  /// Nodes that one document may come to once its aliases are followed.
  private static let nodeLimit = 1_000_000
  private static let depthLimit = 200
  private static let aliasLimit = 500
  /// Begins the name given to a key that a later one overrules: a character for private use.
  private static let overruled = "\u{F8FE}"

  /// Reads the first document of a text.
  init(_ text: String) throws(Failure) {
    try Self.checkNesting(of: text)
    var text = text
    var overruledKeys: [(key: String, line: Int)] = []
    // Ruby lets the last of two equal keys win where Yams refuses them: the first is renamed.
    for _ in 0..<64 {
      do {
        let parser = try Yams.Parser(yaml: text, resolver: .basic)
        guard let root = try parser.nextRoot() else {
          value = .null
          return
        }
        var builder = Builder()
        value = try builder.value(of: root, depth: 0)
        self.overruledKeys = overruledKeys
        return
      } catch let failure as Failure {
        throw failure
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let key = keys.first,
          let renamed = Self.renameKey(
            in: text, line: context.mark.line, column: context.mark.column,
            to: "\(Self.overruled)\(overruledKeys.count)")
        else { throw Failure(problem: "a key is given twice", line: context.mark.line) }
        overruledKeys.append((key, context.mark.line))
        text = renamed
      } catch let error as YamlError {
        throw Failure(error)
      } catch {
        throw Failure(problem: "it cannot be read", line: nil)
      }
    }
    throw Failure(problem: "too many keys are given twice", line: nil)
  }

  /// Replaces the scalar that begins at a place by another word.
  private static func renameKey(
    in text: String, line: Int, column: Int, to name: String
  ) -> String? {
    var scalars = Array(text.unicodeScalars)
    var position = 0
    for _ in 1..<max(line, 1) {
      guard let newline = scalars[position...].firstIndex(of: "\n") else { return nil }
      position = newline + 1
    }
    position += column - 1
    guard position < scalars.count else { return nil }
    var end = position
    if scalars[position] == "\"" || scalars[position] == "'" {
      end = position + 1
      while end < scalars.count, scalars[end] != scalars[position] { end += 1 }
      end += 1
    } else {
      while end < scalars.count, scalars[end] != "\n" {
        if scalars[end] == ":",
          end + 1 == scalars.count || [" ", "\n", "\r", "\t"].contains(scalars[end + 1])
        {
          break
        }
        end += 1
      }
    }
    guard end > position, end <= scalars.count else { return nil }
    scalars.replaceSubrange(position..<end, with: name.unicodeScalars)
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  /// Refuses what would exhaust the stack or the memory of a parser that builds trees.
  private static func checkNesting(of text: String) throws(Failure) {
    var flow = 0
    var anchors = 0
    var aliases = 0
    var keysMayHoldAliases = false
    var line = 1
    var dashes = 0
    var isLineStart = true
    var indents: [Int] = []
    var indent = 0
    var previous: UInt8 = 0x0A
    for byte in text.utf8 {
      defer { previous = byte }
      if byte == 0x0A {
        line += 1
        (dashes, indent, isLineStart) = (0, 0, true)
        continue
      }
      if isLineStart {
        if byte == 0x20 {
          indent += 1
          continue
        }
        if byte == 0x2D || byte == 0x3F || byte == 0x3A {
          dashes += 1
          indent += 1
          continue
        }
        isLineStart = false
        while let last = indents.last, last >= indent { indents.removeLast() }
        indents.append(indent)
        if indents.count + dashes + flow > depthLimit {
          throw Failure(problem: "it is nested too deeply", line: line)
        }
      }
      let startsToken =
        previous == 0x20 || previous == 0x0A || previous == 0x5B || previous == 0x7B
        || previous == 0x2C || previous == 0x2D
      switch byte {
      case 0x5B, 0x7B:
        flow += startsToken || previous == byte ? 1 : 0
        if flow + indents.count > depthLimit {
          throw Failure(problem: "it is nested too deeply", line: line)
        }
      case 0x5D, 0x7D: flow = max(0, flow - 1)
      case 0x26: anchors += startsToken ? 1 : 0
      case 0x2A: aliases += startsToken ? 1 : 0
      case 0x3A where previous == 0x5D || previous == 0x7D: keysMayHoldAliases = true
      default: break
      }
    }
    if min(anchors, aliases) > aliasLimit {
      throw Failure(problem: "it has too many aliases", line: nil)
    }
    if anchors > 0, aliases > 0, keysMayHoldAliases {
      throw Failure(problem: "a list or mapping serves as a key beside aliases", line: nil)
    }
  }

  /// Turns Yams' nodes into values.
  private struct Builder {
    private var count = 0

    mutating func value(of node: Node, depth: Int) throws(Failure) -> MetadataValue {
      count += 1
      guard count <= YAMLText.nodeLimit else {
        throw Failure(problem: "its aliases come to too much", line: node.mark?.line)
      }
      guard depth <= YAMLText.depthLimit else {
        throw Failure(problem: "it is nested too deeply", line: node.mark?.line)
      }
      switch node {
      case .scalar(let scalar):
        guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
        switch scalar.tag.rawValue {
        case "", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool",
          "tag:yaml.org,2002:null", "tag:yaml.org,2002:timestamp":
          return YAMLScalar.value(of: scalar.string)
        default: return .string(scalar.string)
        }
      case .sequence(let sequence):
        var elements: [MetadataValue] = []
        elements.reserveCapacity(sequence.count)
        for element in sequence { elements.append(try value(of: element, depth: depth + 1)) }
        return .list(elements)
      case .mapping(let mapping): return .map(try map(of: mapping, depth: depth))
      case .alias: return .null
      }
    }

    private mutating func map(
      of mapping: Node.Mapping, depth: Int
    ) throws(Failure) -> MetadataMap {
      var entries: [MetadataMap.Entry] = []
      var merged: [MetadataMap.Entry] = []
      entries.reserveCapacity(mapping.count)
      for (keyNode, valueNode) in mapping {
        let value = try value(of: valueNode, depth: depth + 1)
        if case .scalar(let scalar) = keyNode, scalar.string == "<<", scalar.style == .plain {
          switch value {
          case .map(let map): merged += map.entries
          case .list(let list): for case .map(let map) in list { merged += map.entries }
          default: break
          }
          continue
        }
        let key = try self.value(of: keyNode, depth: depth + 1).rubyText
        if key.hasPrefix(YAMLText.overruled) { continue }
        entries.append(.init(key: key, value: value))
      }
      return MetadataMap(entries: entries, defaults: merged)
    }
  }
}

extension YAMLText.Failure {
  /// What Yams found, in few words.
  init(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let rest = context.map { " " + $0.text } ?? ""
      self.init(problem: problem + rest, line: mark.line)
    case .reader(let problem, _, _, _): self.init(problem: problem, line: nil)
    default: self.init(problem: "it cannot be read", line: nil)
    }
  }
}
