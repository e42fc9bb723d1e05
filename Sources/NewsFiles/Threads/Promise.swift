#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A value that another thread will have.
package final class Promise<Value: Sendable>: Sendable {
  /// The system's own, made for several threads; they stay where they were made.
  private nonisolated(unsafe) let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private nonisolated(unsafe) let isKept: UnsafeMutablePointer<pthread_cond_t>
  /// Only touched with the mutex held.
  private nonisolated(unsafe) var value: Value?

  /// Makes one that is not kept yet.
  package init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: .init())
    pthread_mutex_init(mutex, nil)
    isKept = .allocate(capacity: 1)
    isKept.initialize(to: .init())
    pthread_cond_init(isKept, nil)
  }

  deinit {
    pthread_cond_destroy(isKept)
    isKept.deallocate()
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Gives the value; only the first counts.
  package func keep(_ new: Value) {
    pthread_mutex_lock(mutex)
    if value == nil { value = new }
    pthread_cond_broadcast(isKept)
    pthread_mutex_unlock(mutex)
  }

  /// The value, waiting for it.
  package func wait() -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let value { return value }
      pthread_cond_wait(isKept, mutex)
    }
  }
}
