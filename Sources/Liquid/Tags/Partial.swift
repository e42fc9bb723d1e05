/// `{% include 'name' with value as alias, key: value %}`, and `{% render … %}`, whose template sees
/// none of the variables around.
struct Partial: LiquidNode {
  private let name: Expression
  private let isRender: Bool
  private var subject: Expression?
  private var isEach = false
  private var alias: String?
  private let parameters: [(name: String, value: Expression)]

  init(_ tag: TagMarkup, _ parser: inout TagParser) throws(LiquidError) {
    var cursor = tag.cursor
    isRender = tag.name == "render"
    guard let name = cursor.expression() else {
      throw LiquidError(.syntax, "'\(tag.name)' names no template")
    }
    if isRender, case .variable = name.form {
      throw LiquidError(.syntax, "'render' needs the name of its template in quotes")
    }
    self.name = name
    let start = cursor
    if cursor.label() == nil {
      isEach = cursor.take(word: "for")
      if isEach || cursor.take(word: "with") { subject = cursor.expression() }
      if cursor.take(word: "as") { alias = cursor.name() }
    } else {
      cursor = start
    }
    parameters = cursor.namedExpressions()
    parser.complain(ifSkipped: cursor, in: tag)
  }

  func render(in context: inout Context) throws(LiquidError) {
    let title = context.evaluate(name).text
    let template = try context.partial(title)
    let variable = alias ?? String(title.split(separator: "/").last ?? "")
    var frame = parameters.map { ($0.name, context.evaluate($0.value)) }
    let subject = subject.map { context.evaluate($0) }
    context.meter.add(4 + 2 * parameters.count)
    if isRender {
      try render(template, subject, as: variable, frame, in: &context)
      return
    }
    if case .array(let items)? = subject {
      for item in items {
        context.withFrame(frame + [(variable, item)]) { $0.render(template) }
        if context.interrupt != nil { return }
      }
      return
    }
    if let subject { frame.append((variable, subject)) }
    context.withFrame(frame) { $0.render(template) }
  }

  private func render(
    _ template: Template, _ subject: LiquidValue?, as variable: String,
    _ frame: [(String, LiquidValue)], in context: inout Context
  ) throws(LiquidError) {
    var frame = frame
    guard isEach, let subject, !subject.elements.isEmpty else {
      if let subject, !subject.isNull { frame.append((variable, subject)) }
      context.isolated(frame, loop: nil) { $0.render(template) }
      return
    }
    let items = try context.elements(of: subject)
    for (index, item) in items.enumerated() {
      let loop = ForLoop(
        name: template.name ?? "", count: items.count, index: index, parent: 0)
      context.isolated(frame + [(variable, item)], loop: loop) { $0.render(template) }
      if context.interrupt != nil { return }
    }
  }
}
