internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Named temporary files that exist just now, removed when the process is interrupted.
///
/// SIGINT and SIGTERM are only taken over while there is such a file, by a thread that waits for
/// them (nothing but waiting is safe in a handler), removes the files and lets the signal go on.
enum InterruptedFiles {
  private struct State {
    var paths: Set<String> = []
    var isWatching = false
  }

  private static let state = Mutex(State())

  static func remember(_ path: String) {
    let starts = state.withLock { state in
      state.paths.insert(path)
      defer { state.isWatching = true }
      return !state.isWatching
    }
    if starts { watch() }
  }

  static func forget(_ path: String) {
    state.withLock { _ = $0.paths.remove(path) }
  }

  private static func watch() {
    // A handler that writes the signal's number into a pipe: the only thing it does.
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    SignalPipe.descriptor.store(ends[1], ordering: .sequentiallyConsistent)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      #if canImport(Glibc)
        action.__sigaction_handler.sa_handler = { SignalPipe.tell($0) }
      #else
        action.__sigaction_u.__sa_handler = { SignalPipe.tell($0) }
      #endif
      sigaction(number, &action, nil)
    }
    let reading = ends[0]
    _ = Thread { removeAllWhenTold(reading) }
  }

  private static func removeAllWhenTold(_ descriptor: Int32) {
    var number: UInt8 = 0
    while read(descriptor, &number, 1) != 1 { if errno != EINTR { return } }
    // Keep the lock: no new file may be named any more.
    state.withLock { state in
      for path in state.paths { unlink(path) }
      signal(Int32(number), SIG_DFL)
      kill(getpid(), Int32(number))
      pause()
    }
  }
}

/// Where the signal handler writes.
private enum SignalPipe {
  static let descriptor = Atomic<Int32>(-1)

  static func tell(_ number: Int32) {
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(descriptor.load(ordering: .sequentiallyConsistent), &byte, 1)
  }
}
