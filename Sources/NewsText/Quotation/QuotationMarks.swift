/// The marks that a language puts around a quotation, and around one within it.
package struct QuotationMarks: Sendable, Hashable {
  /// What begins a quotation.
  package var open: String
  /// What ends it.
  package var close: String

  /// The marks of a language, BCP 47, at a level of nesting from 0.
  package static func of(_ language: String?, level: Int) -> QuotationMarks {
    let tag = (language ?? "").lowercased()
    let primary = tag.prefix { $0 != "-" && $0 != "_" }
    let marks: [(String, String)] =
      switch primary {
      case "ja": [("「", "」"), ("『", "』")]
      case "zh" where tag.contains("hant") || tag.contains("tw") || tag.contains("hk"):
        [("「", "」"), ("『", "』")]
      case "de", "cs", "sk", "sl", "bg", "is", "lt": [("„", "“"), ("‚", "‘")]
      case "fr": [("«\u{A0}", "\u{A0}»"), ("“", "”")]
      case "es", "it", "pt", "el", "ca", "no", "nb", "nn", "fa": [("«", "»"), ("“", "”")]
      case "ru", "uk", "be": [("«", "»"), ("„", "“")]
      case "pl", "hu", "ro", "hr", "sr": [("„", "”"), ("«", "»")]
      case "sv", "fi": [("”", "”"), ("’", "’")]
      default: [("“", "”"), ("‘", "’")]
      }
    let (open, close) = marks[level % 2]
    return QuotationMarks(open: open, close: close)
  }
}
