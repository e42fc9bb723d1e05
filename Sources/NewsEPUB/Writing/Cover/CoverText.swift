import NewsModel
import NewsText

/// What a drawn cover says.
struct CoverText {
  /// The title.
  var title: String
  /// What stands above it: who publishes the articles, or who made the book.
  var masthead: String?
  /// The date of the issue, else the span of the articles'.
  var date: String?
  /// Names of sections.
  var sections: [String]
  /// BCP 47.
  var language: String
  /// The direction of its text.
  var direction: TextDirection
  /// The hue of its colour: that of the masthead, else of the title.
  var hue: Int

  /// The cover of a planned book.
  init(_ plan: BookPlan) {
    title = plan.title == plan.dateText ? Self.unbroken(plan.title) : plan.title
    let sources = Set(
      plan.items.compactMap { item in
        (item.entry.metadata.source ?? item.entry.metadata.publisher)?.name
      })
    masthead = sources.count == 1 ? sources.first.flatMap(VisibleText.line) : plan.creator
    if masthead == plan.title { masthead = nil }
    date = plan.dateText
    if date == nil {
      let dated = plan.items.filter { $0.entry.metadata.published != nil }
      let order = { (item: BookPlan.Item) in
        item.entry.metadata.published?.secondsSince1970 ?? 0
      }
      let first = dated.min { order($0) < order($1) }?.date?.short
      let last = dated.max { order($0) < order($1) }?.date?.short
      if let first, let last { date = first == last ? first : "\(first) – \(last)" }
    }
    // A digest without a name is called after its dates.
    if date.map(plan.title.contains) == true { date = nil }
    sections = plan.sections.compactMap(\.title)
    language = plan.language ?? "und"
    direction = plan.direction
    // The same source has the same colour in every issue.
    let seed = SHA1.digest(of: Array((masthead ?? title).utf8))
    hue = (Int(seed[0]) << 8 | Int(seed[1])) % 360
  }

  /// Days from and to with blanks that break only between them.
  private static func unbroken(_ days: String) -> String {
    let blank: Character = "\u{A0}"
    let ends = days.split(separator: " – ").map { String($0.map { $0 == " " ? blank : $0 }) }
    return ends.joined(separator: "\(blank)– ")
  }

  /// The description that `newsconv-draw` reads.
  var lines: String {
    var text = "title \(title)\nlanguage \(language)\ndirection \(direction.rawValue)\nhue \(hue)\n"
    if let masthead { text += "masthead \(masthead)\n" }
    if let date { text += "date \(date)\n" }
    for section in sections.prefix(20) { text += "section \(section)\n" }
    return text
  }
}
