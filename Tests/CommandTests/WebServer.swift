import Foundation

/// The tests' own server, in a process of its own that leaves what started it (its `detach`).
final class WebServer: Sendable {
  let port: Int
  private let address: String
  private let certificate: String?
  private let process: Process
  private let input: Pipe

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private init(certificate: String?, key: String?) throws {
    process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../WebServer/server.py").standardized.path
    var arguments = ["python3", script]
    if let certificate, let key { arguments += ["--tls", certificate, key] }
    process.arguments = arguments
    input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      let byte = output.fileHandleForReading.readData(ofLength: 1)
      if byte.isEmpty { throw Failure(description: "the server does not start") }
      line += byte
    }
    guard let port = Int(String(decoding: line.dropLast(), as: UTF8.self)) else {
      throw Failure(description: "the server says no port")
    }
    self.port = port
    self.certificate = certificate
    address = "\(certificate == nil ? "http" : "https")://127.0.0.1:\(port)"
  }

  /// Ends the server.
  func stop() { try? input.fileHandleForWriting.close() }

  private static let isPossible: Bool = {
    let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin"]
    let hasPython = path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/python3")
    }
    if !hasPython { print("skipped: what is fetched; 'make test' installs python3") }
    return hasPython
  }()

  private static let one = Result { isPossible ? try WebServer(certificate: nil, key: nil) : nil }

  /// A server for all tests that ask nothing of its log; `nil` without Python.
  static func shared() throws -> WebServer? { try one.get() }

  /// A server of one's own; `nil` without Python, or without openssl where one with TLS is wanted.
  static func own(isSecure: Bool = false) throws -> WebServer? {
    guard isPossible else { return nil }
    guard isSecure else { return try WebServer(certificate: nil, key: nil) }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "newsconv-tls-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let (certificate, key) = (folder + "/certificate.pem", folder + "/key.pem")
    let openssl = Process()
    openssl.executableURL = URL(filePath: "/usr/bin/env")
    openssl.arguments = [
      "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key,
      "-out", certificate, "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
    ]
    openssl.standardError = FileHandle.nullDevice
    openssl.standardOutput = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
    guard openssl.terminationStatus == 0 else {
      print("skipped: certificates, which need openssl")
      return nil
    }
    return try WebServer(certificate: certificate, key: key)
  }

  /// A text with the server's address and port in it.
  func filled(_ text: String) -> String {
    text.replacingOccurrences(of: "$B", with: address)
      .replacingOccurrences(of: "$P", with: String(port))
  }

  /// Runs a script in a folder of its own, with a cache of its own.
  func run(_ script: String) async throws -> CommandRun {
    var test = CommandCase(name: "web")
    test.script = [
      "export B=\(address) P=\(port) CERTIFICATE=\(certificate ?? "")",
      "export XDG_CACHE_HOME=$PWD/cache HOME=$PWD no_proxy='*'", script,
    ]
    return try await CommandRun(test)
  }

  /// What was asked of it.
  struct Log {
    struct Request {
      var path: String
      var fields: [String: String]
    }
    var requests: [Request] = []
    var most: [String: Int] = [:]

    /// What was answered to the requests for a path, by what they said.
    func answers(to path: String) -> [String] {
      requests.filter { $0.path == path }.map { request in
        request.fields["If-None-Match"] != nil || request.fields["If-Modified-Since"] != nil
          ? "304" : "200"
      }
    }
  }

  /// What was asked of it so far.
  func log() throws -> Log {
    guard let url = URL(string: address + "/log") else { return Log() }
    let curl = Process()
    let output = Pipe()
    curl.executableURL = URL(filePath: "/usr/bin/env")
    curl.arguments = [
      "python3", "-c",
      "import sys, urllib.request as u; sys.stdout.buffer.write(u.build_opener(u.ProxyHandler({})).open(sys.argv[1]).read())",
      url.absoluteString,
    ]
    curl.standardOutput = output
    try curl.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw Failure(description: "the log is none")
    }
    var log = Log()
    log.most = root["most"] as? [String: Int] ?? [:]
    for request in root["requests"] as? [[Any]] ?? [] {
      log.requests.append(
        Log.Request(
          path: request[1] as? String ?? "", fields: request[2] as? [String: String] ?? [:]))
    }
    return log
  }
}
