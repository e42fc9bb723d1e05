/// Text with typographic quotes, dashes and ellipses, as the filter `smartify` makes it.
enum SmartText {
  static func make(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      let run = scalars[place...].prefix(3).prefix { $0 == scalar }.count
      switch (scalar, run) {
      case ("-", 3): result.append("—")
      case ("-", 2): result.append("–")
      case (".", 3): result.append("…")
      case ("<", 2...): result.append("«")
      case (">", 2...): result.append("»")
      case ("\"", _), ("'", _):
        result.append(
          quote(
            scalar, after: place > 0 ? scalars[place - 1] : nil,
            before: place + 1 < scalars.count ? scalars[place + 1] : nil))
        place += 1
        continue
      default:
        result.append(scalar)
        place += 1
        continue
      }
      place += scalar == "<" || scalar == ">" ? 2 : run
    }
    return String(result)
  }

  /// A quote opens after white space, brackets and dashes, unless white space follows.
  private static func quote(
    _ quote: Unicode.Scalar, after: Unicode.Scalar?, before: Unicode.Scalar?
  ) -> Unicode.Scalar {
    let opensAfter =
      after.map {
        $0.properties.isWhitespace || "([{<-–—\"'“‘".unicodeScalars.contains($0)
      } ?? true
    let closesBefore = before.map { $0.properties.isWhitespace } ?? true
    // '90s: an apostrophe, though it looks like an opening quote.
    let isDecade = quote == "'" && before.map { ("0"..."9").contains($0) } ?? false
    if opensAfter && !closesBefore && !isDecade { return quote == "\"" ? "“" : "‘" }
    return quote == "\"" ? "”" : "’"
  }
}
