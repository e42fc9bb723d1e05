/// `{% break %}` and `{% continue %}`.
struct Interruption: LiquidNode {
  let kind: Context.Interrupt
  var isBlank: Bool { true }

  func render(in context: inout Context) throws(LiquidError) { context.interrupt = kind }
}
