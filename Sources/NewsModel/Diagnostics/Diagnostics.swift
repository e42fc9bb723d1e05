/// The diagnostics of one conversion, in order, each reported once.
public struct Diagnostics: Sendable {
  /// What was reported so far.
  public private(set) var all: [Diagnostic] = []
  /// The file that new diagnostics are about.
  public var file: String?

  private var seen: Set<Diagnostic> = []

  /// Makes an empty collection for a file.
  public init(file: String? = nil) { self.file = file }

  /// Warns: something was dropped, repaired or guessed.
  public mutating func warn(
    _ code: Diagnostic.Code, _ message: String, line: Int? = nil
  ) {
    add(Diagnostic(.warning, code, message, file: file, line: line))
  }

  /// Tells of something that was left out on purpose.
  public mutating func notice(
    _ code: Diagnostic.Code, _ message: String, line: Int? = nil
  ) {
    add(Diagnostic(.notice, code, message, file: file, line: line))
  }

  /// Notes what was done.
  public mutating func note(
    _ code: Diagnostic.Code, _ message: String, line: Int? = nil
  ) {
    add(Diagnostic(.note, code, message, file: file, line: line))
  }

  /// Warns, without a code.
  public mutating func warn(_ message: String, line: Int? = nil) {
    warn(.other, message, line: line)
  }

  /// Notes what was done, without a code.
  public mutating func note(_ message: String, line: Int? = nil) {
    note(.other, message, line: line)
  }

  /// Adds a diagnostic unless it was reported already. What it quotes is put on one line.
  public mutating func add(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    if diagnostic.message.utf8.contains(UInt8(ascii: "\n")) {
      diagnostic.message = diagnostic.message.split(separator: "\n").joined(separator: " ")
    }
    if seen.insert(diagnostic).inserted { all.append(diagnostic) }
  }
}
