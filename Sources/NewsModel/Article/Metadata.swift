/// What is known about an article besides its text.
///
/// Named after schema.org's `NewsArticle` where that has a name, in Jekyll's words where it is a
/// site's matter (`slug`, `url`, `categories`, `tags`). A missing string is `nil`, never empty.
public struct Metadata: Sendable, Hashable {
  /// What its source calls it: the identifier of a record of an archive, of a line of a table.
  public var id: String?
  /// The headline as shown.
  public var title: String?
  /// A second headline: `alternativeHeadline`, a kicker or a deck.
  public var alternativeTitle: String?
  /// The people (or organisations) who wrote it, in printed order.
  public var authors: [Person] = []
  /// The author line as printed, for example `□何一智 李甜` or `By Ann Lee in London`.
  public var byline: String?
  /// When it was published.
  public var published: Timestamp?
  /// When it was last changed.
  public var modified: Timestamp?
  /// When the bytes it was read from were fetched or archived.
  public var retrieved: Timestamp?
  /// Where the text was sent from, for example `LONDON`.
  public var dateline: String?
  /// The section of the publication it appeared in.
  public var section: String?
  /// Jekyll's categories, from folders and front matter.
  public var categories: [String] = []
  /// Keywords.
  public var tags: [String] = []
  /// The name in addresses, for example `a-new-bridge`.
  public var slug: String?
  /// The page's own path in its site, for example `/news/2022/03/07/bridge.html`.
  public var url: String?
  /// BCP 47 tag of the language, for example `zh-CN`.
  public var language: String?
  /// Base direction, where it is known or differs from the language's.
  public var direction: TextDirection?
  /// Who published it.
  public var publisher: Organization?
  /// Where it appeared first, when that is not the publisher: an agency, a newspaper.
  public var source: Organization?
  /// The absolute address of the original.
  public var canonicalURL: String?
  /// The picture that stands for the article.
  public var leadImage: LeadImage?
  /// A short summary: abstract, description, excerpt. Plain text.
  public var summary: String?
  /// Who edited it, as printed (责任编辑).
  public var editor: String?
  /// Copyright or licence, plain text.
  public var rights: String?
  /// Everything else that the source says, in its order, with its types.
  public var extra: MetadataMap = [:]

  /// Makes metadata of what is known.
  public init(
    title: String? = nil, alternativeTitle: String? = nil, authors: [Person] = [],
    byline: String? = nil, published: Timestamp? = nil, modified: Timestamp? = nil,
    dateline: String? = nil, section: String? = nil, categories: [String] = [],
    tags: [String] = [], slug: String? = nil, url: String? = nil, language: String? = nil,
    direction: TextDirection? = nil, publisher: Organization? = nil, source: Organization? = nil,
    canonicalURL: String? = nil, leadImage: LeadImage? = nil, summary: String? = nil,
    editor: String? = nil, rights: String? = nil, extra: MetadataMap = [:]
  ) {
    self.title = title
    self.alternativeTitle = alternativeTitle
    self.authors = authors
    self.byline = byline
    self.published = published
    self.modified = modified
    self.dateline = dateline
    self.section = section
    self.categories = categories
    self.tags = tags
    self.slug = slug
    self.url = url
    self.language = language
    self.direction = direction
    self.publisher = publisher
    self.source = source
    self.canonicalURL = canonicalURL
    self.leadImage = leadImage
    self.summary = summary
    self.editor = editor
    self.rights = rights
    self.extra = extra
  }
}
