import NewsKit

/// Folds diagnostics that repeat: after three of a code for a file, and after so many of a code in
/// all, they are only counted.
struct DiagnosticFold {
  /// How many of a code are shown for one file.
  private static let shownOfFile = 3
  /// How many of a code are shown in all.
  private static let shownInAll = 60

  /// How many of each code were shown.
  private var shown: [Diagnostic.Code: Int] = [:]
  /// How many of each code were not, and for how many files.
  private var folded: [Diagnostic.Code: (count: Int, files: Int)] = [:]
  /// What was said of files that many inputs share, such as a site's configuration.
  private var said: Set<Diagnostic> = []

  /// The lines for the diagnostics of one input.
  mutating func lines(of diagnostics: [Diagnostic]) -> [String] {
    if diagnostics.isEmpty { return [] }
    var lines: [String] = []
    /// How many there are of each code for each file, and where their last line is.
    var counts: [Key: Int] = [:]
    for diagnostic in diagnostics {
      if diagnostic.code == .siteConfiguration, !said.insert(diagnostic).inserted { continue }
      counts[Key(diagnostic), default: 0] += 1
    }
    var seen: [Key: Int] = [:]
    for diagnostic in diagnostics {
      let key = Key(diagnostic)
      guard let count = counts[key] else { continue }
      let number = seen[key, default: 0]
      seen[key] = number + 1
      if shown[key.code, default: 0] >= Self.shownInAll {
        var rest = folded[key.code] ?? (0, 0)
        rest.count += 1
        if number == 0 || number == Self.shownOfFile { rest.files += number == 0 ? 1 : 0 }
        folded[key.code] = rest
        continue
      }
      // One more is as short as the line that would stand for it.
      if number < Self.shownOfFile || count == Self.shownOfFile + 1 {
        lines.append(Self.line(of: diagnostic))
        shown[key.code, default: 0] += 1
      } else if number == Self.shownOfFile {
        lines.append(
          Self.place(diagnostic, hasLine: false)
            + " … \(Self.number(count - number)) more of these (\(key.code.rawValue))")
      }
    }
    return lines
  }

  /// The lines for what was folded over all inputs.
  func rest() -> [String] {
    folded.sorted { $0.key.rawValue < $1.key.rawValue }.map { code, rest in
      "newsconv: … \(Self.number(rest.count)) more of '\(code.rawValue)'"
        + (rest.files > 1 ? " in \(Self.number(rest.files)) files" : "") + "; -v shows them all"
    }
  }

  /// `file:line: warning: …`
  static func line(of diagnostic: Diagnostic) -> String {
    place(diagnostic) + (diagnostic.severity == .warning ? " warning: " : " note: ")
      + diagnostic.message
  }

  private static func place(_ diagnostic: Diagnostic, hasLine: Bool = true) -> String {
    guard let file = diagnostic.file else { return "newsconv:" }
    return file + ":" + (hasLine ? diagnostic.line.map { "\($0):" } ?? "" : "")
  }

  /// `18,524`
  private static func number(_ value: Int) -> String {
    var digits = String(value)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }

  private struct Key: Hashable {
    var code: Diagnostic.Code
    var file: String?

    init(_ diagnostic: Diagnostic) { (code, file) = (diagnostic.code, diagnostic.file) }
  }
}
