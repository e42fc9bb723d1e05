/// `{% break %}` and `{% continue %}`.
struct Interruption: LiquidNode {
  let kind: Context.Interrupt

  func render(in context: inout Context) throws(LiquidError) { context.interrupt = kind }
}
