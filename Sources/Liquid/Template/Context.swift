/// The state of one rendering: variables, output, problems.
///
/// Tags and filters get it as they are rendered.
public struct Context {
  /// What templates may use.
  public let environment: Environment
  /// What was printed so far.
  public var output: [UInt8] = []
  /// What went wrong so far, each thing once.
  public private(set) var problems: [LiquidError] = []
  /// Whatever tags want to keep during one rendering, by a name of their own.
  public var registers: [String: any Sendable] = [:]

  /// The variables given from outside.
  let variables: any LiquidObject
  /// Those of `assign` and `capture`, which outlive the block they stand in.
  var locals: [String: LiquidValue] = [:]
  /// Those of loops and partial templates, innermost last: few, and gone when their block ends.
  var frames: [(name: String, value: LiquidValue)] = []
  /// The loops around, innermost last.
  var loops: [ForLoop] = []
  /// `increment` and `decrement`.
  var counters: [String: Int] = [:]
  /// `cycle`.
  var cycles: [String: Int] = [:]
  /// Where each loop stopped, for `offset: continue`.
  var loopEnds: [String: Int] = [:]
  /// What `ifchanged` printed last.
  var lastChanged: [UInt8]?
  /// What stops the rendering of the blocks around.
  var interrupt: Interrupt?

  private var partials: [String: Template] = [:]
  private var seen: Set<LiquidError> = []
  private var line: Int?
  private var templateName: String?
  private var depth = 0
  /// What was done so far: an object, so that evaluating, which changes nothing else, counts too.
  let meter: WorkMeter

  enum Interrupt {
    case breakLoop
    case continueLoop
    /// A bound was reached: nothing more is rendered.
    case halt
  }

  init(environment: Environment, variables: any LiquidObject) {
    self.environment = environment
    self.variables = variables
    meter = WorkMeter(limits: environment.limits)
  }

  // MARK: Rendering

  /// Renders a partial template into the output.
  public mutating func render(_ template: Template) {
    let (outerLine, outerName) = (line, templateName)
    templateName = template.name
    for problem in template.problems { report(problem) }
    render(template.body)
    (line, templateName) = (outerLine, outerName)
  }

  /// Renders the body of a block into the output.
  public mutating func render(_ body: Body) {
    guard depth < environment.limits.depth else {
      return halt("templates are nested deeper than \(environment.limits.depth)")
    }
    depth += 1
    defer { depth -= 1 }
    for piece in body.pieces {
      switch piece {
      case .text(let text):
        output += text
        meter.add(text.count >> 6)
      case .output(let expression, let line):
        self.line = line
        do {
          write(try evaluate(expression))
        } catch {
          report(error)
        }
      case .tag(let node, let line):
        self.line = line
        do {
          try node.render(in: &self)
        } catch {
          report(error)
        }
      }
      meter.add(2)
      if interrupt != nil || isExhausted() { return }
    }
  }

  /// Renders the body of a block and gives what it prints.
  public mutating func rendered(_ body: Body) -> [UInt8] {
    let outer = output
    output = []
    render(body)
    let result = output
    output = outer
    return result
  }

  /// Prints a value.
  public mutating func write(_ value: LiquidValue) {
    if case .string(let text) = value {
      output += text.utf8
      meter.add(text.utf8.count >> 6)
    } else {
      let text = value.text
      output += text.utf8
      meter.add(bytes: text.utf8.count)
    }
  }

  /// Notes that something went wrong; rendering goes on.
  public mutating func report(_ error: LiquidError) {
    var error = error
    error.line = error.line ?? line
    error.template = error.template ?? templateName
    if seen.count < 1000, seen.insert(error).inserted { problems.append(error) }
    meter.add(16)
    if error.code == .limit || error.code == .time { interrupt = .halt }
  }

  /// Counts work done by a filter or tag.
  ///
  /// - Throws: `LiquidError` when it is too much; rendering ends then.
  public mutating func count(steps more: Int) throws(LiquidError) {
    meter.add(more)
    if let error = meter.exhaustion() { throw error }
  }

  /// Counts work done where nothing can be thrown; if it is too much, rendering ends after the node at
  /// hand.
  public func charge(_ steps: Int) { meter.add(steps) }

  private mutating func isExhausted() -> Bool {
    if output.count > environment.limits.outputBytes {
      halt("the template prints more than \(environment.limits.outputBytes) bytes")
    } else if let error = meter.exhaustion() {
      report(error)
    }
    return interrupt != nil
  }

  private mutating func halt(_ message: String) { report(LiquidError(.limit, message)) }

  // MARK: Partial templates

  /// The partial template of a name, read once a rendering.
  ///
  /// - Throws: `LiquidError` if the loader does not know it.
  public mutating func partial(_ name: String) throws(LiquidError) -> Template {
    if let known = partials[name] { return known }
    guard let source = environment.loader?(name) else {
      throw LiquidError(.noTemplate, "there is no template '\(name)'")
    }
    meter.add(source.count)
    let template = Template(utf8: source, environment: environment, name: name)
    partials[name] = template
    return template
  }

  /// Does something with variables that are gone afterwards.
  public mutating func withFrame(
    _ variables: [(name: String, value: LiquidValue)], _ work: (inout Context) -> Void
  ) {
    let count = frames.count
    frames += variables
    work(&self)
    frames.removeLast(frames.count - count)
  }

  /// Does something with one more variable, which is gone afterwards, and gives what comes of it.
  ///
  /// - Throws: what the work throws.
  public mutating func withVariable<Result>(
    _ name: String, _ value: LiquidValue,
    _ work: (inout Context) throws(LiquidError) -> Result
  ) throws(LiquidError) -> Result {
    let count = frames.count
    frames.append((name, value))
    defer { frames.removeLast(frames.count - count) }
    return try work(&self)
  }

  /// Does something with no variables but these and those from outside; what it sets is lost.
  mutating func isolated(
    _ variables: [(name: String, value: LiquidValue)], loop: ForLoop?,
    _ work: (inout Context) -> Void
  ) {
    let outer = (locals, frames, loops, counters, cycles, loopEnds)
    (locals, frames, loops, counters) = ([:], [], [], [:])
    for variable in variables { locals[variable.name] = variable.value }
    // A loop over partial templates is no loop around the loops in them.
    if let loop { locals["forloop"] = .lazy(ForLoopObject(loop, [])) }
    work(&self)
    (locals, frames, loops, counters, cycles, loopEnds) = outer
    if interrupt != .halt { interrupt = nil }
  }
}
