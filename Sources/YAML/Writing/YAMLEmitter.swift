internal import CLibYAML

/// Writes YAML through libyaml: UTF-8, two blanks a level, lines as long as they are.
package struct YAMLEmitter: ~Copyable {
  private let emitter: UnsafeMutablePointer<yaml_emitter_t>
  private let output: Output
  private let standIns: AstralStandIns

  /// What libyaml appends to.
  private final class Output {
    var bytes: [UInt8] = []
  }

  /// The text of a node; `nil` where libyaml cannot write it, as text with characters that YAML has
  /// no way to spell.
  package static func text(of node: YAMLNode) -> [UInt8]? {
    let standIns = AstralStandIns(for: node)
    var emitter = YAMLEmitter(standIns)
    return emitter.write(node) ? standIns.restored(emitter.output.bytes) : nil
  }

  private init(_ standIns: AstralStandIns) {
    self.standIns = standIns
    emitter = .allocate(capacity: 1)
    emitter.initialize(to: yaml_emitter_t())
    output = Output()
    guard yaml_emitter_initialize(emitter) == 1 else { return }
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_width(emitter, -1)
    yaml_emitter_set_output(
      emitter,
      { output, bytes, count in
        guard let output, let bytes else { return 0 }
        Unmanaged<Output>.fromOpaque(output).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        return 1
      }, Unmanaged.passUnretained(output).toOpaque())
  }

  deinit {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
  }

  private mutating func write(_ node: YAMLNode) -> Bool {
    var event = yaml_event_t()
    guard yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING) == 1, emit(&event),
      yaml_document_start_event_initialize(&event, nil, nil, nil, 1) == 1, emit(&event),
      emit(node),
      yaml_document_end_event_initialize(&event, 1) == 1, emit(&event),
      yaml_stream_end_event_initialize(&event) == 1, emit(&event)
    else { return false }
    return yaml_emitter_flush(emitter) == 1
  }

  private func emit(_ event: inout yaml_event_t) -> Bool {
    yaml_emitter_emit(emitter, &event) == 1
  }

  private func emit(_ node: YAMLNode) -> Bool {
    var event = yaml_event_t()
    switch node {
    case .scalar(let text, let style):
      let look =
        switch style {
        case .plain: YAML_PLAIN_SCALAR_STYLE
        case .singleQuoted: YAML_SINGLE_QUOTED_SCALAR_STYLE
        case .doubleQuoted: YAML_DOUBLE_QUOTED_SCALAR_STYLE
        }
      // One byte more than the text, so that there is an address for an empty one too.
      let bytes = Array(standIns.hidden(text).utf8) + [0]
      let made = yaml_scalar_event_initialize(
        &event, nil, nil, bytes, Int32(clamping: bytes.count - 1), 1, 1, look)
      return made == 1 && emit(&event)
    case .sequence(let nodes, let isFlow):
      guard
        yaml_sequence_start_event_initialize(
          &event, nil, nil, 1, isFlow ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE) == 1,
        emit(&event)
      else { return false }
      for node in nodes { guard emit(node) else { return false } }
      return yaml_sequence_end_event_initialize(&event) == 1 && emit(&event)
    case .mapping(let pairs, let isFlow):
      guard
        yaml_mapping_start_event_initialize(
          &event, nil, nil, 1, isFlow ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE) == 1,
        emit(&event)
      else { return false }
      for pair in pairs { guard emit(pair.key), emit(pair.value) else { return false } }
      return yaml_mapping_end_event_initialize(&event) == 1 && emit(&event)
    }
  }
}
