import NewsKit

/// Diagnostics and errors as lines of JSON (`--diagnostics json`).
enum DiagnosticJSON {
  /// `{"severity":"warning","code":"link-unresolved","message":"…","file":"…","line":3,"count":1}`
  static func line(of diagnostic: Diagnostic) -> String {
    line(
      diagnostic.severity.rawValue, diagnostic.code.rawValue, diagnostic.message, diagnostic.file,
      diagnostic.line, diagnostic.count)
  }

  /// The same of an error; its code is one of `ConversionError.Code`.
  static func line(of error: ConversionError) -> String {
    line("error", error.code.rawValue, error.message, error.file, error.line, 1)
  }

  private static func line(
    _ severity: String, _ code: String, _ message: String, _ file: String?, _ line: Int?,
    _ count: Int
  ) -> String {
    var members = [
      ("severity", quoted(severity)), ("code", quoted(code)), ("message", quoted(message)),
    ]
    if let file { members.append(("file", quoted(file))) }
    if let line { members.append(("line", String(line))) }
    members.append(("count", String(count)))
    return "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }

  /// Text in quotes.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
