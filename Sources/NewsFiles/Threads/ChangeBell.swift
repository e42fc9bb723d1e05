#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Tells threads that wait that something has changed.
package final class ChangeBell: Sendable {
  /// The system's own, made for several threads; they stay where they were made.
  private nonisolated(unsafe) let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private nonisolated(unsafe) let condition: UnsafeMutablePointer<pthread_cond_t>
  /// Only touched with the mutex held.
  private nonisolated(unsafe) var rings = 0

  /// Makes one that has not rung.
  package init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: .init())
    pthread_mutex_init(mutex, nil)
    condition = .allocate(capacity: 1)
    condition.initialize(to: .init())
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    condition.deallocate()
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// How often it has rung: to be asked before looking at what may change.
  package var count: Int {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return rings
  }

  /// Wakes all that wait.
  package func ring() {
    pthread_mutex_lock(mutex)
    rings += 1
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }

  /// Waits until it has rung more often, or for so long.
  package func wait(after count: Int, seconds: Double) {
    var until = timespec()
    clock_gettime(CLOCK_REALTIME, &until)
    let nanoseconds = Double(until.tv_nsec) + (max(0, seconds) * 1e9).rounded()
    until.tv_sec += Int(nanoseconds / 1e9)
    until.tv_nsec = Int(nanoseconds.truncatingRemainder(dividingBy: 1e9))
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while rings == count {
      if pthread_cond_timedwait(condition, mutex, &until) == ETIMEDOUT { return }
    }
  }
}
