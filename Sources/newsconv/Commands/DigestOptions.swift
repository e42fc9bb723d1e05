import NewsKit

/// The options that digests have beside the common ones.
struct DigestOptions {
  var title: String?
  var by: String?
  var groupBy: Digest.Grouping?
  var sort: Digest.Order?
  var since: DayArgument?
  var until: DayArgument?
  var category: [String] = []
  var tag: [String] = []
  var language: [String] = []
  var limit: Int?
  var splitBy: SplitArgument?
  var series: String?

  /// What the command line says of the digest, over what a paper's file says.
  func digest(over paper: Paper?) throws(ConversionError) -> Digest {
    var digest = Digest(title: title ?? paper?.title, creator: by ?? paper?.creator)
    digest.grouping = groupBy ?? paper?.grouping ?? .automatic
    digest.order = sort ?? paper?.order ?? .newest
    let (first, last) = (
      try Self.day(paper?.since, "since", paper), try Self.day(paper?.until, "until", paper)
    )
    digest.selection.since = (since ?? first)?.first
    digest.selection.until = (until ?? last)?.last
    digest.selection.categories = category
    digest.selection.tags = tag
    digest.selection.languages = language
    digest.selection.limit = limit ?? paper?.limit
    digest.split = splitBy?.split
    digest.series = series ?? paper?.series
    return digest
  }

  private static func day(
    _ text: String?, _ key: String, _ paper: Paper?
  ) throws(ConversionError) -> DayArgument? {
    guard let text else { return nil }
    guard let day = DayArgument(argument: text) else {
      throw ConversionError(
        .badInput, "'\(key)' is a day, or how long ago: 2022-03-07, today, 2d, 1w; not '\(text)'",
        file: paper?.name)
    }
    return day
  }
}
