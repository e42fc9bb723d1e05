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
