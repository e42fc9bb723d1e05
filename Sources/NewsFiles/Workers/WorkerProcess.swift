internal import CFaults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A child process that answers requests, one after the other, over a socket.
///
/// Requests and answers are frames: eight bytes with the length, the highest bit of an answer's set
/// where the process ends after it, then the bytes.
final class WorkerProcess {
  /// What a worker may take for one request.
  struct Allowance {
    /// Seconds of the processor.
    var processorSeconds: Double
    /// What it may have grown to, in bytes, before it ends after an answer: memory that a large
    /// request took does not stay.
    var residentBytes: Int
  }

  let process: pid_t
  let descriptor: Int32
  /// How much of what changes was known when it was started.
  let generation: Int
  /// The numbers of the requests it has, in order.
  var inFlight: [Int] = []
  /// When it began the first of them, by the clock.
  var began = 0.0
  /// What it was ended for.
  var hasTimedOut = false
  /// Whether it ends after the answers it has given.
  private(set) var isRetiring = false
  /// What is yet to be sent, in pieces that are not copied together.
  private var toSend: [ArraySlice<UInt8>] = []
  private var received: [UInt8] = []

  /// Starts one; `nil` where the system refuses. Called while there is no other thread.
  ///
  /// - Parameters:
  ///   - others: descriptors of other workers, which the child may not hold open.
  ///   - work: makes the answer of a request, in the child.
  init?(
    generation: Int, others: [Int32], allowance: Allowance, work: ([UInt8]) -> [UInt8]
  ) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = faults_fork()
    if child == 0 {
      close(ends[0])
      for other in others { close(other) }
      Self.serve(ends[1], allowance, work)
    }
    close(ends[1])
    guard child > 0 else {
      close(ends[0])
      return nil
    }
    _ = fcntl(ends[0], F_SETFL, fcntl(ends[0], F_GETFL) | O_NONBLOCK)
    (process, descriptor, self.generation) = (child, ends[0], generation)
  }

  deinit { close(descriptor) }

  // MARK: In the parent

  /// Whether bytes wait to be sent.
  var hasToSend: Bool { !toSend.isEmpty }

  /// Sends a request, as far as it goes now.
  func send(_ request: [UInt8]) {
    toSend += [Self.header(request.count, isLast: false)[...], request[...]]
    flush()
  }

  /// Sends what waits, without waiting.
  func flush() {
    var sent = 0
    defer { toSend.removeFirst(sent) }
    while sent < toSend.count {
      let count = toSend[sent].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        // What has ended shows when it is read from.
        if errno != EAGAIN { sent = toSend.count }
        return
      }
      toSend[sent].removeFirst(count)
      if toSend[sent].isEmpty { sent += 1 }
    }
  }

  /// Takes what is there; whether the process has ended.
  func receive() -> Bool {
    while true {
      var count = 0
      let portion = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
        count = SystemCalls.read(descriptor, buffer.baseAddress, buffer.count)
        initialized = max(0, count)
      }
      if count > 0 {
        received += portion
        if count < 1 << 16 { return false }
      } else if count < 0, errno == EINTR {
        continue
      } else {
        return count == 0 || errno != EAGAIN
      }
    }
  }

  /// The next answer that was received whole.
  func nextAnswer() -> [UInt8]? {
    guard received.count >= 8 else { return nil }
    let (length, isLast) = Self.length(received.prefix(8))
    guard received.count - 8 >= length else { return nil }
    let answer = Array(received[8..<(8 + length)])
    received.removeFirst(8 + length)
    if isLast { isRetiring = true }
    return answer
  }

  /// Ends it at once.
  func end() { kill(process, SIGKILL) }

  /// Waits for its end; the signal that ended it, 0 where it ended by itself.
  func wait() -> Int32 { faults_wait(process) }

  // MARK: In the child

  private static func serve(
    _ descriptor: Int32, _ allowance: Allowance, _ work: ([UInt8]) -> [UInt8]
  ) -> Never {
    for number in [SIGHUP, SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    let nothing = open("/dev/null", O_RDWR)
    if nothing >= 0 {
      dup2(nothing, STDIN_FILENO)
      dup2(nothing, STDOUT_FILENO)
      close(nothing)
    }
    while let header = read(8, from: descriptor),
      let request = read(length(header[...]).length, from: descriptor)
    {
      setTimer(allowance.processorSeconds)
      let answer = work(request)
      setTimer(0)
      let isLast = largestResidentBytes > allowance.residentBytes
      guard put(self.header(answer.count, isLast: isLast) + answer, to: descriptor), !isLast else {
        break
      }
    }
    _exit(0)
  }

  /// Has the process end by SIGPROF when it has taken so much of the processor's time.
  private static func setTimer(_ seconds: Double) {
    var timer = itimerval()
    timer.it_value.tv_sec = Int(seconds)
    timer.it_value.tv_usec = .init((seconds - seconds.rounded(.down)) * 1_000_000)
    #if canImport(Glibc)
      setitimer(__itimer_which_t(2), &timer, nil)
    #else
      setitimer(ITIMER_PROF, &timer, nil)
    #endif
  }

  private static var largestResidentBytes: Int {
    var usage = rusage()
    #if canImport(Glibc)
      guard getrusage(Int32(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
      return usage.ru_maxrss * 1024
    #else
      guard getrusage(RUSAGE_SELF, &usage) == 0 else { return 0 }
      return usage.ru_maxrss
    #endif
  }

  private static func read(_ count: Int, from descriptor: Int32) -> [UInt8]? {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while initialized < count {
        let got = SystemCalls.read(
          descriptor, buffer.baseAddress?.advanced(by: initialized), count - initialized)
        if got < 0, errno == EINTR { continue }
        if got <= 0 {
          isWhole = false
          return
        }
        initialized += got
      }
    }
    return isWhole ? bytes : nil
  }

  private static func put(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return true
    }
  }

  // MARK: Frames

  private static func header(_ length: Int, isLast: Bool) -> [UInt8] {
    let word = UInt64(length) | (isLast ? 1 << 63 : 0)
    return (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
  }

  private static func length(_ header: ArraySlice<UInt8>) -> (length: Int, isLast: Bool) {
    let word = header.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return (Int(word & ~(1 << 63)), word >> 63 == 1)
  }
}

/// The system's calls, beside methods of the same names.
private enum SystemCalls {
  static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }
}
