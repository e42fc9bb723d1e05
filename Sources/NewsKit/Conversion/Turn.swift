internal import NewsFiles

/// The turn of one piece of work at a turnstile: waited for once, and given on in any case.
final class Turn {
  private let turnstile: Turnstile
  private let number: Int
  private var hasBegun = false
  private var hasEnded = false

  init(_ turnstile: Turnstile, _ number: Int) {
    self.turnstile = turnstile
    self.number = number
  }

  /// Waits until all before have ended theirs.
  func begin() {
    if !hasBegun { turnstile.wait(for: number) }
    hasBegun = true
  }

  /// Lets the next one begin.
  func end() {
    if hasEnded { return }
    begin()
    hasEnded = true
    turnstile.advance(past: number)
  }
}
