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
    var scanner = IncludeParameters(bytes[nameEnd...])
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
    let template = try surroundings.includes.template(
      (isRelative ? "page:" : "include:") + path, name: file, environment: context.environment
    ) { () throws(LiquidError) in
      try isRelative ? surroundings.site.text(atPath: path) : surroundings.site.include(path)
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
