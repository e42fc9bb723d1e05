#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A value that one thread at a time may look at.
///
/// The system's mutex rather than Synchronization's: ThreadSanitizer sees through this one, so that
/// what it reports is true. A dictionary or set is best kept in a struct of its own: as `Value` itself
/// it is looked up in the runtime at every start, also where it stays empty.
package final class LockedValue<Value: Sendable>: Sendable {
  /// The system's own, made for several threads; it stays where it was made.
  private nonisolated(unsafe) let mutex: UnsafeMutablePointer<pthread_mutex_t>
  /// Only touched with the mutex held.
  private nonisolated(unsafe) var value: Value

  /// Makes an unlocked one.
  package init(_ value: Value) {
    self.value = value
    // Allocated, because a mutex may not move.
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: .init())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Looks at the value or changes it; others wait. Not to be called from within itself.
  package func withLock<Result, Failure>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
