import Liquid

/// `{% include name.html key="value" other=page.title %}`, its cached kind, and
/// `{% include_relative name.md %}`.
///
/// The name may hold outputs; the included text sees its parameters as `include.key`.
struct Include: LiquidNode {
  private enum Parameter {
    case text(String)
    case expression(Expression)
  }

  private let name: String
  private let isRelative: Bool
  private var parameters: [(name: String, value: Parameter)] = []

  init(_ tag: TagMarkup, _ parser: inout TagParser, isRelative: Bool) throws(LiquidError) {
    self.isRelative = isRelative
    let bytes = Array(tag.bytes)
    let nameEnd = Self.nameEnd(in: bytes)
    name = String(decoding: bytes[..<nameEnd], as: UTF8.self)
    guard !name.isEmpty else { throw LiquidError(.syntax, "'\(tag.name)' names no file") }
    var scanner = ParameterScanner(bytes[nameEnd...])
    while let (key, value) = scanner.next() {
      parameters.append(
        (key, value.isQuoted ? .text(value.text) : .expression(.init(parsing: value.text))))
    }
    if scanner.skipped {
      parser.complain(
        LiquidError(
          .syntax, "part of '\(tag.name) \(tag.text)' was not understood", line: tag.line))
    }
  }

  /// The name goes up to white space, outputs in it kept whole.
  private static func nameEnd(in bytes: [UInt8]) -> Int {
    var place = 0
    var depth = 0
    while place < bytes.count {
      if bytes[place...].starts(with: "{{".utf8) { depth += 1 }
      if bytes[place...].starts(with: "}}".utf8) { depth -= 1 }
      if depth <= 0, bytes[place] <= 0x20 { break }
      place += 1
    }
    return place
  }

  func render(in context: inout Context) throws(LiquidError) {
    let file = context.expanded(name)
    guard let surroundings = context.jekyll else {
      throw LiquidError(.noTemplate, "the include '\(file)' needs the site that the post is of")
    }
    // Jekyll refuses such names too: no way out of the folder.
    guard !file.hasPrefix("/"), !file.split(separator: "/").contains("..") else {
      throw LiquidError(.noTemplate, "the include '\(file)' is not a name within its folder")
    }
    let path = isRelative ? Self.folder(of: surroundings.path ?? "") + file : file
    let template = surroundings.includes.template(
      (isRelative ? "page:" : "include:") + path, name: file, environment: context.environment
    ) {
      isRelative ? surroundings.site.text(atPath: path) : surroundings.site.include(path)
    }
    guard let template else {
      throw LiquidError(.noTemplate, "there is no include '\(file)'")
    }
    var values = LiquidMap()
    for parameter in parameters {
      switch parameter.value {
      case .text(let text): values[parameter.name] = .string(text)
      case .expression(let expression): values[parameter.name] = context.evaluate(expression)
      }
    }
    context.withFrame(parameters.isEmpty ? [] : [("include", .object(values))]) {
      $0.render(template)
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }
}

/// Reads `key="value"` pairs, where a value may also be in single quotes or a variable.
private struct ParameterScanner {
  private let bytes: ArraySlice<UInt8>
  private var place: Int
  /// Whether something was there that is no pair.
  private(set) var skipped = false

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  mutating func next() -> (key: String, value: (text: String, isQuoted: Bool))? {
    while true {
      skipBlanks()
      if place >= bytes.endIndex { return nil }
      let start = place
      while place < bytes.endIndex, Self.isName(bytes[place]) { place += 1 }
      let key = String(decoding: bytes[start..<place], as: UTF8.self)
      skipBlanks()
      guard !key.isEmpty, place < bytes.endIndex, bytes[place] == UInt8(ascii: "=") else {
        skipped = true
        if place == start { place += 1 }
        continue
      }
      place += 1
      skipBlanks()
      if let value = value() { return (key, value) }
      skipped = true
    }
  }

  private mutating func value() -> (text: String, isQuoted: Bool)? {
    guard place < bytes.endIndex else { return nil }
    let quote = bytes[place]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      var text: [UInt8] = []
      var end = place + 1
      while end < bytes.endIndex, bytes[end] != quote {
        // Only the quote itself loses its backslash.
        if bytes[end] == UInt8(ascii: "\\"), end + 1 < bytes.endIndex {
          if bytes[end + 1] != quote { text.append(bytes[end]) }
          end += 1
        }
        text.append(bytes[end])
        end += 1
      }
      guard end < bytes.endIndex else {
        place = bytes.endIndex
        return nil
      }
      place = end + 1
      return (String(decoding: text, as: UTF8.self), true)
    }
    let start = place
    while place < bytes.endIndex, bytes[place] > 0x20 { place += 1 }
    return (String(decoding: bytes[start..<place], as: UTF8.self), false)
  }

  private mutating func skipBlanks() {
    while place < bytes.endIndex, bytes[place] <= 0x20 { place += 1 }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: byte >= 0x80
    }
  }
}
