#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How long a program may take for one answer.
///
/// By the work that it does, not by the clock: what a program answers must not depend on what else
/// the machine has to do. Only who asks for a limit by the clock gets one.
package struct ProgramLimits: Sendable, Hashable {
  /// Seconds by the clock; `nil` for no such limit.
  package var clock: Double?
  /// Seconds of processor time, of the program and what it has started together.
  package var work: Double
  /// Seconds in which none of them does anything or waits for a disk.
  package var rest: Double

  package init(clock: Double? = nil, work: Double = 60, rest: Double = 600) {
    (self.clock, self.work, self.rest) = (clock, work, rest)
  }

  /// The limits of several answers together.
  package func multiplied(by count: Int) -> ProgramLimits {
    ProgramLimits(clock: clock.map { $0 * Double(count) }, work: work * Double(count), rest: rest)
  }

  /// The limit that an answer has gone beyond.
  package enum Excess: Sendable, Hashable {
    case clock(Double)
    case work(Double)
    case rest(Double)
  }
}

/// Watches a program while it is waited for.
struct ProgramPatience {
  private let limits: ProgramLimits
  private let group: pid_t
  private let start = Self.now()
  /// When it was last looked at, and what its work was then.
  private var looked: (time: Double, work: Double)?
  private var startWork = 0.0
  private var idle = 0.0
  private var hasMoved = false

  /// How often it is looked at, in seconds: answers that come sooner cost nothing.
  private static let interval = 0.25

  init(_ limits: ProgramLimits, group: pid_t) {
    (self.limits, self.group) = (limits, group)
  }

  /// Milliseconds that may be waited before ``excess()`` is asked again.
  var milliseconds: Int32 {
    guard let clock = limits.clock else { return Int32(Self.interval * 1000) }
    return Int32(max(0, min(clock - (Self.now() - start), 60)) * 1000 + 1)
  }

  /// Notes that bytes came or went.
  mutating func noteMovement() { hasMoved = true }

  /// The limit that is exceeded by now.
  mutating func excess() -> ProgramLimits.Excess? {
    let now = Self.now()
    if let clock = limits.clock { return now - start >= clock ? .clock(clock) : nil }
    let elapsed = now - (looked?.time ?? start)
    if elapsed < Self.interval { return nil }
    guard let group = ProcessGroup(group) else {
      // No telling what it does: the clock must do.
      return now - start >= limits.rest ? .clock(limits.rest) : nil
    }
    defer {
      looked = (now, group.work)
      hasMoved = false
    }
    guard let looked else {
      startWork = group.work
      return nil
    }
    if group.work - startWork >= limits.work { return .work(limits.work) }
    if hasMoved || group.isBusy || group.work > looked.work {
      idle = 0
    } else {
      // Who was stopped himself has not seen it rest.
      idle += min(elapsed, Self.interval * 2)
    }
    return idle >= limits.rest ? .rest(limits.rest) : nil
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
