import Foundation
import NewsFiles
import Testing
@testable import NewsImages

/// What comes of a program that draws when it does not do what it should.
@Suite struct DrawingProgramTests {
  /// A shell script in place of the program.
  private func run(_ script: String, limits: ProgramLimits = ProgramLimits(), input: Int = 10)
    throws -> String
  {
    let file = FileManager.default.temporaryDirectory.appending(path: "draw-\(UUID().uuidString)")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    do throws(DrawingProgram.Failure) {
      let bytes = try DrawingProgram(path: file.path, limits: limits)
        .draw(.cover(), [UInt8](repeating: 1, count: input))
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      // Another test forked while the script was being written: that holds it open for a moment.
      if error.reason.contains("busy") {
        return try run(script, limits: limits, input: input)
      }
      return "! " + error.reason
    }
  }

  @Test(arguments: [
    ("cat > /dev/null; printf done", "done"),
    ("printf early", "early"),
    ("cat > /dev/null", "! newsconv-draw cannot read it"),
    ("exit 1", "! newsconv-draw cannot read it"),
    ("exit 64", "! newsconv-draw was built without the library for it"),
    ("kill -SEGV $$", "! newsconv-draw broke down"),
    ("printf half; kill -KILL $$", "! newsconv-draw broke down"),
  ])
  func ends(_ script: String, _ expected: String) throws {
    #expect(try run(script) == expected)
    // More than sockets hold.
    #expect(try run(script, input: 3 << 20) == expected)
  }

  @Test(arguments: [
    "exec sleep 100", "cat > /dev/null; exec sleep 100", "printf half; exec sleep 100",
    "trap '' TERM; exec sleep 100",
  ])
  func isNotWaitedForWithoutEnd(_ script: String) throws {
    let limits = ProgramLimits(rest: 1)
    #expect(try run(script, limits: limits, input: 3 << 20) == "! newsconv-draw took too long")
  }

  @Test(arguments: ["while :; do :; done", "(while :; do :; done) & wait"])
  func mayWorkForSoLong(_ script: String) throws {
    let limits = ProgramLimits(work: 0.3)
    #expect(try run(script, limits: limits) == "! newsconv-draw took too long")
  }

  @Test func isNotThere() {
    #expect(throws: DrawingProgram.Failure.self) {
      try DrawingProgram(path: "/nowhere/newsconv-draw").draw(.cover(), [1])
    }
  }
}
