import NewsModel

/// Small pictures of the articles that stand in lists.
struct Thumbnails {
  private var files: [String: String] = [:]
  /// The pictures, for the package.
  private(set) var pictures: [BookImages.Picture] = []

  /// What lists show no pictures: a list of hundreds of them is slow to open on a reader.
  private static let mostInSection = 24

  /// None.
  init() {}

  /// Those of the articles in lists of a planned book.
  init(_ plan: BookPlan, _ images: BookImages) {
    let listed = plan.sections.filter { $0.fileName != nil }.flatMap {
      plan.items[$0.items].prefix(Self.mostInSection)
    }
    for item in plan.shownLeads + listed where files[item.fileName] == nil {
      guard let image = LeadPicture.of(item.entry),
        let picture = images.thumbnail(image.source, item.entry.origin)
      else { continue }
      files[item.fileName] = picture.fileName
      pictures.append(picture)
    }
  }

  /// The small picture of an article.
  func file(for item: BookPlan.Item) -> String? { files[item.fileName] }
}
