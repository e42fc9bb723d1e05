import NewsFiles
import Testing

@Suite struct WorkQueueTests {
  /// Work of uneven length that depends on nothing but the number.
  private static func worked(_ number: Int) -> Int {
    var value = number
    for step in 0..<(number * 7919 % 500) { value = value &* 31 &+ step }
    return value
  }

  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 7, 8, 9, 100, 5000])
  func resultsComeInOrder(_ width: Int, _ count: Int) {
    var next = 0
    var results: [Int] = []
    WorkQueue(width: width).run { () -> Int? in
      defer { next += 1 }
      return next < count ? next : nil
    } work: { number, _ in
      Self.worked(number)
    } report: {
      results.append($0)
      return .goOn
    }
    #expect(results == (0..<count).map(Self.worked))
  }

  @Test(arguments: [1, 2, 5])
  func turnsAreTakenInOrder(_ width: Int) {
    let order = LockedValue<[Int]>([])
    var next = 0
    WorkQueue(width: width).run(takesTurns: true) { () -> Int? in
      defer { next += 1 }
      return next < 300 ? next : nil
    } work: { number, turn in
      _ = Self.worked(number)
      // Some use their turn, some end it unused, some leave it to the queue.
      if number % 3 == 0 {
        turn.wait()
        order.withLock { $0.append(number) }
      }
      if number % 2 == 0 { turn.end() }
      return number
    } report: { _ in
      .goOn
    }
    #expect(order.withLock { $0 } == Array(stride(from: 0, to: 300, by: 3)))
  }

  @Test(arguments: [1, 2, 4])
  func noMoreIsTakenThanIsUnderWay(_ width: Int) {
    var (taken, reported, most) = (0, 0, 0)
    WorkQueue(width: width).run { () -> Int? in
      taken += 1
      most = max(most, taken - reported)
      return taken <= 10_000 ? taken : nil
    } work: { number, _ in
      number
    } report: { _ in
      reported += 1
      return .goOn
    }
    #expect(reported == 10_000)
    #expect(most <= width * 4 * 8 + 1)
  }

  @Test(arguments: [1, 3])
  func stopsWhenItIsTold(_ width: Int) {
    var taken = 0
    var results: [Int] = []
    WorkQueue(width: width).run { () -> Int? in
      taken += 1
      return taken
    } work: { number, _ in
      number
    } report: {
      results.append($0)
      return $0 == 5 ? .stop : .goOn
    }
    #expect(results == [1, 2, 3, 4, 5])
    #expect(taken <= 5 + width * 4 + 1)
  }
}
