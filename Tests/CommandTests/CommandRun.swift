import Foundation

/// What a case did when it was run in a folder of its own.
struct CommandRun: Sendable {
  var stdout: String
  var stderr: String
  var files: [String]
  var status: Int32

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }
}

extension CommandRun {
  /// The folder of the built `newsconv`: that of the running tests, or what `NEWSKIT_PROGRAMS` names,
  /// where programs were built with a sanitizer.
  static let programs: URL = {
    if let named = ProcessInfo.processInfo.environment["NEWSKIT_PROGRAMS"] {
      return URL(filePath: named)
    }
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    return URL(filePath: own ?? CommandLine.arguments[0]).deletingLastPathComponent()
  }()

  /// How many seconds one case may take; a debug build on a busy machine is slow.
  static let patience = 120

  init(_ testCase: CommandCase) async throws {
    let manager = FileManager.default
    let place = manager.temporaryDirectory
      .appending(path: "newsconv-case-\(UUID().uuidString)").resolvingSymlinksInPath()
    let work = place.appending(path: "work")
    try manager.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: place) }

    var input = Data()
    for section in testCase.setup { try Self.prepare(section, in: work, stdin: &input) }
    try input.write(to: place.appending(path: "stdin"))
    let before = Set(Self.files(in: work))

    status = try await Self.run(testCase.script.joined(separator: "\n"), in: place)
    func captured(_ name: String) throws -> String {
      let bytes = try Data(contentsOf: place.appending(path: name))
      return String(decoding: bytes, as: UTF8.self)
        .replacingOccurrences(of: work.path, with: "{dir}")
    }
    stdout = try captured("stdout")
    stderr = try captured("stderr")
    files = Self.files(in: work).filter { !before.contains($0) }
  }

  private static func prepare(
    _ section: CommandCase.Section, in work: URL, stdin: inout Data
  ) throws {
    let words = section.words
    func file(_ bytes: Data) throws {
      let url = work.appending(path: words[1])
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: url)
    }
    switch (words[0], words.count) {
    case ("stdin", 1): stdin = Data(section.text.utf8)
    case ("file", 2): try file(Data(section.text.utf8))
    case ("repeat", 3):
      guard let count = Int(words[2]) else { throw Failure(description: "repeat NAME COUNT") }
      let text = section.text.hasSuffix("\n") ? String(section.text.dropLast()) : section.text
      try file(Data(String(repeating: text, count: count).utf8))
    case ("hex", 2):
      let digits = section.text.filter(\.isHexDigit)
      let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap { offset in
        let start = digits.index(digits.startIndex, offsetBy: offset)
        return UInt8(digits[start..<digits.index(start, offsetBy: 2)], radix: 16)
      }
      try file(Data(bytes))
    case ("example", 3):
      let source = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Examples/\(words[2])").standardized
      let target = work.appending(path: words[1])
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: source, to: target)
    case ("directory", 2):
      try FileManager.default.createDirectory(
        at: work.appending(path: words[1]), withIntermediateDirectories: true)
    default: throw Failure(description: "cannot prepare: \(words)")
    }
  }

  /// Regular files below a folder, as paths relative to it, in order.
  private static func files(in folder: URL) -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { path in
      var isDirectory: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: folder.appending(path: path).path, isDirectory: &isDirectory)
      return !isDirectory.boolValue
    }.sorted()
  }

  /// Runs a shell script in `place/work`, its streams being files in `place`.
  private static func run(_ script: String, in place: URL) async throws -> Int32 {
    let process = Process()
    // timeout(1) ends what the script has started, too.
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = ["-k", "5", "\(patience)", "/bin/sh", "-c", script]
    process.currentDirectoryURL = place.appending(path: "work")
    process.environment = [
      "PATH": programs.path + ":"
        + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"),
      "HOME": place.path, "TMPDIR": place.path, "LC_ALL": "C.UTF-8", "TZ": "UTC", "COLUMNS": "80",
    ]
    // So that a sanitizer takes its options.
    process.environment?["ASAN_OPTIONS"] = ProcessInfo.processInfo.environment["ASAN_OPTIONS"]
    for name in ["stdout", "stderr"] {
      try Data().write(to: place.appending(path: name))
    }
    process.standardInput = try FileHandle(forReadingFrom: place.appending(path: "stdin"))
    process.standardOutput = try FileHandle(forWritingTo: place.appending(path: "stdout"))
    process.standardError = try FileHandle(forWritingTo: place.appending(path: "stderr"))
    try process.run()
    while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
    if process.terminationStatus == 124 {
      throw Failure(description: "still running after \(patience) seconds: \(script)")
    }
    guard process.terminationReason == .exit else {
      throw Failure(description: "ended by signal \(process.terminationStatus): \(script)")
    }
    return process.terminationStatus
  }
}
