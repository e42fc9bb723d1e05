extension TeXMath {
  /// The name of a sign in TeX, without its backslash; `nil` for one that stands for itself.
  package static func name(of sign: String) -> String? { names[sign] }

  /// Whether a word is the name of a function in TeX, as `sin`.
  package static func isFunction(_ word: String) -> Bool { TeXSymbols.functions.contains(word) }

  /// Of a sign's names the plain and long one, as `leq` beside `le`.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for table in [
      TeXSymbols.identifiers, TeXSymbols.operators, TeXSymbols.large,
      TeXSymbols.delimiters,
    ] {
      for (name, sign) in table where sign.utf8.count > 1 {
        if let other = names[sign], isBetter(other, than: name) { continue }
        names[sign] = name
      }
    }
    return names
  }()

  private static func isBetter(_ name: String, than other: String) -> Bool {
    let ranks = [name, other].map { ($0.hasPrefix("var") ? 1 : 0, -$0.count, $0) }
    return ranks[0] < ranks[1]
  }
}
