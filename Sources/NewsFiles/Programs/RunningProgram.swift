internal import NewsModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A program that was started and is talked to through its standard input and output.
///
/// Both ends are waited on at once, so that neither a program that answers before it has read all
/// nor one that reads all before it answers can block. Sockets rather than pipes: writing to a
/// program that ended is then an error and no signal. What it prints on standard error goes where
/// ours goes.
///
/// It leads a process group of its own, which is ended whole: what it has started does not outlive
/// it. Signals that are ignored here (SIGPIPE) mean to it what they mean to a program that a shell
/// starts.
package final class RunningProgram {
  /// Why a program did not answer.
  package enum Failure: Error {
    /// The system's words why it cannot be started.
    case cannotStart(String)
    /// It took more than it may.
    case tookTooLong(ProgramLimits.Excess)
    /// It ended before it answered; its status, negative for a signal.
    case ended(status: Int32)
    /// It answered more than it may.
    case saidTooMuch
  }

  private var child: pid_t
  private var input: Int32
  private let output: Int32
  private var received: [UInt8] = []

  /// Starts a program.
  ///
  /// - Parameter isSilent: whether what it prints on standard error is dropped.
  package init(
    _ path: String, arguments: [String], environment: [(String, String)] = [],
    isSilent: Bool = false
  ) throws(Failure) {
    guard let inputs = Self.socketPair() else { throw .cannotStart(systemMessage(errno)) }
    guard let outputs = Self.socketPair() else {
      let message = systemMessage(errno)
      for end in [inputs.0, inputs.1] { close(end) }
      throw .cannotStart(message)
    }
    input = inputs.0
    output = outputs.0
    let started = Self.spawn(
      path, arguments, environment, input: inputs.1, output: outputs.1, isSilent: isSilent)
    close(inputs.1)
    close(outputs.1)
    switch started {
    case .success(let child):
      self.child = child
      Interruption.remember(group: child)
    case .failure(let failure):
      child = 0
      input = -1
      close(inputs.0)
      throw failure
    }
  }

  deinit {
    end()
    close(output)
  }

  /// Sends a line and waits for one in return, without its end.
  package func answer(
    to line: [UInt8], limits: ProgramLimits, mostBytes: Int
  ) throws(Failure) -> [UInt8] {
    try exchange(line + [0x0A], limits, mostBytes, until: .line)
    guard let end = received.firstIndex(of: 0x0A) else { return [] }
    let answer = Array(received[..<end])
    received.removeSubrange(...end)
    return answer
  }

  /// Sends some bytes and the end, and waits until all is there and the program has ended.
  ///
  /// As for a shell that takes a program's output, the end comes when nobody holds the output open
  /// any more.
  package func output(
    of bytes: [UInt8], limits: ProgramLimits, mostBytes: Int
  ) throws(Failure) -> [UInt8] {
    try exchange(bytes, limits, mostBytes, until: .end)
    var patience = ProgramPatience(limits, group: child)
    while !hasEnded {
      if let excess = patience.excess() {
        kill()
        throw .tookTooLong(excess)
      }
      usleep(2000)
    }
    let status = wait()
    if status != 0 { throw .ended(status: status) }
    return received
  }

  /// Ends the program: nothing more comes, which lets it end by itself; one that rests instead is
  /// killed.
  package func end() {
    guard child > 0 else { return }
    closeInput()
    var patience = ProgramPatience(ProgramLimits(work: 10, rest: 2), group: child)
    while !hasEnded, patience.excess() == nil { usleep(2000) }
    kill()
  }

  /// Ends the program and what it has started at once.
  package func kill() {
    guard child > 0 else { return }
    endGroup()
    closeInput()
    _ = wait()
  }

  // MARK: Talking

  private enum Goal { case line, end }

  private func exchange(
    _ bytes: [UInt8], _ limits: ProgramLimits, _ mostBytes: Int, until goal: Goal
  ) throws(Failure) {
    var patience = ProgramPatience(limits, group: child)
    var sent = 0
    var searched = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    if goal == .end, bytes.isEmpty { closeInput() }
    while true {
      if goal == .line {
        if received[searched...].contains(0x0A) { return }
        searched = received.count
      }
      if let excess = patience.excess() {
        kill()
        throw .tookTooLong(excess)
      }
      let isSending = input >= 0 && sent < bytes.count
      var waiting = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
      if isSending { waiting.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
      let ready = poll(&waiting, nfds_t(waiting.count), patience.milliseconds)
      if ready <= 0 { continue }
      patience.noteMovement()
      if isSending, waiting[1].revents != 0 {
        let count = send(bytes, from: sent)
        // A program that reads no more may still have something to say.
        if count < 0 { closeInput() } else { sent += count }
        if goal == .end, sent == bytes.count { closeInput() }
      }
      guard waiting[0].revents != 0 else { continue }
      let count = read(output, &chunk, chunk.count)
      if count > 0 {
        if received.count + count > mostBytes {
          kill()
          throw .saidTooMuch
        }
        received += chunk[..<count]
      } else if count == 0 || errno != EINTR && errno != EAGAIN {
        if goal == .end { return }
        throw .ended(status: wait())
      }
    }
  }

  /// How much was sent: 0 where it must be tried again, negative where nobody reads.
  private func send(_ bytes: [UInt8], from offset: Int) -> Int {
    #if canImport(Glibc)
      let flags = Int32(MSG_NOSIGNAL | MSG_DONTWAIT)
    #else
      let flags = MSG_DONTWAIT
    #endif
    let count = bytes.withUnsafeBytes { buffer in
      let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
      #if canImport(Glibc)
        return Glibc.send(input, rest.baseAddress, rest.count, flags)
      #else
        return Darwin.send(input, rest.baseAddress, rest.count, flags)
      #endif
    }
    if count >= 0 { return count }
    return errno == EINTR || errno == EAGAIN ? 0 : -1
  }

  private func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Whether the program has ended; it stays to be waited for, so that its number is not given to
  /// another.
  private var hasEnded: Bool {
    var info = siginfo_t()
    let options = WEXITED | WNOHANG | WNOWAIT
    return waitid(P_PID, id_t(child), &info, options) != 0 || info.si_signo != 0
  }

  private func endGroup() {
    #if canImport(Glibc)
      _ = Glibc.kill(-child, SIGKILL)
    #else
      _ = Darwin.kill(-child, SIGKILL)
    #endif
  }

  /// Waits for the end; the exit status, or the signal's number below zero.
  private func wait() -> Int32 {
    guard child > 0 else { return 0 }
    var info = siginfo_t()
    while waitid(P_PID, id_t(child), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
    // What it has left behind ends with it. Its number is still its own.
    endGroup()
    Interruption.forget(group: child)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    child = 0
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }

  // MARK: Starting

  private static func socketPair() -> (Int32, Int32)? {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    #if !canImport(Glibc)
      var on: Int32 = 1
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        setsockopt(end, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
      }
    #endif
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [(String, String)], input: Int32,
    output: Int32, isSilent: Bool
  ) -> Result<pid_t, Failure> {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else {
      return .failure(.cannotStart(systemMessage(errno)))
    }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    if isSilent {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    #if canImport(Glibc)
      var attributes = posix_spawnattr_t()
    #else
      var attributes: posix_spawnattr_t?
    #endif
    guard posix_spawnattr_init(&attributes) == 0 else {
      return .failure(.cannotStart(systemMessage(errno)))
    }
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in [SIGPIPE, SIGXFSZ] { sigaddset(&defaults, number) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    let own = Set(environment.map(\.0))
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup($0.0 + "=" + $0.1) }
    var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    while let entry = next, let pointer = entry.pointee {
      let variable = String(cString: pointer)
      if !own.contains(String(variable.prefix { $0 != "=" })) { variables.append(strdup(variable)) }
      next = entry + 1
    }
    variables.append(nil)
    defer { for pointer in words + variables { free(pointer) } }
    var child: pid_t = 0
    let status = posix_spawn(&child, path, &actions, &attributes, &words, &variables)
    if status == 0 { return .success(child) }
    return .failure(.cannotStart(systemMessage(status)))
  }
}
