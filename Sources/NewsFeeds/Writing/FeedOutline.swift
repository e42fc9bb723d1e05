internal import NewsAddress
internal import NewsMarkup
internal import NewsModel
internal import NewsText

/// A publication as a feed sees it: what it says of itself, and how its entries are to be called.
struct FeedOutline {
  let title: String
  /// The page of the site that it is of.
  let home: String?
  /// Where the feed itself will be, if that is known.
  let address: String?
  let identifier: String
  let language: String?
  /// Who stands for entries that name no author.
  let author: String
  let entries: [Publication.Entry]
  /// When the feed was last changed: the moment that the run gives, else the latest of its content.
  let updated: Timestamp?
  private var identifiers = UniqueNames()

  init(_ publication: Publication, address: String?, epoch: Int?) {
    entries = publication.entries
    self.address = address
    updated = Self.updated(publication, epoch: epoch)
    let publishers = Self.common(entries.map { $0.metadata.publisher })
    let only = publication.title == nil && entries.count == 1 ? entries.first?.metadata : nil
    let title =
      publication.title ?? publishers?.name ?? only?.publisher?.name ?? only?.title ?? "Articles"
    self.title = title
    let site = Self.common(entries.map { PageAddress.web($0.origin?.siteURL) })
    home = PageAddress.web(publishers?.url) ?? site
    author = publication.creator ?? publishers?.name ?? title
    let language =
      publication.language ?? Self.common(entries.map { $0.metadata.language })
    self.language = language.flatMap(LanguageTag.normalized)
    if let address {
      identifier = address
    } else {
      var print = Fingerprint()
      for part in ["feed", title, home ?? "", publication.creator ?? ""] { print.add(part) }
      identifier = print.urn
    }
  }

  /// What all have that have any.
  private static func common<Value: Hashable>(_ values: [Value?]) -> Value? {
    var found: Value?
    for value in values {
      guard let value else { continue }
      if let found, found != value { return nil }
      found = value
    }
    return found
  }

  private static func updated(_ publication: Publication, epoch: Int?) -> Timestamp? {
    if let epoch, let moment = Timestamp(secondsSince1970: epoch) { return moment }
    let dates =
      publication.entries.flatMap { [$0.metadata.modified, $0.metadata.published] }
      + [publication.date]
    let latest = dates.compactMap { $0 }.max { $0.secondsSince1970 < $1.secondsSince1970 }
    return latest ?? Timestamp(secondsSince1970: 0)
  }

  /// Whether an entry's publisher is the feed itself.
  func isOwn(_ publisher: Organization?) -> Bool { publisher == nil || publisher?.name == title }

  /// An entry with its addresses; one of an identifier that was there already gets another.
  mutating func place(of entry: Publication.Entry) -> FeedPlace {
    let address = PageAddress(of: entry)
    let identifier = identifiers.next(identifier: address.identifier)
    return FeedPlace(page: address.page, identifier: identifier)
  }
}

/// Where an entry leads and what tells it from others.
struct FeedPlace {
  let page: String?
  let identifier: String
}
