/// A mapping from text to values that keeps the order of its source.
///
/// Two mappings are equal where they map the same keys to equal values, in whatever order.
public struct MetadataMap: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// One key with its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public var key: String
    /// What it maps to.
    public var value: MetadataValue

    /// Makes an entry.
    public init(key: String, value: MetadataValue) {
      self.key = key
      self.value = value
    }
  }

  /// The entries in order; keys are unique.
  public private(set) var entries: [Entry] = []
  /// Where each key stands, in mappings of so many keys that looking through them takes long.
  private var places: [String: Int]?

  private static var few: Int { 32 }

  /// Makes an empty mapping.
  public init() {}

  /// Makes a mapping from entries in order; a repeated key keeps its last value.
  public init(_ entries: [Entry]) {
    self.entries.reserveCapacity(entries.count)
    for entry in entries { self[entry.key] = entry.value }
  }

  /// Makes a mapping from a literal; a repeated key keeps its last value.
  public init(dictionaryLiteral elements: (String, MetadataValue)...) {
    for (key, value) in elements { self[key] = value }
  }

  /// Makes a mapping of entries whose keys are known to differ, without comparing them.
  package init(uniqueEntries: [Entry]) {
    entries = uniqueEntries
    index()
  }

  private mutating func index() {
    places =
      entries.count > Self.few
      ? Dictionary(
        entries.indices.map { (entries[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
      : nil
  }

  private func place(of key: String) -> Int? {
    if let places { return places[key] }
    // Most keys differ in length, which is known without reading them.
    let length = key.utf8.count
    return entries.firstIndex { $0.key.utf8.count == length && $0.key == key }
  }

  /// Whether there are no entries.
  public var isEmpty: Bool { entries.isEmpty }
  /// How many entries there are.
  public var count: Int { entries.count }

  /// The value of a key; setting `nil` removes it, setting a new key appends it.
  public subscript(key: String) -> MetadataValue? {
    get { place(of: key).map { entries[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil):
        entries.remove(at: place)
        index()
      case (nil, let value?):
        entries.append(Entry(key: key, value: value))
        if places == nil {
          if entries.count > Self.few { index() }
        } else {
          places?[key] = entries.count - 1
        }
      case (nil, nil): break
      }
    }
  }
}

extension MetadataMap {
  /// Whether two mappings say the same.
  public static func == (one: Self, other: Self) -> Bool {
    if one.entries == other.entries { return true }
    guard one.count == other.count else { return false }
    let values = Dictionary(
      other.entries.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
    return one.entries.allSatisfy { values[$0.key] == $0.value }
  }

  /// Hashes what is mapped, whatever its order.
  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for entry in entries { sum &+= entry.hashValue }
    hasher.combine(sum)
  }
}
