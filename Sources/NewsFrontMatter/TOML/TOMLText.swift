internal import CTOML
package import NewsModel

/// A TOML document read into the model's values, its members in the order of the text.
///
/// TOML 1.0 by toml++. Days stay days, times without a date are text.
package struct TOMLText {
  /// Why a text is not TOML.
  package struct Failure: Error, Equatable {
    /// What is wrong, in toml++'s words.
    package var problem: String
    /// The line, from 1.
    package var line: Int?
  }

  /// The root table.
  package let values: MetadataMap

  /// Dots of a line: dotted keys nest as deep as they have dots, and the library frees what is
  /// nested by recursion.
  private static let dotLimit = 400

  /// Reads a document in UTF-8.
  package init(_ text: some Collection<UInt8>) throws(Failure) {
    let text = Array(text)
    if let line = Self.lineOfTooManyDots(text) {
      throw Failure(problem: "it is nested too deeply", line: line)
    }
    guard let document = Document(text) else {
      throw Failure(problem: "there is no memory for it", line: nil)
    }
    if let problem = document.problem { throw problem }
    values = document.values
  }

  private static func lineOfTooManyDots(_ text: [UInt8]) -> Int? {
    var line = 1
    var dots = 0
    for byte in text {
      switch byte {
      case 0x0A: (line, dots) = (line + 1, 0)
      case UInt8(ascii: "."):
        dots += 1
        if dots > dotLimit { return line }
      default: break
      }
    }
    return nil
  }

  /// Owner of a parsed document.
  private struct Document: ~Copyable {
    private let pointer: OpaquePointer

    init?(_ text: [UInt8]) {
      let parsed = text.withUnsafeBytes { buffer in
        ctoml_parse(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
      }
      guard let parsed else { return nil }
      pointer = parsed
    }

    deinit { ctoml_free(pointer) }

    var problem: Failure? {
      ctoml_problem(pointer).map {
        Failure(problem: String(cString: $0), line: Int(ctoml_problem_line(pointer)))
      }
    }

    /// A list or table that is not at its end yet.
    private struct Frame {
      var key: String
      var isTable: Bool
      var members: [MetadataMap.Entry] = []
      var elements: [MetadataValue] = []

      mutating func add(_ value: MetadataValue, _ key: String) {
        if isTable {
          members.append(MetadataMap.Entry(key: key, value: value))
        } else {
          elements.append(value)
        }
      }

      var value: MetadataValue {
        isTable ? .map(MetadataMap(uniqueEntries: members)) : .list(elements)
      }
    }

    var values: MetadataMap {
      var frames = [Frame(key: "", isTable: true)]
      let row = UnsafeBufferPointer(start: ctoml_values(pointer), count: ctoml_count(pointer))
      for value in row {
        let key = Self.string(value.key, value.key_length)
        switch value.kind {
        case CTOML_TABLE: frames.append(Frame(key: key, isTable: true))
        case CTOML_ARRAY: frames.append(Frame(key: key, isTable: false))
        case CTOML_END:
          guard frames.count > 1, let frame = frames.popLast() else { continue }
          frames[frames.count - 1].add(frame.value, frame.key)
        default: frames[frames.count - 1].add(Self.scalar(value), key)
        }
      }
      return MetadataMap(uniqueEntries: frames[0].members)
    }

    private static func scalar(_ value: ctoml_value) -> MetadataValue {
      switch value.kind {
      case CTOML_STRING: return .string(string(value.text, value.text_length))
      case CTOML_INTEGER: return .integer(Int(value.integer))
      case CTOML_FLOAT: return .number(value.number)
      case CTOML_BOOLEAN: return .bool(value.boolean)
      case CTOML_TIME: return .string(clock(value))
      default:
        var time: Timestamp.Time?
        if value.kind == CTOML_DATE_TIME {
          time = Timestamp.Time(
            hour: Int(value.hour), minute: Int(value.minute), second: Int(value.second),
            nanosecond: Int(value.nanosecond),
            offset: value.has_offset ? Int(value.offset) * 60 : nil)
        }
        let moment = Timestamp(
          year: Int(value.year), month: Int(value.month), day: Int(value.day), time: time)
        return moment.map(MetadataValue.timestamp) ?? .null
      }
    }

    private static func clock(_ value: ctoml_value) -> String {
      [value.hour, value.minute, value.second].map { $0 < 10 ? "0\($0)" : "\($0)" }
        .joined(separator: ":")
    }

    private static func string(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
      guard let start else { return "" }
      return String(
        decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
    }
  }
}
