/// How articles become a digest: which, in what order, in which sections and books.
///
/// ```swift
/// var digest = Digest(title: "This week")
/// digest.grouping = .category
/// let book = digest.volumes(of: entries).result[0].publication
/// ```
public struct Digest: Sendable {
  /// The title; else the name of where all articles appeared, else the span of their dates.
  public var title: String?
  /// Who made it.
  public var creator: String?
  /// What the sections are.
  public var grouping: Grouping
  /// The order of articles, and by their first ones of sections.
  public var order: Order
  /// Which articles are taken.
  public var selection: Selection
  /// Whether it is several books, and how articles are spread over them.
  public var split: Split?
  /// The series that each book is part of; its place in it is the book's date or number.
  public var series: String?

  /// What articles of a section have in common.
  public enum Grouping: String, Sendable, CaseIterable {
    /// Categories where they bring articles together, else sources where those do, else nothing.
    case automatic = "auto"
    /// One section without a title.
    case none
    /// The first category, else the section they appeared in.
    case category
    /// The first tag.
    case tag
    /// The day they were published.
    case date
    /// The month they were published.
    case month
    /// Where they appeared: the source, else the publisher.
    case source
    /// The first author.
    case author
    /// The language.
    case language
    /// The folder of their files.
    case folder
  }

  /// The order of articles.
  public enum Order: String, Sendable, CaseIterable {
    /// The latest first; those without a date last.
    case newest
    /// The earliest first; those without a date last.
    case oldest
    /// By title.
    case title
    /// As given.
    case input
  }

  /// How articles are spread over several books.
  public enum Split: Sendable, Hashable {
    /// A book a day.
    case day
    /// A book a week of ISO 8601.
    case week
    /// A book a month.
    case month
    /// A book a section.
    case section
    /// Books of at most so many bytes, as far as single articles allow: as few as hold all in its
    /// order. ``Pipeline`` measures them as they are written; else sizes are estimated.
    case size(Int)
  }

  /// Makes a digest of all articles in one section, the newest first.
  public init(title: String? = nil, creator: String? = nil) {
    self.title = title
    self.creator = creator
    self.grouping = .none
    self.order = .newest
    self.selection = Selection()
  }
}
