extension Digest.Grouping {
  /// What brings articles of a section together.
  func key(of entry: Publication.Entry) -> String? {
    let metadata = entry.metadata
    return switch self {
    case .none: nil
    case .automatic, .category:
      entry.origin?.section ?? metadata.categories.first ?? metadata.section
    case .tag: metadata.tags.first
    case .date: metadata.published?.dayText
    case .month: metadata.published?.monthText
    case .source: metadata.source?.name ?? metadata.publisher?.name
    case .author: metadata.authors.first?.name ?? metadata.byline
    case .language: metadata.language
    case .folder: entry.origin?.path.map { FilePath(FilePath($0).folder).name }
    }
  }

  /// What ``automatic`` means for some articles; any other grouping is itself.
  func resolved(for entries: [Publication.Entry]) -> Digest.Grouping {
    guard self == .automatic else { return self }
    // Sections that a paper declares are wanted as they are.
    if entries.contains(where: { $0.origin?.section != nil }) { return .category }
    return [.category, .source].first { $0.bringsTogether(entries) } ?? .none
  }

  /// Whether sections are more than a heading over each article.
  private func bringsTogether(_ entries: [Publication.Entry]) -> Bool {
    var counts: [String: Int] = [:]
    for case let key? in entries.lazy.map({ key(of: $0) }) where !key.isEmpty {
      counts[key, default: 0] += 1
    }
    let together = counts.values.lazy.filter { $0 > 1 }.reduce(0, +)
    return together * 2 >= entries.count && together > 0
  }
}
