import Glibc

/// `newsconv-draw`, the program of this package that scales pictures and draws covers.
///
/// It is started when a picture is drawn and not before, so that its libraries cost nothing to
/// conversions without one. Where it is not installed, what it does is left undone and said.
package struct DrawingProgram: Sendable {
  /// The path of the program.
  package let path: String
  /// How long it may take, in seconds; it ends itself after 30 of work.
  var patience = 60

  /// Why something was not drawn, as the end of a sentence.
  package struct Failure: Error {
    /// The reason.
    package let reason: String

    package init(reason: String) {
      self.reason = reason
    }

    static let notInstalled = Failure(
      reason: "newsconv-draw, which scales pictures and draws covers, is not installed")
  }

  /// What is asked of it.
  package enum Task: Sendable {
    /// A picture that fits into a box.
    case image(width: Int, height: Int)
    /// A cover.
    case cover

    var arguments: [String] {
      switch self {
      case .image(let width, let height): ["image", String(width), String(height)]
      case .cover: ["cover"]
      }
    }
  }

  /// The program: what `NEWSCONV_DRAW` names, else the one beside the program that runs, among its
  /// libraries' programs, or on `PATH`.
  static let installed: DrawingProgram? = find()

  private static func find() -> DrawingProgram? {
    if let named = getenv("NEWSCONV_DRAW") {
      let path = String(cString: named)
      return access(path, X_OK) == 0 ? DrawingProgram(path: path) : nil
    }
    var folders: [String] = []
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    if count > 0 {
      let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if let slash = path.lastIndex(of: "/") {
        folders.append(String(path[..<slash]))
        folders.append(path[..<slash] + "/../libexec/newskit")
      }
    }
    if let path = getenv("PATH") {
      folders += String(cString: path).split(separator: ":").map(String.init)
    }
    for folder in folders {
      let path = folder + "/newsconv-draw"
      if access(path, X_OK) == 0 { return DrawingProgram(path: path) }
    }
    return nil
  }

  /// Has the installed program draw.
  package static func draw(_ task: Task, _ input: [UInt8]) throws(Failure) -> [UInt8] {
    guard let installed else { throw Failure.notInstalled }
    return try installed.draw(task, input)
  }

  /// Runs the program on an input.
  package func draw(_ task: Task, _ input: [UInt8]) throws(Failure) -> [UInt8] {
    // A pair of sockets rather than pipes: writing to a program that ended early is then an error
    // and no signal.
    var inputPair: [Int32] = [-1, -1]
    var outputPair: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &inputPair) == 0 else { throw Self.systemFailure() }
    guard socketpair(AF_UNIX, kind, 0, &outputPair) == 0 else {
      close(inputPair[0])
      close(inputPair[1])
      throw Self.systemFailure()
    }
    let child = spawn(task, input: inputPair[1], output: outputPair[1])
    close(inputPair[1])
    close(outputPair[1])
    defer { close(outputPair[0]) }
    guard let child else {
      close(inputPair[0])
      throw Self.systemFailure()
    }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(patience)
    // The program reads all before it writes: one after the other cannot block.
    let isSent = Self.send(input, to: inputPair[0], until: end)
    close(inputPair[0])
    let output = isSent ? Self.receive(from: outputPair[0], until: end) : nil
    if output == nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard let output else { throw Failure(reason: "newsconv-draw took too long") }
    // The low bits tell which signal ended it, the next byte what it said itself.
    switch (status & 0x7F, status >> 8 & 0xFF) {
    case (0, 0) where !output.isEmpty: return output
    case (0, 64): throw Failure(reason: "newsconv-draw was built without the library for it")
    case (0, _): throw Failure(reason: "newsconv-draw cannot read it")
    default: throw Failure(reason: "newsconv-draw broke down")
    }
  }

  private static func systemFailure() -> Failure {
    Failure(reason: "newsconv-draw cannot be started: \(String(cString: strerror(errno)))")
  }

  private func spawn(_ task: Task, input: Int32, output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    // What the libraries complain of is no matter of the user's.
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = ([path] + task.arguments).map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    guard posix_spawn(&child, path, &actions, nil, arguments, environ) == 0 else { return nil }
    return child
  }

  /// Waits until a socket is ready; whether it was in time.
  private static func wait(
    for events: Int32, on socket: Int32, until end: ContinuousClock.Instant
  ) -> Bool {
    while true {
      let left = ContinuousClock().now.duration(to: end).components
      guard left.seconds >= 0, left.attoseconds >= 0 else { return false }
      var request = pollfd(fd: socket, events: Int16(events), revents: 0)
      let milliseconds = min(left.seconds, 3600) * 1000 + left.attoseconds / 1_000_000_000_000_000
      let ready = poll(&request, 1, Int32(milliseconds + 1))
      if ready > 0 { return true }
      if ready < 0, errno != EINTR { return false }
    }
  }

  /// Sends bytes, as far as they are taken; whether that was in time.
  private static func send(
    _ bytes: [UInt8], to socket: Int32, until end: ContinuousClock.Instant
  ) -> Bool {
    var offset = 0
    while offset < bytes.count {
      guard wait(for: POLLOUT, on: socket, until: end) else { return false }
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          socket, $0.baseAddress.map { $0 + offset }, $0.count - offset,
          Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      // What ended early tells by its status why.
      if count <= 0 { return true }
      offset += count
    }
    return true
  }

  /// All that comes, or `nil` if that was not in time.
  private static func receive(
    from socket: Int32, until end: ContinuousClock.Instant
  ) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      guard wait(for: POLLIN, on: socket, until: end) else { return nil }
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, initialized in
        count = read(socket, buffer.baseAddress, buffer.count)
        initialized = max(0, count)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return bytes }
      bytes += chunk
    }
  }
}
