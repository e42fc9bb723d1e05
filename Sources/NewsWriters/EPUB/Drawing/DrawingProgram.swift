import Glibc

/// `newsconv-draw`, the program of this package that scales pictures and draws covers.
///
/// It is started when a picture is drawn and not before, so that its libraries cost nothing to
/// conversions without one. Where it is not installed, what it does is left undone and said.
struct DrawingProgram: Sendable {
  /// The path of the program.
  let path: String

  /// What is asked of it.
  enum Task: Sendable {
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

  /// The program, beside the one that runs, among its libraries' programs, or on `PATH`.
  static let installed: DrawingProgram? = find()

  private static func find() -> DrawingProgram? {
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

  /// Runs the program on an input; `nil` if it could not draw.
  func draw(_ task: Task, _ input: [UInt8]) -> [UInt8]? {
    // A pair of sockets rather than pipes: writing to a program that ended early is then an error
    // and no signal.
    var inputPair: [Int32] = [-1, -1]
    var outputPair: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &inputPair) == 0 else { return nil }
    guard socketpair(AF_UNIX, kind, 0, &outputPair) == 0 else {
      close(inputPair[0])
      close(inputPair[1])
      return nil
    }
    let child = spawn(task, input: inputPair[1], output: outputPair[1])
    close(inputPair[1])
    close(outputPair[1])
    defer {
      close(outputPair[0])
    }
    guard let child else {
      close(inputPair[0])
      return nil
    }
    // The program reads all before it writes: one after the other cannot block.
    Self.send(input, to: inputPair[0])
    close(inputPair[0])
    let output = Self.receive(from: outputPair[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    // The low bits tell how it ended: all zero for an exit with status 0.
    return status == 0 && !output.isEmpty ? output : nil
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

  private static func send(_ bytes: [UInt8], to socket: Int32) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          socket, $0.baseAddress.map { $0 + offset }, $0.count - offset, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      offset += count
    }
  }

  private static func receive(from socket: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
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
