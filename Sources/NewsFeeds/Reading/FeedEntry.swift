internal import NewsModel

/// An entry as a feed has it, before it becomes an article.
struct FeedEntry: Sendable {
  /// What identifies it within its feed: `guid`, `id`.
  var id: String?
  var title: FeedText?
  /// Its page, resolved.
  var link: String?
  var published: Timestamp?
  var updated: Timestamp?
  var authors: [Person] = []
  var contributors: [Person] = []
  var tags: [String] = []
  /// The whole text.
  var content: FeedText?
  /// An abstract, or the whole text of feeds that know no other place for it.
  var summary: FeedText?
  var language: String?
  var rights: String?
  /// Where the entry appeared first, when the feed collects those of others.
  var source: Organization?
  var image: LeadImage?
  /// Sound and moving pictures that go with it.
  var media: [Media] = []
  /// What Blogger says of it besides.
  var blogger = BloggerDetails()
  var line = 0
}

/// A feed as a whole.
struct FeedHead: Sendable {
  var title: FeedText?
  /// The site's page.
  var link: String?
  var language: String?
  var authors: [Person] = []
  var rights: String?
  var updated: Timestamp?
}
