package import NewsModel
internal import YAML

/// Front matter as Hugo and Zola take it: YAML between dashes, TOML between plus signs, or a JSON
/// object, at the very beginning of the file.
package struct FrontMatterBlock: Sendable {
  /// The language it is in.
  package enum Syntax: String, Sendable {
    case yaml = "YAML"
    case toml = "TOML"
    case json = "JSON"
  }

  /// What ends where.
  package enum Search: Sendable {
    /// There is one.
    case found(FrontMatterBlock)
    /// It begins, and nothing ends it.
    case unclosed(Syntax)
    /// The file is text from its beginning.
    case none
  }

  /// The language.
  package var syntax: Syntax
  /// The bytes of the mapping, from the opening line on, so that line numbers are the file's.
  private var range: Range<Int>
  /// Where the text begins.
  package var bodyStart: Int

  /// Looks for front matter at the beginning of a file in UTF-8; a byte order mark may precede it.
  package static func search(_ bytes: [UInt8]) -> Search {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard start < bytes.count else { return .none }
    switch bytes[start] {
    case UInt8(ascii: "-"):
      if let found = FrontMatter(in: bytes, from: start) {
        return .found(
          FrontMatterBlock(syntax: .yaml, range: found.yaml, bodyStart: found.bodyStart))
      }
      return FrontMatter.opens(bytes, from: start) ? .unclosed(.yaml) : .none
    case UInt8(ascii: "+"): return toml(bytes, start)
    case UInt8(ascii: "{"): return json(bytes, start)
    default: return .none
    }
  }

  private static func toml(_ bytes: [UInt8], _ start: Int) -> Search {
    guard let first = lineEnd(bytes, ofMarkerAt: start) else { return .none }
    var line = first
    while line < bytes.count {
      if let end = lineEnd(bytes, ofMarkerAt: line) {
        return .found(FrontMatterBlock(syntax: .toml, range: first..<line, bodyStart: end))
      }
      line = (bytes[line...].firstIndex(of: 0x0A) ?? bytes.count) + 1
    }
    return .unclosed(.toml)
  }

  /// Where the line after one of three plus signs begins; `nil` for any other line.
  private static func lineEnd(_ bytes: [UInt8], ofMarkerAt start: Int) -> Int? {
    guard bytes[start...].starts(with: "+++".utf8) else { return nil }
    var position = start + 3
    while position < bytes.count, bytes[position] != 0x0A {
      guard FrontMatter.isBlank(bytes[position]) else { return nil }
      position += 1
    }
    return min(position + 1, bytes.count)
  }

  /// An object that begins the file and is followed by something else than JSON on a line of its own:
  /// what is nothing but JSON is a document of another kind.
  private static func json(_ bytes: [UInt8], _ start: Int) -> Search {
    var depth = 0
    var isText = false
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\") where isText: position += 1
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "{") where !isText, UInt8(ascii: "[") where !isText: depth += 1
      case UInt8(ascii: "}") where !isText, UInt8(ascii: "]") where !isText:
        depth -= 1
        if depth == 0 { return json(bytes, start..<(position + 1)) }
      default: break
      }
      position += 1
    }
    return .unclosed(.json)
  }

  private static func json(_ bytes: [UInt8], _ object: Range<Int>) -> Search {
    var position = object.upperBound
    while position < bytes.count, bytes[position] != 0x0A {
      guard FrontMatter.isBlank(bytes[position]) else { return .none }
      position += 1
    }
    let body = min(position + 1, bytes.count)
    while position < bytes.count, FrontMatter.isBlank(bytes[position]) { position += 1 }
    if position < bytes.count,
      bytes[position] == UInt8(ascii: "{") && !bytes[position...].starts(with: "{{".utf8)
        && !bytes[position...].starts(with: "{%".utf8)
    {
      return .none
    }
    return .found(FrontMatterBlock(syntax: .json, range: object, bodyStart: body))
  }

  // MARK: Values

  /// The mapping that it is.
  ///
  /// - Throws: `badInput` with the line of the file.
  package func values(in bytes: [UInt8], path: String?) throws(ConversionError) -> MetadataMap {
    try Self.values(
      bytes[range], syntax, what: "the front matter", linesBefore: syntax == .toml ? 1 : 0,
      path: path)
  }

  /// The mapping that a whole document is: a site's configuration.
  ///
  /// - Throws: `badInput` with the line of the file.
  package static func values(
    ofDocument bytes: [UInt8], syntax: Syntax, what: String, path: String?
  ) throws(ConversionError) -> MetadataMap {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return try values(bytes[start...], syntax, what: what, linesBefore: 0, path: path)
  }

  private static func values(
    _ text: ArraySlice<UInt8>, _ syntax: Syntax, what: String, linesBefore: Int, path: String?
  ) throws(ConversionError) -> MetadataMap {
    do throws(Problem) {
      switch syntax {
      case .yaml:
        switch try yaml(text) {
        case .map(let map): return map
        case .null: return [:]
        default: throw Problem(message: "it is no mapping of keys to values", line: 1)
        }
      case .toml: return try toml(text)
      case .json: return try json(text)
      }
    } catch {
      throw ConversionError(
        .badInput, "\(what) is not \(syntax.rawValue) (\(error.message)); mend it", file: path,
        line: error.line.map { $0 + linesBefore })
    }
  }

  private struct Problem: Error {
    var message: String
    var line: Int?
  }

  private static func yaml(_ text: ArraySlice<UInt8>) throws(Problem) -> MetadataValue {
    do throws(YAMLText.Failure) {
      return try YAMLText(Array(text)).value
    } catch {
      throw Problem(message: error.problem, line: error.line)
    }
  }

  private static func toml(_ text: ArraySlice<UInt8>) throws(Problem) -> MetadataMap {
    do throws(TOMLText.Failure) {
      return try TOMLText(text).values
    } catch {
      throw Problem(message: error.problem, line: error.line)
    }
  }

  private static func json(_ text: ArraySlice<UInt8>) throws(Problem) -> MetadataMap {
    do throws(ConversionError) {
      return MetadataValue(try JSONValue(parsing: text)).map ?? [:]
    } catch {
      throw Problem(message: error.message, line: error.line)
    }
  }
}
