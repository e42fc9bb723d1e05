/// A template, read once and rendered as often as wanted.
///
/// ```swift
/// let template = Template("Hello, {{ name | capitalize }}!")
/// template.render(["name": "ada"]).text  // Hello, Ada!
/// ```
///
/// Reading and rendering never fail: what is wrong is in ``problems`` and
/// ``Rendering/problems``. ``init(strict:environment:)`` and ``renderStrictly(_:)`` throw instead.
public struct Template: Sendable {
  /// What is wrong with it, in order.
  public let problems: [LiquidError]
  /// The name of a partial template.
  public let name: String?

  let body: Body
  let environment: Environment
  /// The source, if it has neither tag nor output and is its own rendering.
  private let plain: [UInt8]?

  /// Reads a template from UTF-8.
  ///
  /// - Parameters:
  ///   - source: the text; without `{{` and `{%` it is taken as it is, at no cost.
  ///   - environment: the tags and filters.
  ///   - name: the name that problems are reported with.
  ///   - line: the number of the first line.
  public init(
    utf8 source: [UInt8], environment: Environment = .standard, name: String? = nil, line: Int = 1
  ) {
    self.environment = environment
    self.name = name
    if Tokenizer.isPlain(source) {
      problems = []
      plain = source
      body = Body(plain: source)
      return
    }
    var parser = TagParser(source, environment: environment, line: line)
    body = parser.template()
    plain = nil
    problems = parser.problems.map { error in
      var error = error
      error.template = name
      return error
    }
  }

  /// Reads a template from text.
  public init(_ source: String, environment: Environment = .standard) {
    self.init(utf8: Array(source.utf8), environment: environment)
  }

  /// Reads a template from text.
  ///
  /// - Throws: the first `LiquidError` in it.
  public init(strict source: String, environment: Environment = .standard) throws(LiquidError) {
    self.init(source, environment: environment)
    if let problem = problems.first { throw problem }
  }

  /// Whether a text has no tag and no output, and so is its own rendering.
  public static func isPlain(utf8 source: [UInt8]) -> Bool { Tokenizer.isPlain(source) }

  /// Renders with variables from a map.
  public func render(_ variables: LiquidMap = LiquidMap()) -> Rendering {
    render(MapObject(variables))
  }

  /// Renders with variables from an object that makes them when asked.
  ///
  /// - Parameters:
  ///   - variables: what the template sees.
  ///   - registers: what tags and filters see, by names of their own.
  public func render(
    _ variables: any LiquidObject, registers: [String: any Sendable] = [:]
  ) -> Rendering {
    if let plain { return Rendering(output: plain, problems: []) }
    var context = Context(environment: environment, variables: variables)
    context.registers = registers
    context.render(self)
    return Rendering(output: context.output, problems: context.problems)
  }

  /// Renders with variables from a map.
  ///
  /// - Throws: the first `LiquidError` that happens.
  public func renderStrictly(_ variables: LiquidMap = LiquidMap()) throws(LiquidError) -> String {
    let rendering = render(variables)
    if let problem = rendering.problems.first { throw problem }
    return rendering.text
  }
}

extension Body {
  init(plain: [UInt8]) { append(text: plain[...]) }
}
