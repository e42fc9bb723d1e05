internal import CLibYAML

/// The events of the first document of a YAML text, one after the other, from libyaml.
///
/// libyaml keeps the places it is in on the heap, so depth costs memory in proportion, not stack.
package struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var isEnded = false

  /// Goes through a text; the events end with the first document.
  ///
  /// - Throws: what the body throws; ``YAMLProblem`` where libyaml cannot begin.
  package static func read<Result>(
    _ text: [UInt8], _ body: (inout YAMLEvents) throws(YAMLProblem) -> Result
  ) throws(YAMLProblem) -> Result {
    try text.withUnsafeBufferPointer { buffer throws(YAMLProblem) in
      var events = try YAMLEvents(buffer)
      return try body(&events)
    }
  }

  private init(_ text: UnsafeBufferPointer<UInt8>) throws(YAMLProblem) {
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.initialize(to: yaml_parser_t())
      throw YAMLProblem(problem: "there is not enough memory", line: nil)
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event; `nil` where the text has no document (any more).
  ///
  /// - Throws: ``YAMLProblem`` with the line where the text is not YAML.
  package mutating func next() throws(YAMLProblem) -> YAMLEvent? {
    while !isEnded {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else {
        isEnded = true
        throw problem()
      }
      defer { yaml_event_delete(&event) }
      let line = Int(event.start_mark.line) + 1
      switch event.type {
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        return YAMLEvent(
          kind: .scalar,
          text: String(
            decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
            as: UTF8.self),
          isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, tag: Self.text(scalar.tag),
          anchor: Self.text(scalar.anchor), line: line)
      case YAML_ALIAS_EVENT:
        return YAMLEvent(
          kind: .alias, text: Self.text(event.data.alias.anchor) ?? "", line: line)
      case YAML_SEQUENCE_START_EVENT:
        return YAMLEvent(
          kind: .sequenceStart, anchor: Self.text(event.data.sequence_start.anchor), line: line)
      case YAML_MAPPING_START_EVENT:
        return YAMLEvent(
          kind: .mappingStart, anchor: Self.text(event.data.mapping_start.anchor), line: line)
      case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, line: line)
      case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, line: line)
      case YAML_DOCUMENT_END_EVENT:
        isEnded = true
        return YAMLEvent(kind: .documentEnd, line: line)
      case YAML_STREAM_END_EVENT: isEnded = true
      default: continue
      }
    }
    return nil
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private func problem() -> YAMLProblem {
    var words = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
    guard parser.pointee.error != YAML_READER_ERROR else {
      return YAMLProblem(problem: words, line: nil)
    }
    if let context = parser.pointee.context { words += " " + String(cString: context) }
    return YAMLProblem(problem: words, line: Int(parser.pointee.problem_mark.line) + 1)
  }
}
