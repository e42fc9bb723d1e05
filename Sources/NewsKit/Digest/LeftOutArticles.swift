/// Counts what a digest does not take, and keeps its titles while they are few.
struct LeftOutArticles: Sendable {
  /// What of an article stands on a digest's last page.
  struct Name: Sendable {
    var title: String?
    var url: String?
    var language: String?

    init(_ entry: Publication.Entry) {
      title = entry.metadata.title
      url = entry.originalURL
      language = entry.metadata.language
    }

    /// `nil` for what its site does not show: nobody has left that out.
    init?(_ preview: ArticlePreview) {
      if preview.isHidden { return nil }
      title = preview.metadata.title
      url = preview.url
      language = preview.metadata.language
    }
  }

  private struct Kind: Hashable, Sendable {
    var cause: Publication.LeftOut.Cause
    var limit: Int?
  }

  private struct Group: Sendable {
    var count = 0
    var names: [Name] = []

    mutating func add(_ name: Name) {
      count += 1
      if names.count < LeftOutArticles.mostNamed { names.append(name) }
    }
  }

  private var groups: [Kind: Group] = [:]

  /// More than these are a number: a longer list says less than the contents.
  static let mostNamed = 24

  /// Counts an article in.
  mutating func add(_ name: Name, _ cause: Publication.LeftOut.Cause, limit: Int? = nil) {
    groups[Kind(cause: cause, limit: limit), default: Group()].add(name)
  }

  /// What was left out, by causes.
  var all: [Publication.LeftOut] {
    let kinds = groups.keys.sorted { first, second in
      let order = [first, second].map { kind in
        (Publication.LeftOut.Cause.allCases.firstIndex(of: kind.cause) ?? 0, -(kind.limit ?? 0))
      }
      return order[0] < order[1]
    }
    return kinds.compactMap { kind in
      guard let group = groups[kind] else { return nil }
      let names = group.count > Self.mostNamed ? [] : group.names
      return Publication.LeftOut(
        cause: kind.cause, limit: kind.limit, count: group.count,
        articles: names.map {
          Publication.Omission(title: $0.title ?? "", url: $0.url, language: $0.language)
        })
    }
  }
}
