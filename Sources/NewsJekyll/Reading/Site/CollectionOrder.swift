import NewsFrontMatter
import NewsModel

/// How the documents of a collection follow one another: as `order` lists them, by the property
/// that `sort_by` names, or by date and path.
struct CollectionOrder {
  private let listed: [String]?
  private let key: String?

  /// The order that a collection's settings ask for.
  init(_ settings: MetadataMap) {
    listed = settings["order"]?.list?.map(\.rubyText)
    key = settings["sort_by"]?.string
  }

  /// Documents in order.
  ///
  /// - Parameter folder: the collection's label, whose folder the listed paths are relative to.
  func sorted(_ documents: [JekyllPage], folder: String) -> [JekyllPage] {
    if let listed {
      var rest = documents.sorted(by: Self.precedes)
      var first: [JekyllPage] = []
      for path in listed {
        guard
          let place = rest.firstIndex(where: {
            $0.place.relativePath.hasSuffix("_\(folder)/\(path)")
          })
        else { continue }
        first.append(rest.remove(at: place))
      }
      return first + rest
    }
    guard let key else { return documents.sorted(by: Self.precedes) }
    return documents.sorted { left, right in
      switch (left.data[key]?.nonNull, right.data[key]?.nonNull) {
      case (nil, nil): return Self.precedes(left, right)
      case (nil, _): return false
      case (_, nil): return true
      case (let one?, let other?):
        let isBefore = Self.isBefore(one, other)
        if isBefore == Self.isBefore(other, one) { return Self.precedes(left, right) }
        return isBefore
      }
    }
  }

  /// Whether a page comes before another by date; by path where one has no date or both have one.
  static func precedes(_ left: JekyllPage, _ right: JekyllPage) -> Bool {
    if let one = left.date?.secondsSince1970, let other = right.date?.secondsSince1970,
      one != other
    {
      return one < other
    }
    return left.place.relativePath.utf8.lexicographicallyPrecedes(right.place.relativePath.utf8)
  }

  /// Whether a value is less than another, as far as the two can be compared.
  private static func isBefore(_ left: MetadataValue, _ right: MetadataValue) -> Bool {
    switch (left, right) {
    case (.integer(let one), .integer(let other)): one < other
    case (.integer(let one), .number(let other)): Double(one) < other
    case (.number(let one), .integer(let other)): one < Double(other)
    case (.number(let one), .number(let other)): one < other
    case (.string(let one), .string(let other)): one.utf8.lexicographicallyPrecedes(other.utf8)
    case (.timestamp(let one), .timestamp(let other)):
      one.secondsSince1970 < other.secondsSince1970
    default: false
    }
  }
}
