import NewsModel

/// What the Markdown of an article leaves out of its markup, to be reported.
struct MarkupLosses {
  /// Pictures with sizes.
  var sizes = 0
  /// Players that became links.
  var players = 0
  private var classes = 0
  private var languages = 0
  private var directions = 0

  mutating func add(_ attributes: Attributes) {
    if !attributes.classes.isEmpty { classes += 1 }
    if attributes.language != nil { languages += 1 }
    if attributes.direction != nil { directions += 1 }
  }

  /// Notes what was left out.
  func note(_ diagnostics: inout Diagnostics) {
    let parts = [
      (sizes, "the sizes of pictures"), (classes, "classes of elements"),
      (languages, "languages of parts"), (directions, "directions of parts"),
    ].filter { $0.0 > 0 }.map { "\($0.1) (\($0.0))" }
    if !parts.isEmpty {
      diagnostics.note(
        .markupReduced, "left out: \(parts.joined(separator: ", ")); --lossless keeps them")
    }
    if players > 0 {
      diagnostics.note(
        .markupReduced,
        players == 1 ? "a player is a link now" : "\(players) players are links now")
    }
  }
}
