internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What must not outlive the process when it is interrupted: named temporary files and folders, and
/// programs that it has started.
///
/// SIGHUP, SIGINT and SIGTERM are only taken over when there is such a thing, by a thread that waits
/// for them (nothing but waiting is safe in a handler), removes the files, ends the programs and lets
/// the signal go on.
enum Interruption {
  private struct State: Sendable {
    var paths: Set<String> = []
    var groups: Set<pid_t> = []
    var folders: Set<String> = []
    var isWatching = false
  }

  private static let state = LockedValue(State())

  static func remember(_ path: String) { remember { $0.paths.insert(path) } }

  static func forget(_ path: String) {
    state.withLock { _ = $0.paths.remove(path) }
  }

  /// Has a folder removed, with all that is in it, when the process is interrupted.
  static func remember(folder: String) { remember { $0.folders.insert(folder) } }

  static func forget(folder: String) {
    state.withLock { _ = $0.folders.remove(folder) }
  }

  /// Has a process group ended with the process.
  static func remember(group: pid_t) { remember { $0.groups.insert(group) } }

  static func forget(group: pid_t) {
    state.withLock { _ = $0.groups.remove(group) }
  }

  private static func remember<Value>(_ add: (inout State) -> Value) {
    let starts = state.withLock { state in
      _ = add(&state)
      defer { state.isWatching = true }
      return !state.isWatching
    }
    if starts { watch() }
  }

  private static func watch() {
    // A handler that writes the signal's number into a pipe: the only thing it does.
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    SignalPipe.descriptor.store(ends[1], ordering: .sequentiallyConsistent)
    for number in [SIGHUP, SIGINT, SIGTERM] {
      var action = sigaction()
      // One that is ignored, as by nohup(1), or handled by an app stays as it is.
      var before = sigaction()
      sigaction(number, nil, &before)
      #if canImport(Glibc)
        if before.__sigaction_handler.sa_handler != nil { continue }
        action.__sigaction_handler.sa_handler = { SignalPipe.tell($0) }
      #else
        action.__sigaction_u.__sa_handler = { SignalPipe.tell($0) }
      #endif
      sigaction(number, &action, nil)
    }
    let reading = ends[0]
    _ = Thread { endAllWhenTold(reading) }
  }

  private static func endAllWhenTold(_ descriptor: Int32) {
    var number: UInt8 = 0
    while read(descriptor, &number, 1) != 1 { if errno != EINTR { return } }
    // Keep the lock: nothing new may begin any more.
    state.withLock { state in
      for path in state.paths { unlink(path) }
      for group in state.groups { kill(-group, SIGKILL) }
      for folder in state.folders { TemporaryFolder.remove(folder) }
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
