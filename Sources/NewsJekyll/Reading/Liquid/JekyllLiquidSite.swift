import Liquid

/// What Jekyll's tags and filters ask of the site around a post.
///
/// Paths are relative to the site's source, without a leading slash. Addresses are those of pages
/// within the site, without `baseurl`, beginning with a slash.
protocol JekyllLiquidSite: Sendable {
  /// What templates see as `site`; what of it is not opened is noted.
  func liquidObject(noting refusals: RefusalNotes) -> any LiquidObject
  /// The setting `url`, empty if there is none.
  var address: String { get }
  /// The setting `baseurl`, empty if there is none.
  var basePath: String { get }
  /// What the word `now` means to dates, if anything: the time the site was read.
  var liquidNow: LiquidDate? { get }

  /// The offset from UTC of the site's zone, in seconds, given the seconds since 1970 as its clocks
  /// show them.
  func offset(atLocalSeconds seconds: Int) -> Int
  /// The text of an include by its name below `_includes`.
  ///
  /// - Throws: where there is one that is not opened.
  func include(_ name: String) throws(LiquidError) -> [UInt8]?
  /// The text of a file of the site.
  ///
  /// - Throws: where there is one that is not opened.
  func text(atPath path: String) throws(LiquidError) -> [UInt8]?
  /// The address of the post, page, document or static file at a path, as `link` wants it.
  func url(ofPath path: String) -> String?
  /// The address of a post by its name, as `post_url` wants it: `2021-03-04-slug`, perhaps with
  /// folders before it.
  func url(ofPostNamed name: String) -> String?
  /// Markdown as HTML, in the site's dialect.
  func html(ofMarkdown markdown: [UInt8]) -> [UInt8]
}
