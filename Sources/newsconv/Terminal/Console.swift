import NewsKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the command says to a person, on standard error.
struct Console {
  /// Say nothing but errors.
  var isQuiet = false
  /// Say notes too.
  var isVerbose = false
  /// Say nothing: a run that is repeated has come to what an earlier one has said.
  var isMuted = false

  private var isShowingProgress = false

  init(isQuiet: Bool = false, isVerbose: Bool = false) {
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
  }

  /// Whether standard error is a terminal.
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Says diagnostics, as far as they are wanted: `file:line: warning: …`.
  ///
  /// - Parameter withNotes: whether notes are said although nobody asked for them.
  mutating func say(_ diagnostics: [Diagnostic], withNotes: Bool = false) {
    let withNotes = withNotes || isVerbose
    for diagnostic in diagnostics where !isQuiet && (diagnostic.severity == .warning || withNotes) {
      var text = ""
      if let file = diagnostic.file { text += file + ":" }
      if let line = diagnostic.line { text += "\(line):" }
      put(
        (text.isEmpty ? "newsconv:" : text) + " \(diagnostic.severity.rawValue): "
          + diagnostic.message)
    }
  }

  /// Says an error.
  mutating func say(_ error: ConversionError) {
    let place = error.file.map { $0 + (error.line.map { ":\($0)" } ?? "") + ": " }
    put((place ?? "newsconv: ") + "error: " + error.message)
  }

  /// Says a line.
  mutating func say(_ line: String) {
    if !isQuiet { put(line) }
  }

  /// Shows how far long work has come; only on a terminal.
  mutating func show(progress: String) {
    guard Self.isTerminal, !isQuiet, !isMuted else { return }
    isShowingProgress = true
    write("\r\u{1B}[K" + progress)
  }

  /// Takes the progress off the screen.
  mutating func clearProgress() {
    if isShowingProgress { write("\r\u{1B}[K") }
    isShowingProgress = false
  }

  private mutating func put(_ line: String) {
    if isMuted { return }
    clearProgress()
    write(line + "\n")
  }

  private func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = systemWrite(STDERR_FILENO, rest)
        if count <= 0 { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }
}
