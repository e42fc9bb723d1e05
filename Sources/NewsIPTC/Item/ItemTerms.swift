internal import NewsModel

/// Section, categories and keywords of an article as the subjects of an item.
enum ItemTerms {
  static let section = "section"
  static let category = "category"

  /// The subjects to write: what the item came with keeps its address and code.
  static func subjects(of metadata: Metadata) -> [Concept] {
    let known = Dictionary(grouping: metadata.extra.concepts("subjects")) { $0.label }
    func concept(_ name: String, _ relation: String?) -> Concept {
      let same = known[name]?.first {
        relation == nil || $0.relation == nil || $0.relation == relation
      }
      guard var found = same else { return Concept(name: name, relation: relation) }
      if let relation { found.relation = relation }
      return found
    }
    var result = metadata.section.map { [concept($0, section)] } ?? []
    result += metadata.categories.map { concept($0, category) }
    result += metadata.tags.map { concept($0, nil) }
    return result
  }

  /// Takes subjects into an article.
  static func take(_ subjects: [Concept], into metadata: inout Metadata) {
    for subject in subjects {
      guard let label = subject.label else { continue }
      switch subject.relation {
      case section where metadata.section == nil: metadata.section = label
      case category: metadata.categories.append(label)
      default: metadata.tags.append(label)
      }
    }
    metadata.categories = metadata.categories.distinct()
    metadata.tags = metadata.tags.distinct()
    let kept = subjects.filter { subject in
      subject.uri != nil || subject.literal != nil
        || subject.relation.map { $0 != section && $0 != category } == true
    }
    metadata.extra.set("subjects", kept)
  }
}

extension Metadata {
  /// Takes a slugline: the slug where it could stand in an address, else a key of its own.
  mutating func setSlugline(_ text: String) {
    let isSlug =
      text.utf8.count < 200
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
    if isSlug { slug = text } else { extra.set("slugline", text) }
  }

  /// The slugline to write.
  var slugline: String? { extra.word("slugline") ?? slug }
}
