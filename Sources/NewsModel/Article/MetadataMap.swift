/// A mapping from text to values that keeps the order of its source.
///
/// Lookup is linear: front matter has a dozen keys, not thousands.
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

  /// Makes an empty mapping.
  public init() {}

  /// Makes a mapping from a literal; a repeated key keeps its last value.
  public init(dictionaryLiteral elements: (String, MetadataValue)...) {
    for (key, value) in elements { self[key] = value }
  }

  /// Whether there are no entries.
  public var isEmpty: Bool { entries.isEmpty }
  /// How many entries there are.
  public var count: Int { entries.count }

  /// The value of a key; setting `nil` removes it, setting a new key appends it.
  public subscript(key: String) -> MetadataValue? {
    get { entries.first { $0.key == key }?.value }
    set {
      let index = entries.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}
