import NewsKit

/// Why a digest has no articles: which filters there were, and what there was to choose from.
struct EmptySelection {
  private let selection: Digest.Selection
  private let choice: Digest.Choice

  init(_ selection: Digest.Selection, _ choice: Digest.Choice) {
    self.selection = selection
    self.choice = choice
  }

  /// How many values of a kind are named.
  private static let shown = 12

  /// One sentence without a final full stop.
  var message: String {
    var filters: [String] = []
    var values: [String] = []
    func add(_ option: String, _ wanted: [String], _ known: [String], _ plural: String) {
      if wanted.isEmpty { return }
      filters += wanted.map { "--\(option) \($0)" }
      values.append(Self.list(known, plural))
    }
    if let since = selection.since { filters.append("--since \(since.iso8601)") }
    if let until = selection.until { filters.append("--until \(until.iso8601)") }
    if selection.since != nil || selection.until != nil {
      if let earliest = choice.earliest, let latest = choice.latest {
        values.append(
          "dates from \(earliest.iso8601.prefix(10)) to \(latest.iso8601.prefix(10))")
      } else {
        values.append("no dates")
      }
    }
    add("category", selection.categories, choice.categories, "categories")
    add("tag", selection.tags, choice.tags, "tags")
    add("language", selection.languages, choice.languages, "languages")
    if filters.isEmpty { return "there is no article for the digest" }
    return "no article is left by \(filters.joined(separator: " ")); "
      + "there are \(values.joined(separator: ", and "))"
  }

  private static func list(_ values: [String], _ plural: String) -> String {
    if values.isEmpty { return "no \(plural)" }
    let more = values.count - shown
    return "the \(plural) " + values.prefix(shown).joined(separator: ", ")
      + (more > 0 ? " and \(more) more" : "")
  }
}
