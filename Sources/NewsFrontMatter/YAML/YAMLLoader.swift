import NewsModel
import YAML

/// Puts values together from the events of a YAML text, with a stack of its own.
struct YAMLLoader {
  /// Keys given twice in one mapping, with the line of the one that was overruled.
  private(set) var overruledKeys: [(key: String, line: Int)] = []

  /// Values that one document may come to once its aliases are followed.
  private static let valueLimit = 1_000_000
  private static let depthLimit = 200

  /// What aliases stand for, and how many values each comes to.
  private var anchors: [String: (value: MetadataValue, size: Int)] = [:]
  private var count = 0
  private var frames: [Frame] = []

  /// A list or a mapping that is not at its end yet.
  private struct Frame {
    var anchor: String?
    /// How many values there were before it.
    var start: Int
    var elements: [MetadataValue] = []
    var mapping: YAMLMapping?
  }

  /// The value of the first document; `null` where there is none.
  mutating func document(
    from events: inout YAMLEvents
  ) throws(YAMLProblem) -> MetadataValue {
    var root = MetadataValue.null
    while let event = try events.next() {
      var value: MetadataValue
      var anchor = event.anchor
      switch event.kind {
      case .documentEnd: return root
      case .sequenceStart, .mappingStart:
        guard frames.count < Self.depthLimit else {
          throw YAMLProblem(problem: "it is nested too deeply", line: event.line)
        }
        frames.append(
          Frame(
            anchor: anchor, start: count,
            mapping: event.kind == .mappingStart ? YAMLMapping() : nil))
        continue
      case .scalar:
        value = Self.value(of: event)
        count += 1
        if let anchor { anchors[anchor] = (value, 1) }
      case .alias:
        guard let named = anchors[event.text] else {
          throw YAMLProblem(problem: "found undefined alias", line: event.line)
        }
        value = named.value
        count += named.size
      case .sequenceEnd, .mappingEnd:
        guard let frame = frames.popLast() else { continue }
        count += 1
        value = .list(frame.elements)
        if let mapping = frame.mapping {
          value = .map(mapping.map)
          overruledKeys += mapping.overruled
        }
        anchor = frame.anchor
        if let anchor { anchors[anchor] = (value, count - frame.start) }
      }
      guard count <= Self.valueLimit else {
        throw YAMLProblem(problem: "its aliases come to too much", line: event.line)
      }
      if frames.isEmpty {
        root = value
      } else if frames[frames.count - 1].mapping != nil {
        frames[frames.count - 1].mapping?.add(value, event)
      } else {
        frames[frames.count - 1].elements.append(value)
      }
    }
    return root
  }

  private static func value(of scalar: YAMLEvent) -> MetadataValue {
    guard scalar.isPlain else { return .string(scalar.text) }
    switch scalar.tag {
    case nil, "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool",
      "tag:yaml.org,2002:null", "tag:yaml.org,2002:timestamp":
      return YAMLScalar.value(of: scalar.text)
    default: return .string(scalar.text)
    }
  }
}
