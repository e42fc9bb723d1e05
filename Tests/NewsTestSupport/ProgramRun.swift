public import Foundation

/// A program that a test ran to its end.
public struct ProgramRun: Sendable {
  /// Its exit status; 127 if it is not there.
  public var status: Int32
  /// What it printed, on standard error too unless that was left alone.
  public var output: String

  /// Runs a program that is found as a shell finds it.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments.
  ///   - environment: what is set besides the test's own environment.
  ///   - input: a file for standard input. Not bytes: of two pipes each could wait for the other.
  ///   - takesErrors: whether ``output`` has what goes to standard error.
  public init(
    _ command: [String], environment: [String: String] = [:], input: URL? = nil,
    takesErrors: Bool = true
  ) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let input { process.standardInput = try FileHandle(forReadingFrom: input) }
    let pipe = Pipe()
    process.standardOutput = pipe
    if takesErrors { process.standardError = pipe }
    try process.run()
    let printed = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: printed, as: UTF8.self)
  }

  /// What a program prints that must succeed.
  public static func output(
    of command: [String], environment: [String: String] = [:], input: URL? = nil,
    takesErrors: Bool = true
  ) throws -> String {
    let run = try ProgramRun(
      command, environment: environment, input: input, takesErrors: takesErrors)
    guard run.status == 0 else { throw Failure(command: command, run: run) }
    return run.output
  }

  /// A program that failed.
  public struct Failure: Error, CustomStringConvertible {
    var command: [String]
    var run: ProgramRun

    /// The command, its status and what it printed.
    public var description: String {
      "status \(run.status) of \(command.joined(separator: " ")): \(run.output)"
    }
  }
}
