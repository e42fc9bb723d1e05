/// A value to be written as YAML, with how it shall look.
package indirect enum YAMLNode {
  /// How a scalar is written; libyaml quotes a plain one that could not be read back.
  package enum Style {
    case plain, singleQuoted, doubleQuoted
  }

  case scalar(String, Style)
  /// A list, in brackets or a line an element.
  case sequence([YAMLNode], isFlow: Bool)
  /// A mapping, in braces or a line a key.
  case mapping([(key: YAMLNode, value: YAMLNode)], isFlow: Bool)
}

extension YAMLNode: Equatable {
  /// Whether two nodes are written alike.
  package static func == (one: YAMLNode, other: YAMLNode) -> Bool {
    switch (one, other) {
    case (.scalar(let one, let style), .scalar(let other, let otherStyle)):
      one == other && style == otherStyle
    case (.sequence(let one, let isFlow), .sequence(let other, let otherIsFlow)):
      one == other && isFlow == otherIsFlow
    case (.mapping(let one, let isFlow), .mapping(let other, let otherIsFlow)):
      isFlow == otherIsFlow && one.elementsEqual(other) { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }
}
