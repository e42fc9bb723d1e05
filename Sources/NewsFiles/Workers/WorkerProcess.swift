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

  /// How much is read at once.
  private static let portion = 1 << 16

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
    let header = Self.header(request.count, isLast: false)
    // The process wakes when the first bytes are there: those of a small request come together.
    if request.count < Self.portion {
      toSend.append((header + request)[...])
    } else {
      toSend += [header[...], request[...]]
    }
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
      let portion = [UInt8](unsafeUninitializedCapacity: Self.portion) { buffer, initialized in
        count = SystemCalls.read(descriptor, buffer.baseAddress, buffer.count)
        initialized = max(0, count)
      }
      if count > 0 {
        received += portion
        if count < Self.portion { return false }
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
    var requests = Requests(descriptor)
    while let request = requests.next() {
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

  /// The requests as they come, several at once where they are small.
  private struct Requests {
    private let descriptor: Int32
    /// What was read and not handed on.
    private var ahead: ArraySlice<UInt8> = []

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    mutating func next() -> [UInt8]? {
      guard let header = take(8) else { return nil }
      return take(length(header[...]).length)
    }

    private mutating func take(_ count: Int) -> [UInt8]? {
      while ahead.count < count, count < portion {
        var got = 0
        let more = [UInt8](unsafeUninitializedCapacity: portion) { buffer, initialized in
          got = read(into: buffer.baseAddress, atMost: portion)
          initialized = got
        }
        if got == 0 { return nil }
        ahead = ahead.isEmpty ? more[...] : ahead + more
      }
      let known = ahead.prefix(count)
      ahead = ahead.dropFirst(count)
      if known.count == count { return Array(known) }
      // A long one goes straight to where it stays.
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        _ = buffer.initialize(from: known)
        initialized = known.count
        while initialized < count {
          let got = read(
            into: buffer.baseAddress?.advanced(by: initialized), atMost: count - initialized)
          if got == 0 { return }
          initialized += got
        }
      }
      return bytes.count == count ? bytes : nil
    }

    /// Waits for bytes; none at the end.
    private func read(into buffer: UnsafeMutableRawPointer?, atMost count: Int) -> Int {
      while true {
        let got = SystemCalls.read(descriptor, buffer, count)
        if got >= 0 || errno != EINTR { return max(0, got) }
      }
    }
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
