import NewsFrontMatter
import NewsModel

/// A post, document or page as Jekyll resolves it: its data and where its text begins.
struct JekyllPage: Sendable {
  /// Something to tell about the file.
  struct Remark: Sendable, Hashable {
    var message: String
    var line: Int?
  }

  var place: PagePlace
  /// The data that `page.…` shows to Liquid: defaults, front matter, and what Jekyll adds.
  var data: MetadataMap
  /// The front matter alone, without defaults and additions.
  var ownData: MetadataMap
  var title: String?
  var slug: String
  /// When it was published, in the site's zone.
  var date: Timestamp?
  var categories: [String]
  var tags: [String]
  /// The address in the site.
  var url: String
  /// The file's extension with its dot.
  var fileExtension: String
  /// The file's bytes without a byte order mark.
  var bytes: [UInt8]
  /// Where the text begins in them.
  var bodyStart: Int
  /// The line that the text begins on, from 1.
  var bodyLine: Int
  /// Whether the file had front matter at all.
  var hasFrontMatter: Bool
  /// Repairs and oddities, in order.
  var remarks: [Remark]

  /// The text behind the front matter.
  var body: ArraySlice<UInt8> { bytes[bodyStart...] }

  /// Whether the site shows the page, drafts and future ones aside.
  var isPublished: Bool { data["published"].map(\.isTruthy) ?? true }

  /// What ends the excerpt.
  func excerptSeparator(_ configuration: JekyllConfiguration) -> String {
    if let own = data["excerpt_separator"], own.isTruthy { return own.rubyText }
    return configuration.excerptSeparator
  }
}
