/// Destinations given by number, defined at the end.
struct MarkdownReferences {
  /// What every label begins with: of two definitions of one label the first counts, so the articles
  /// of a digest must not share them.
  let prefix: String
  private(set) var all: [(url: String, title: String?)] = []
  private var numbers: [String: Int] = [:]

  init(prefix: String) { self.prefix = prefix }

  /// How many there are.
  var count: Int { all.count }

  /// Forgets those after the first `count`, for a line that is composed again.
  mutating func removeLast(to count: Int) {
    while all.count > count {
      let last = all.removeLast()
      numbers[Self.key(last.url, last.title)] = nil
    }
  }

  private static func key(_ url: String, _ title: String?) -> String {
    url + "\n" + (title ?? "\n")
  }

  /// The label of a destination.
  mutating func label(of url: String, title: String?) -> String {
    let key = Self.key(url, title)
    if let number = numbers[key] { return label(number) }
    all.append((url, title))
    numbers[key] = all.count
    return label(all.count)
  }

  /// The label of the destination with a number, counted from 1.
  func label(_ number: Int) -> String { "\(prefix)\(number)" }
}
