/// An ordered, bounded queue of work: items come from the caller, are worked on by several threads,
/// and their results are reported to the caller in the items' order.
///
/// No more items are taken than are under way, so memory is that of the queue, however many there
/// are and however uneven they are. Threads of its own, not Swift's executor: that one costs 2 ms at
/// every start of the command, and its stacks are too small for deep articles.
package struct WorkQueue: Sendable {
  /// How many items are worked on at once.
  package var width: Int

  /// Makes a queue; threads are started when there is more than one item.
  package init(width: Int) { self.width = max(1, min(width, Self.mostThreads)) }

  /// More threads than this help nobody, whatever number was asked for.
  private static let mostThreads = 256

  /// Whether to go on after a result.
  package enum Flow: Sendable {
    /// Take more items.
    case goOn
    /// Take no more; what is under way is dropped.
    case stop
  }

  /// Works on all items; returns when all are reported or the report says to stop.
  ///
  /// - Parameters:
  ///   - takesTurns: whether work uses its ``Turn``.
  ///   - next: gives the next item, on the caller's thread; `nil` at the end.
  ///   - work: makes a result of an item, on any thread.
  ///   - report: receives each result, on the caller's thread, in the items' order.
  package func run<Item: Sendable, Result: Sendable>(
    takesTurns: Bool = false, next: () -> Item?,
    work: @escaping @Sendable (Item, Turn) -> Result, report: (Result) -> Flow
  ) {
    guard let first = next() else { return }
    guard width > 1, let second = next() else {
      var item: Item? = first
      while let current = item {
        if report(work(current, Turn())) == .stop { return }
        item = next()
      }
      return
    }
    let board = WorkBoard<Item, Result>(portion: takesTurns ? 1 : Self.portion, width: width)
    let threads = (0..<width).compactMap { _ in
      Thread {
        while let portion = board.take() {
          let results = portion.items.enumerated().map { offset, item in
            let turn = takesTurns ? Turn(board, portion.start + offset) : Turn()
            defer { turn.end() }
            return work(item, turn)
          }
          board.put(results, from: portion.start)
        }
      }
    }
    board.add([first, second])
    var (taken, reported, isAtEnd) = (2, 0, false)
    while true {
      // Refilled by halves, so that handing over does not go item by item.
      let most = width * Self.waiting * (takesTurns || taken < width * 64 ? 1 : Self.portion)
      if !isAtEnd, taken - reported <= most / 2 {
        var items: [Item] = []
        while taken + items.count - reported < most {
          guard let item = next() else {
            isAtEnd = true
            break
          }
          items.append(item)
        }
        taken += items.count
        board.add(items)
      }
      if reported == taken { break }
      // Without a single thread the caller does the work itself.
      if threads.isEmpty, let portion = board.take() {
        board.put(portion.items.map { work($0, Turn()) }, from: portion.start)
      }
      for result in board.results(from: reported) {
        reported += 1
        if report(result) == .stop {
          isAtEnd = true
          taken = reported
          break
        }
      }
    }
    board.close()
    for thread in threads { thread.join() }
  }

  /// How many items a thread takes at once at most. Handing over costs the system some ten
  /// microseconds, which is much beside a short article.
  private static let portion = 8
  /// How many portions wait for each thread or for an earlier one's result.
  private static let waiting = 4
}

extension WorkQueue {
  /// The turn of one item: work that calls ``wait()`` goes on only when all items before have ended
  /// their turns.
  package struct Turn: Sendable {
    private let board: (any TurnKeeper)?
    private let number: Int

    /// The turn of work that nothing waits for.
    package init() { (board, number) = (nil, 0) }

    init(_ board: any TurnKeeper, _ number: Int) { (self.board, self.number) = (board, number) }

    /// Waits until all before have ended theirs.
    package func wait() { board?.wait(for: number) }

    /// Lets the next one go on; called for every item when its work is done, if not before.
    package func end() { board?.end(number) }
  }
}
