/// How the articles of one input are taken, where that differs from input to input.
public struct InputSettings: Sendable, Hashable {
  /// The section that they stand in.
  public var section: String?
  /// At most so many of them in a digest, the first in its order.
  public var limit: Int?
  /// Where the text of a feed's entries is taken from; `nil` for as in all of the run.
  public var fullText: FullText?
  /// Whether an article goes on with its further pages; `nil` for as in all of the run.
  public var joinsPages: Bool?
  /// Options of readers for this input alone.
  public var options = FormatOptions()

  /// Nothing in particular.
  public init() {}
}

/// Where the text of a feed's entries is taken from.
public enum FullText: String, Sendable, CaseIterable {
  /// From the page of an entry that is plainly a summary, if the feed itself came from the web.
  case auto
  /// From the feed.
  case feed
  /// From the pages.
  case page
}
