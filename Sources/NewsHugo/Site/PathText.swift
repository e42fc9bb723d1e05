/// Words as parts of addresses, as Hugo and Zola make them.
enum PathText {
  /// As Hugo makes a path: small letters, hyphens for blanks, without marks that have no place there.
  static func hugo(_ text: String, keepsCapitals: Bool = false) -> String {
    var result = ""
    var isAfterHyphen = false
    for scalar in (keepsCapitals ? text : text.lowercased()).unicodeScalars {
      let isKept =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.generalCategory == .spacingMark
        || "./\\_#+~-@".unicodeScalars.contains(scalar)
      if isKept, scalar != "-" {
        result.unicodeScalars.append(scalar)
        isAfterHyphen = false
      } else if scalar == "-" || scalar.properties.isWhitespace, !isAfterHyphen {
        result.append("-")
        isAfterHyphen = true
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result
  }

  /// As Zola makes one: small letters and figures, hyphens for everything between them.
  static func zola(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result.append("-")
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result
  }
}
