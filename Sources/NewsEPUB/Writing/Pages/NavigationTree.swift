/// A line of the contents with those below it.
struct NavigationTree: Sendable {
  /// What it says.
  var title: String
  /// Document, perhaps with an anchor; `nil` for a heading without a page of its own.
  var address: String?
  /// BCP 47, where it differs from the book's.
  var language: String?
  /// The lines below it.
  var children: [NavigationTree] = []

  /// The contents of a book.
  static func contents(of plan: BookPlan, headings: [ArticlePage.Entry]) -> [NavigationTree] {
    plan.sections.flatMap { section in
      let articles = section.items.map { index in
        let item = plan.items[index]
        return NavigationTree(
          title: item.title, address: item.fileName,
          language: item.language == plan.language ? nil : item.language)
      }
      guard plan.isDigest else {
        return articles.map { article in
          var article = article
          article.children = nested(headings[...])
          return article
        }
      }
      guard let title = section.title else { return articles }
      return [
        NavigationTree(
          title: title, address: section.fileName, language: section.language, children: articles)
      ]
    }
      + (OmissionsPage.isThere(in: plan)
        ? [NavigationTree(title: OmissionsPage.title(in: plan), address: OmissionsPage.fileName)]
        : [])
  }

  /// The address, or that of what comes first below it.
  var firstAddress: String { address ?? children.first?.address ?? "nav.xhtml" }

  /// Headings by rank; a rank that leaves one out counts as the next.
  private static func nested(_ headings: ArraySlice<ArticlePage.Entry>) -> [NavigationTree] {
    // Ranks 2 and 3 make contents; deeper ones would make a second text of them.
    guard let top = headings.map(\.level).min() else { return [] }
    var result: [NavigationTree] = []
    for heading in headings {
      let line = NavigationTree(title: heading.title, address: heading.address)
      if heading.level == top || result.isEmpty {
        result.append(line)
      } else if heading.level == top + 1 {
        result[result.count - 1].children.append(line)
      }
    }
    return result
  }
}
