/// The diagnostics of one conversion, in order, each reported once.
public struct Diagnostics: Sendable {
  /// What was reported so far.
  public private(set) var all: [Diagnostic] = []
  /// The file that new diagnostics are about.
  public var file: String?

  /// Whether notes are kept: where nobody will read them they need not be made.
  package var keepsNotes = true

  /// Where each is, as it is with a count of 1.
  private var places: [Diagnostic: Int] = [:]

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
    _ code: Diagnostic.Code, _ message: @autoclosure () -> String, line: Int? = nil
  ) {
    guard keepsNotes else { return }
    add(Diagnostic(.note, code, message(), file: file, line: line))
  }

  /// Adds a diagnostic; one that is there already is counted. What it quotes is put on one line and
  /// made printable.
  public mutating func add(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    diagnostic.message = PrintableText.message(diagnostic.message)
    let count = diagnostic.count
    diagnostic.count = 1
    if let place = places[diagnostic] {
      all[place].count += count
    } else {
      places[diagnostic] = all.count
      diagnostic.count = count
      all.append(diagnostic)
    }
  }
}
