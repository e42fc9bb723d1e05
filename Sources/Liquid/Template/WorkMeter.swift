#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How much work one rendering has done.
///
/// Counted in steps of some tens of nanoseconds, so that a limit on them is one on time that does not
/// depend on the machine: the same template ends at the same place everywhere. Only what the count
/// misses is ended by the processor's clock.
final class WorkMeter {
  private(set) var steps = 0
  private let limits: LiquidLimits
  /// The steps at which the clock is looked at next.
  private var nextLook = WorkMeter.betweenLooks
  /// When the thread had worked so long that the rendering must end; `nil` before the first look.
  private var deadline: Double?

  private static let betweenLooks = 1 << 18

  init(limits: LiquidLimits) { self.limits = limits }

  /// Counts work; never traps, whatever it is given.
  @inline(__always) func add(_ more: Int) { steps = steps.addingSaturated(max(more, 0)) }

  /// Counts the making or reading of so many bytes.
  @inline(__always) func add(bytes count: Int) { add(count >> 3) }

  /// What has been too much, if anything has.
  func exhaustion() -> LiquidError? {
    if steps > limits.steps {
      return LiquidError(.limit, "the template takes more than \(limits.steps) steps")
    }
    if steps >= nextLook { return lateness() }
    return nil
  }

  private func lateness() -> LiquidError? {
    nextLook = steps.addingSaturated(Self.betweenLooks)
    let now = Self.processorSeconds()
    guard let deadline else {
      self.deadline = now + limits.processorSeconds
      return nil
    }
    guard now > deadline else { return nil }
    return LiquidError(
      .time, "the template takes more than \(limits.processorSeconds) seconds of the processor")
  }

  /// How long this thread has worked, waiting for others not counted.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
