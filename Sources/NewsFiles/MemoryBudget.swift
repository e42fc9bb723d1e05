#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Memory that several threads share: who needs more than is left waits for others to end.
package final class MemoryBudget: Sendable {
  private let total: Int
  /// The system's own, made for several threads; they stay where they were made.
  private nonisolated(unsafe) let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private nonisolated(unsafe) let condition: UnsafeMutablePointer<pthread_cond_t>
  /// Only touched with the mutex held.
  private nonisolated(unsafe) var used = 0

  /// Makes one of so many bytes.
  package init(bytes: Int) {
    total = bytes
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: .init())
    condition = .allocate(capacity: 1)
    condition.initialize(to: .init())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Runs what needs so many bytes when there is room; what needs more than all runs alone.
  package func withShare<Result, Failure>(
    of bytes: Int, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let share = min(max(bytes, 0), total)
    pthread_mutex_lock(mutex)
    while used > total - share { pthread_cond_wait(condition, mutex) }
    used += share
    pthread_mutex_unlock(mutex)
    defer {
      pthread_mutex_lock(mutex)
      used -= share
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    return try body()
  }
}
