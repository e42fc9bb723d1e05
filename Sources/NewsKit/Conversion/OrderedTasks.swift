/// Runs numbered pieces of work, some at once, and reports them in order.
struct OrderedTasks {
  /// How many pieces there are.
  var count: Int
  /// How many run at once.
  var width: Int

  /// Runs the pieces.
  ///
  /// No more than a few times `width` results wait for an earlier one, so that memory stays
  /// bounded however uneven the pieces are.
  func run<Result: Sendable>(
    _ work: @escaping @Sendable (Int) -> Result, report: (Result) -> Void
  ) async {
    await withTaskGroup(of: (Int, Result).self) { group in
      var next = 0
      var reported = 0
      var waiting: [Int: Result] = [:]
      func startSome() {
        while next < count, next - reported < width * 8, next - reported - waiting.count < width {
          let index = next
          next += 1
          group.addTask { (index, work(index)) }
        }
      }
      startSome()
      while let (index, result) = await group.next() {
        waiting[index] = result
        while let result = waiting.removeValue(forKey: reported) {
          report(result)
          reported += 1
        }
        startSome()
      }
    }
  }
}
