import NewsModel

extension BookPlan {
  /// The articles of each section, each article once: a second one of the same canonical address
  /// or the same text is left out, and said.
  static func distinct(
    _ publication: Publication, _ diagnostics: inout Diagnostics
  ) -> [[Publication.Entry]] {
    if publication.onlyArticle != nil { return publication.sections.map(\.entries) }
    var addresses: Set<String> = []
    var texts: [Print: [Article]] = [:]
    return publication.sections.map { section in
      section.entries.filter { entry in
        let metadata = entry.article.metadata
        let name = metadata.title ?? entry.origin?.path ?? "an article"
        if let url = metadata.canonicalURL, let key = WebAddress(url).pageKey,
          !addresses.insert(key).inserted
        {
          diagnostics.note("'\(name)' is there twice (\(url)): the second is left out")
          return false
        }
        guard !entry.article.body.isEmpty else { return true }
        let print = Print(entry.article)
        if texts[print, default: []].contains(where: { $0.body == entry.article.body }) {
          diagnostics.note("'\(name)' has the text of an article before it: it is left out")
          return false
        }
        texts[print, default: []].append(entry.article)
        return true
      }
    }
  }

  /// What tells most texts apart at little cost; equal ones are then compared.
  private struct Print: Hashable {
    var count: Int
    var notes: Int
    var first: Block?
    var last: Block?

    init(_ article: Article) {
      count = article.body.count
      notes = article.footnotes.count
      first = article.body.first
      last = article.body.last
    }
  }
}
