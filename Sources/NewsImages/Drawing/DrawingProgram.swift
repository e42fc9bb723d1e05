import Glibc
package import NewsFiles

/// `newsconv-draw`, the program of this package that scales pictures and draws covers.
///
/// It is started when a picture is drawn and not before, so that its libraries cost nothing to
/// conversions without one. Where it is not installed, what it does is left undone and said.
package struct DrawingProgram: Sendable {
  /// The path of the program.
  package let path: String
  /// How long it may take: it ends itself after 30 seconds of work.
  package var limits = ProgramLimits(work: 60, rest: 60)

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
    /// A picture that fits into a box, in colour or in greys; the quality is that of JPEG.
    case image(width: Int, height: Int, isGrey: Bool = false, quality: Int = 85)
    /// A cover of that size, in colour or in greys.
    case cover(width: Int = 1600, height: Int = 2560, isGrey: Bool = false)

    var arguments: [String] {
      switch self {
      case .image(let width, let height, let isGrey, let quality):
        ["image", String(width), String(height), isGrey ? "grey" : "colour", String(quality)]
      case .cover(let width, let height, let isGrey):
        ["cover", String(width), String(height), isGrey ? "grey" : "colour"]
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
    let output: [UInt8]
    do throws(RunningProgram.Failure) {
      // What the libraries complain of is no matter of the user's.
      let program = try RunningProgram(path, arguments: task.arguments, isSilent: true)
      output = try program.output(of: input, limits: limits, mostBytes: Self.mostBytes)
    } catch {
      switch error {
      case .cannotStart(let reason):
        throw Failure(reason: "newsconv-draw cannot be started: \(reason)")
      case .tookTooLong, .ended(status: -SIGXCPU):
        throw Failure(reason: "newsconv-draw took too long")
      case .saidTooMuch, .ended(status: ..<0): throw Failure(reason: "newsconv-draw broke down")
      case .ended(status: 64):
        throw Failure(reason: "newsconv-draw was built without the library for it")
      case .ended(status: 65):
        throw Failure(reason: "no font of this machine has all its characters")
      case .ended: throw Failure(reason: "newsconv-draw cannot read it")
      }
    }
    if output.isEmpty { throw Failure(reason: "newsconv-draw cannot read it") }
    return output
  }

  /// More than any picture has that it draws.
  private static let mostBytes = 256 << 20
}
