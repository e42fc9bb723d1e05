public import NewsModel

/// Articles to try a writer on: together they hold every kind of block, inline and metadata.
///
/// All text is NewsKit's own. In ``everything`` each piece of text is a word that occurs nowhere
/// else, so that what a writer loses can be named; ``words`` lists them.
public enum SampleArticle {
  /// An article without metadata and without text.
  public static let empty = Article()

  /// Every block, inline and metadata field once, in one article.
  public static let everything: Article = {
    var article = Article(metadata: fullMetadata, body: blocks.map(\.block), footnotes: footnotes)
    article.body.append(.paragraph(Paragraph(inlines.map(\.inline).separated)))
    return article
  }()

  /// All samples with a name for each.
  public static var all: [(name: String, article: Article)] {
    var all = [
      ("empty", empty), ("everything", everything), ("chinese", chinese), ("japanese", japanese),
      ("korean", korean), ("arabic", arabic), ("hostile", hostile), ("deep", deep),
    ]
    for (name, block) in blocks {
      all.append(("block " + name, Article(body: [block], footnotes: footnotes)))
    }
    for (name, inline) in inlines {
      let body: [Block] = [.paragraph(Paragraph([inline]))]
      all.append(("inline " + name, Article(body: body, footnotes: footnotes)))
    }
    return all.map { (name: $0.0, article: $0.1) }
  }

  /// Two sections of articles, one of them without a heading, and a title.
  public static let publication: Publication = {
    var publication = Publication(
      title: "Thursdaybook",
      sections: [
        Publication.Section(entries: [Publication.Entry(everything)]),
        Publication.Section(
          title: "Farsection",
          entries: [chinese, japanese, arabic].map { Publication.Entry($0) }),
      ])
    publication.creator = "Bookmaker"
    publication.date = Timestamp(iso8601: "2026-03-05")
    publication.language = "en"
    publication.series = Publication.Series(title: "Weekseries", position: "12")
    return publication
  }()

  private static let fullMetadata: Metadata = {
    var metadata = Metadata()
    metadata.title = "Headline"
    metadata.alternativeTitle = "Deckline"
    metadata.authors = [
      Person(name: "Firstauthor", url: "https://news.example/first"),
      Person(name: "Wireagency", isOrganization: true),
    ]
    metadata.byline = "Printedbyline"
    metadata.published = Timestamp(iso8601: "2026-03-04T05:06:07+08:00")
    metadata.modified = Timestamp(iso8601: "2026-03-05T00:00:00Z")
    metadata.dateline = "Fartown"
    metadata.section = "Sectionname"
    metadata.categories = ["firstcategory", "secondcategory"]
    metadata.tags = ["firsttag", "second tag"]
    metadata.slug = "headline"
    metadata.url = "/news/2026/03/04/headline.html"
    metadata.language = "en-GB"
    metadata.direction = .leftToRight
    metadata.publisher = Organization(name: "Publisherhouse", url: "https://publisher.example/")
    metadata.source = Organization(name: "Sourcepaper", url: "https://source.example/")
    metadata.canonicalURL = "https://news.example/2026/headline"
    metadata.leadImage = LeadImage(
      source: "missing/lead.jpg", alternative: "Leadalternative", caption: "Leadcaption")
    metadata.summary = "Summarytext"
    metadata.editor = "Editorname"
    metadata.rights = "Rightstext"
    let seen = Timestamp(year: 2026, month: 1, day: 2)
    metadata.extra = [
      "weight": .integer(7), "ratio": .number(0.5), "draft": .bool(false), "none": .null,
      "seen": .list([.string("a: b")] + [seen].compactMap { $0.map(MetadataValue.timestamp) }),
      "nested": .map(["key": .string("value\nin two lines")]),
    ]
    return metadata
  }()
}

extension [Inline] {
  /// With a blank between two, as normalised text has it: in the text where there is one, none
  /// around a line break.
  fileprivate var separated: [Inline] {
    var result: [Inline] = []
    for inline in self {
      switch (result.last, inline) {
      case (nil, _), (.lineBreak, _), (_, .lineBreak): result.append(inline)
      case (.text(let before), _):
        result[result.count - 1] = .text(before + " ")
        result.append(inline)
      case (_, .text(let after)): result.append(.text(" " + after))
      default: result += [.text(" "), inline]
      }
    }
    return result
  }
}
