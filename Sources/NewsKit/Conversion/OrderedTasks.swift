internal import NewsFiles

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Runs numbered pieces of work, some at once, and reports them in order.
///
/// On threads of its own, not on Swift's executor: that one costs 2 ms at every start of the
/// command, and its stacks are too small for deep articles.
struct OrderedTasks {
  /// How many pieces there are.
  var count: Int
  /// How many run at once.
  var width: Int
  /// Whether pieces wait for those before them: then neighbours go to different threads.
  var takesTurns = false

  /// Runs the pieces; returns when all are reported.
  ///
  /// No more than a few portions' results wait for an earlier one, so that memory stays bounded
  /// however uneven the pieces are.
  func run<Result: Sendable>(
    _ work: @escaping @Sendable (Int) -> Result, report: (Result) -> Void
  ) {
    let width = min(width, count, Self.mostThreads)
    guard width > 1, let numbers = NumberPipe(), let finished = NumberPipe() else {
      for index in 0..<count { report(work(index)) }
      return
    }
    let results = ResultBoard<[Result]>()
    let (count, portion) = (count, portion)
    let portions = (count + portion - 1) / portion
    @Sendable func run(_ number: Int) {
      let start = number * portion
      results.put((start..<min(count, start + portion)).map(work), at: number)
    }
    let threads = (0..<width).compactMap { _ in
      Thread {
        while let number = numbers.receive() {
          run(number)
          finished.send(number)
        }
      }
    }
    var next = 0
    var reported = 0
    while reported < portions {
      while next < portions, next - reported < width * 4 {
        numbers.send(next)
        next += 1
      }
      // Without a single thread the caller does the work itself.
      if threads.isEmpty {
        guard let number = numbers.receive() else { break }
        run(number)
      } else if finished.receive() == nil {
        break
      }
      while let portion = results.take(reported) {
        for result in portion { report(result) }
        reported += 1
      }
    }
    numbers.close()
    for thread in threads { thread.join() }
  }
}

extension OrderedTasks {
  /// More threads than this help nobody, whatever number was asked for.
  private static let mostThreads = 256

  /// How many pieces a thread takes at once. Handing over costs the system some ten microseconds,
  /// which is much beside a short article, so thousands go by the half-dozen.
  private var portion: Int {
    takesTurns ? 1 : max(1, min(8, count / (min(width, count, Self.mostThreads) * 64)))
  }
}

/// Results that wait for their turn.
private final class ResultBoard<Result: Sendable>: Sendable {
  private let results = LockedValue<[Int: Result]>([:])

  func put(_ result: Result, at index: Int) { results.withLock { $0[index] = result } }
  func take(_ index: Int) -> Result? { results.withLock { $0.removeValue(forKey: index) } }
}

/// Numbers from thread to thread, through a pipe of the system: it waits and wakes by itself.
private final class NumberPipe: Sendable {
  private let reading: Int32
  private let writing: LockedValue<Int32>

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = ends[0]
    writing = LockedValue(ends[1])
  }

  deinit {
    close()
    closeDescriptor(reading)
  }

  /// Numbers are far fewer bytes than `PIPE_BUF`, so each goes and comes whole.
  func send(_ number: Int) {
    let descriptor = writing.withLock { $0 }
    _ = withUnsafeBytes(of: number) { systemWrite(descriptor, $0) }
  }

  /// The next number; `nil` when the pipe was closed.
  func receive() -> Int? {
    var number = 0
    while true {
      let count = read(reading, &number, MemoryLayout<Int>.size)
      if count < 0 && errno == EINTR { continue }
      return count == MemoryLayout<Int>.size ? number : nil
    }
  }

  func close() {
    writing.withLock { descriptor in
      if descriptor >= 0 { closeDescriptor(descriptor) }
      descriptor = -1
    }
  }
}

private func closeDescriptor(_ descriptor: Int32) { close(descriptor) }
