internal import NewsFiles

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Who may speak to which host when: so many requests at once, with pauses between their beginnings.
final class HostSchedule: Sendable {
  private struct Host: Sendable {
    var running = 0
    /// When the next request may begin, in seconds of a clock that only goes on.
    var next = 0.0
  }

  private struct State: Sendable {
    var hosts: [String: Host] = [:]
  }

  private let width: Int
  private let delay: Double
  private let state = LockedValue(State())
  let changes = ChangeBell()

  init(width: Int, delay: Double) {
    self.width = max(1, width)
    self.delay = max(0, delay)
  }

  /// Whether a request to a host could begin now.
  func isFree(_ host: String) -> Bool {
    state.withLock { state in
      guard let host = state.hosts[host] else { return true }
      return host.running < width && host.next <= Self.now
    }
  }

  /// Waits until a request to a host may begin.
  func enter(_ name: String) {
    while true {
      let ring = changes.count
      let wait: Double? = state.withLock { state in
        var host = state.hosts[name] ?? Host()
        guard host.running < width else { return .infinity }
        let now = Self.now
        if host.next > now { return host.next - now }
        host.running += 1
        host.next = now + delay
        state.hosts[name] = host
        return nil
      }
      guard let wait else { return }
      changes.wait(after: ring, seconds: min(wait, 60))
    }
  }

  /// Says that a request has ended.
  func leave(_ name: String) {
    state.withLock { $0.hosts[name]?.running -= 1 }
    changes.ring()
  }

  /// Leaves a host alone for a while.
  func rest(_ name: String, seconds: Double) {
    let next = Self.now + seconds
    state.withLock { state in
      var host = state.hosts[name] ?? Host()
      host.next = max(host.next, next)
      state.hosts[name] = host
    }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
