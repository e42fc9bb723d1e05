/// Formulas in TeX as MathML.
///
/// The part of LaTeX that articles use: what amsmath and KaTeX's documentation call math mode, without
/// definitions of macros. What it does not know it does not guess: there is no MathML then, and the
/// TeX stands as it is.
///
/// The result is Presentation MathML Core, as EPUB 3 and browsers take it.
package enum TeXMath {
  /// The MathML of a formula without its delimiters, or `nil` where something in it is unknown.
  ///
  /// - Parameters:
  ///   - tex: the formula, for example `\frac{1}{2}`.
  ///   - isDisplay: whether it stands on a line of its own.
  package static func mathML(_ tex: String, isDisplay: Bool) -> String? {
    // Longer ones are no formulas.
    guard tex.utf8.count <= 20_000 else { return nil }
    var parser = TeXParser(tex, isDisplay: isDisplay)
    guard let content = parser.formula() else { return nil }
    var output = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\""
    if isDisplay { output += " display=\"block\"" }
    output += " alttext=\"" + MathElement.escaped(collapsed(tex)) + "\">"
    output += content
    return output + "</math>"
  }

  /// On one line: an attribute has no others.
  private static func collapsed(_ tex: String) -> String {
    tex.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
