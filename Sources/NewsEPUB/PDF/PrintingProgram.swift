import NewsFiles
import NewsModel

/// A program that prints a document as PDF.
struct PrintingProgram {
  private enum Kind {
    case weasyPrint, chromium
  }

  private let kind: Kind
  private let path: String

  /// Names under which the programs are installed: browsers first, which set readings, formulas and
  /// vertical text too.
  private static let names: [(name: String, kind: Kind)] = [
    ("chromium", .chromium), ("chromium-browser", .chromium), ("google-chrome", .chromium),
    ("google-chrome-stable", .chromium), ("weasyprint", .weasyPrint),
  ]

  /// Finds one that is installed.
  ///
  /// - Parameter name: which, by its name or path; any if `nil`.
  /// - Throws: ``ConversionError`` (`software`, `badOption`).
  init(named name: String?) throws(ConversionError) {
    if let name {
      let kind: Kind = FilePath(name).name.contains("weasyprint") ? .weasyPrint : .chromium
      do throws(ProgramPath.Failure) {
        path = try ProgramPath.find(name)
      } catch {
        throw ConversionError(.badOption, "--pdf-engine: there is no program '\(name)' to run")
      }
      self.kind = kind
      return
    }
    for (name, kind) in Self.names {
      guard let path = ProgramPath.onPath(name) else { continue }
      self.path = path
      self.kind = kind
      return
    }
    throw ConversionError(
      .software,
      "PDF is printed by WeasyPrint or Chromium, and neither is installed (Debian: apt-get install "
        + "weasyprint); or make a book with --to epub, and of it: ebook-convert book.epub book.pdf")
  }

  /// Prints a book.
  ///
  /// - Throws: ``ConversionError`` (`software`, `cannotCreate`).
  func print(_ book: PrintedBook, style: String) throws(ConversionError) -> [UInt8] {
    let folder = try TemporaryFolder()
    for (name, bytes) in book.files where !book.pages.contains(name) {
      try folder.write(bytes, to: name)
    }
    try folder.write(book.document(style: style), to: Self.document)
    let output = folder.path + "/book.pdf"
    do throws(RunningProgram.Failure) {
      let program = try RunningProgram(
        path, arguments: arguments(folder.path, output),
        environment: [("HOME", folder.path), ("PYTHONHASHSEED", "0")],
        isSilent: true)
      // Thousands of pages take their time.
      _ = try program.output(
        of: [], limits: ProgramLimits(work: 1800, rest: 120), mostBytes: 1 << 20)
    } catch {
      throw ConversionError(
        .software, "\(FilePath(path).name) does not print: \(Self.words(error))")
    }
    guard var bytes = FileSystem.bytes(of: output, limit: 4 << 30),
      bytes.starts(with: "%PDF".utf8)
    else {
      throw ConversionError(.software, "\(FilePath(path).name) printed nothing")
    }
    PDFDates.set(in: &bytes, to: book.modified)
    return bytes
  }

  private static let document = "book.xhtml"

  private func arguments(_ folder: String, _ output: String) -> [String] {
    let page = folder + "/" + Self.document
    switch kind {
    case .weasyPrint:
      return [
        "--encoding", "utf-8", "--pdf-identifier", "newskit", "--base-url",
        "file://" + folder + "/", page, output,
      ]
    case .chromium:
      var arguments = [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-extensions", "--disable-dev-shm-usage", "--no-pdf-header-footer",
        "--generate-pdf-document-outline",
        // Nothing of a book needs it; script there is none.
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--user-data-dir=" + folder + "/profile", "--print-to-pdf=" + output,
      ]
      // Its sandbox cannot be set up by root.
      if SystemUser.isRoot { arguments.append("--no-sandbox") }
      return arguments + ["file://" + page]
    }
  }

  private static func words(_ failure: RunningProgram.Failure) -> String {
    switch failure {
    case .cannotStart(let reason): "it cannot be started: \(reason)"
    case .tookTooLong: "it took too long"
    case .saidTooMuch: "it said too much"
    case .ended(let status): "it ended with status \(status)"
    }
  }
}
