/// One step through a YAML text: what the YAML specification calls an event.
package struct YAMLEvent {
  /// What happens.
  package enum Kind {
    case scalar, alias, sequenceStart, sequenceEnd, mappingStart, mappingEnd, documentEnd
  }

  /// What happens.
  package var kind: Kind
  /// The scalar's text, or the name of the anchor that an alias points to.
  package var text = ""
  /// Whether a scalar stands without quotes and is no block of text.
  package var isPlain = false
  /// The tag as written out: `tag:yaml.org,2002:str` for `!!str`.
  package var tag: String?
  /// The name given to the value that begins here.
  package var anchor: String?
  /// The line, from 1.
  package var line: Int
}
