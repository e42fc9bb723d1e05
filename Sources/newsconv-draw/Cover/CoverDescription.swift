/// What a cover says: lines of `key value`.
struct CoverDescription {
  /// The title, perhaps with `\t` where a line may break best.
  var title = ""
  /// What stands above it: the publisher, the source.
  var masthead = ""
  /// The date of the issue.
  var date = ""
  /// Names of sections.
  var sections: [String] = []
  /// BCP 47.
  var language = "und"
  /// Whether text runs from right to left.
  var isRightToLeft = false
  /// A number from 0 to 359: the hue of the colour.
  var hue = 210

  /// Reads a description.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "title": title = parts[1]
      case "masthead": masthead = parts[1]
      case "date": date = parts[1]
      case "section": sections.append(parts[1])
      case "language": language = parts[1]
      case "direction": isRightToLeft = parts[1] == "rtl"
      case "hue": hue = Int(parts[1]) ?? hue
      default: break
      }
    }
  }
}
