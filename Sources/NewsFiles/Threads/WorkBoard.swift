#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Keeps the order of turns.
protocol TurnKeeper: Sendable {
  func wait(for number: Int)
  func end(_ number: Int)
}

/// What the threads of a queue share: items that wait, results that wait, turns.
///
/// The system's mutex and conditions, which Synchronization has none of and which ThreadSanitizer
/// sees through. The pointers never change, and everything else is only touched with the mutex held.
final class WorkBoard<Item: Sendable, Result: Sendable>: TurnKeeper {
  private nonisolated(unsafe) let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private nonisolated(unsafe) let hasItems: UnsafeMutablePointer<pthread_cond_t>
  private nonisolated(unsafe) let hasResults: UnsafeMutablePointer<pthread_cond_t>
  private nonisolated(unsafe) let hasTurned: UnsafeMutablePointer<pthread_cond_t>

  private nonisolated(unsafe) var items: ArraySlice<Item> = []
  /// The number of the first item that waits.
  private nonisolated(unsafe) var firstItem = 0
  private nonisolated(unsafe) var results: [Int: Result] = [:]
  /// The number of the result that is waited for.
  private nonisolated(unsafe) var awaited = 0
  private nonisolated(unsafe) var isClosed = false
  /// The number whose turn it is.
  private nonisolated(unsafe) var turn = 0
  /// Turns that ended before it was theirs.
  private nonisolated(unsafe) var endedTurns: Set<Int> = []

  private let portion: Int
  private let width: Int

  init(portion: Int, width: Int) {
    (self.portion, self.width) = (portion, width)
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: .init())
    pthread_mutex_init(mutex, nil)
    func condition() -> UnsafeMutablePointer<pthread_cond_t> {
      let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
      condition.initialize(to: .init())
      pthread_cond_init(condition, nil)
      return condition
    }
    (hasItems, hasResults, hasTurned) = (condition(), condition(), condition())
  }

  deinit {
    for condition in [hasItems, hasResults, hasTurned] {
      pthread_cond_destroy(condition)
      condition.deallocate()
    }
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Adds items behind those that wait.
  func add(_ new: [Item]) {
    if new.isEmpty { return }
    locked {
      items = items.isEmpty ? new[...] : items + new
      if new.count == 1 { pthread_cond_signal(hasItems) } else { pthread_cond_broadcast(hasItems) }
    }
  }

  /// Takes the next items, waiting for them; `nil` when there will be none.
  func take() -> (start: Int, items: [Item])? {
    locked {
      while items.isEmpty, !isClosed { pthread_cond_wait(hasItems, mutex) }
      if isClosed { return nil }
      let taken = Array(items.prefix(min(portion, max(1, items.count / (width * 2)))))
      items = items.dropFirst(taken.count)
      firstItem += taken.count
      return (firstItem - taken.count, taken)
    }
  }

  /// Puts down results of successive items.
  func put(_ new: [Result], from start: Int) {
    locked {
      for (offset, result) in new.enumerated() { results[start + offset] = result }
      if start == awaited { pthread_cond_signal(hasResults) }
    }
  }

  /// The results from a number on that are there, waiting for the first.
  func results(from number: Int) -> [Result] {
    locked {
      awaited = number
      while results[number] == nil { pthread_cond_wait(hasResults, mutex) }
      var ready: [Result] = []
      while let result = results.removeValue(forKey: number + ready.count) { ready.append(result) }
      return ready
    }
  }

  /// Ends the threads; items that wait are dropped.
  func close() {
    locked {
      isClosed = true
      items = []
      pthread_cond_broadcast(hasItems)
    }
  }

  func wait(for number: Int) {
    locked {
      while turn < number { pthread_cond_wait(hasTurned, mutex) }
    }
  }

  func end(_ number: Int) {
    locked {
      guard number >= turn else { return }
      endedTurns.insert(number)
      while endedTurns.remove(turn) != nil { turn += 1 }
      pthread_cond_broadcast(hasTurned)
    }
  }
}
