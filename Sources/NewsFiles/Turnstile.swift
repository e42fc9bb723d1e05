#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Lets numbered pieces of work through one after the other, in order, whatever thread they are on.
///
/// The system's mutex and condition, because Synchronization has nothing that waits for a change. The
/// pointers never change, and what they lead to is only touched with the mutex held.
package final class Turnstile: Sendable {
  private nonisolated(unsafe) let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private nonisolated(unsafe) let condition: UnsafeMutablePointer<pthread_cond_t>
  private nonisolated(unsafe) let next: UnsafeMutablePointer<Int>

  /// Makes one whose first number is 0.
  package init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: .init())
    condition = .allocate(capacity: 1)
    condition.initialize(to: .init())
    next = .allocate(capacity: 1)
    next.initialize(to: 0)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
    next.deallocate()
  }

  /// Waits until all lower numbers have been through.
  package func wait(for number: Int) {
    pthread_mutex_lock(mutex)
    while next.pointee != number { pthread_cond_wait(condition, mutex) }
    pthread_mutex_unlock(mutex)
  }

  /// Lets the next number through; every number must come exactly once.
  package func advance(past number: Int) {
    pthread_mutex_lock(mutex)
    next.pointee = number + 1
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }
}
