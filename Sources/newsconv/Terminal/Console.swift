import NewsKit
import NewsModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the command says to a person, or to a program, on standard error.
struct Console {
  /// Say nothing but errors.
  var isQuiet = false
  /// Say notes too, and everything however often it comes.
  var isVerbose = false
  /// Say nothing: a run that is repeated has come to what an earlier one reported.
  var isMuted = false
  /// Codes that are not reported.
  var silencedCodes: Set<String> = []
  /// Whether diagnostics and errors are lines of JSON.
  var isJSON = false

  private var isShowingProgress = false
  private var fold = DiagnosticFold()

  init(isQuiet: Bool = false, isVerbose: Bool = false) {
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
  }

  /// Whether standard error is a terminal.
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Says diagnostics, as far as they are wanted: `file:line: warning: …`. What one input has too many
  /// of is folded.
  mutating func say(_ diagnostics: [Diagnostic]) {
    let wanted = diagnostics.filter { diagnostic in
      !isQuiet && (diagnostic.severity != .note || isVerbose)
        && !silencedCodes.contains(diagnostic.code.rawValue)
    }
    if isJSON {
      for diagnostic in wanted { put(DiagnosticJSON.line(of: diagnostic)) }
    } else if isVerbose {
      for diagnostic in wanted { put(DiagnosticFold.line(of: diagnostic)) }
    } else {
      for line in fold.lines(of: wanted) { put(line) }
    }
  }

  /// Says an error.
  mutating func say(_ error: ConversionError) {
    if isJSON { return put(DiagnosticJSON.line(of: error)) }
    let place = error.file.map { $0 + (error.line.map { ":\($0)" } ?? "") + ": " }
    put((place ?? "newsconv: ") + "error: " + error.message)
  }

  /// Says a line.
  mutating func say(_ line: String) {
    if !isQuiet, !isJSON { put(line) }
  }

  /// Says how many pictures on the web were left where they are.
  mutating func sayPicturesLeft(_ pictures: WebPictures) {
    let count = pictures.leftCount
    if count > 0 {
      say(
        count == 1
          ? "a picture on the web was not fetched; --fetch-pictures fetches it"
          : "\(count) pictures on the web were not fetched; --fetch-pictures fetches them")
    }
  }

  /// Says what was folded over many inputs.
  mutating func finish() {
    clearProgress()
    for line in fold.rest() { put(line) }
  }

  /// Shows how far long work has come; only on a terminal.
  mutating func show(progress: String) {
    guard Self.isTerminal, !isQuiet, !isJSON, !isMuted else { return }
    isShowingProgress = true
    write("\r\u{1B}[K" + PrintableText.message(progress))
  }

  /// Takes the progress off the screen.
  mutating func clearProgress() {
    if isShowingProgress { write("\r\u{1B}[K") }
    isShowingProgress = false
  }

  /// Names of files and what messages quote were written by others: nothing of it reaches the
  /// terminal that the terminal would obey.
  private mutating func put(_ line: String) {
    if isMuted { return }
    clearProgress()
    write(PrintableText.message(line) + "\n")
  }

  private func write(_ text: String) { Self.write(Array(text.utf8)) }

  /// Writes bytes as they are to standard error.
  static func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = systemWrite(STDERR_FILENO, rest)
        if count <= 0 { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }
}
