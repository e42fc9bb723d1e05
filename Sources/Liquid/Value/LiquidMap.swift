/// Keys with values, in the order they came.
public struct LiquidMap: Sendable, Sequence {
  /// One key with its value.
  public typealias Element = (key: String, value: LiquidValue)

  private var entries: [Element] = []
  /// Where each key lies; kept only once the map is too large to look through.
  private var places: [String: Int] = [:]
  private static let indexedFrom = 9

  /// Makes an empty map.
  public init() {}

  /// Makes a map; of a repeated key the first place and the last value stay.
  public init(_ pairs: some Sequence<(String, LiquidValue)>) {
    for (key, value) in pairs { self[key] = value }
  }

  /// How many keys there are.
  public var count: Int { entries.count }
  /// Whether there are none.
  public var isEmpty: Bool { entries.isEmpty }
  /// The first key with its value.
  public var first: Element? { entries.first }
  /// The keys, in order.
  public var keys: [String] { entries.map(\.key) }
  /// The values, in the order of their keys.
  public var values: [LiquidValue] { entries.map(\.value) }

  /// The value of a key; setting `nil` removes the key.
  public subscript(key: String) -> LiquidValue? {
    get { place(of: key).map { entries[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil):
        entries.remove(at: place)
        reindex()
      case (nil, let value?):
        entries.append((key, value))
        if entries.count > Self.indexedFrom {
          places[key] = entries.count - 1
        } else if entries.count == Self.indexedFrom {
          reindex()
        }
      case (nil, nil): break
      }
    }
  }

  /// Goes through the keys and values in order.
  public func makeIterator() -> IndexingIterator<[Element]> { entries.makeIterator() }

  private func place(of key: String) -> Int? {
    if entries.count >= Self.indexedFrom { return places[key] }
    return entries.firstIndex { $0.key == key }
  }

  private mutating func reindex() {
    places.removeAll(keepingCapacity: true)
    guard entries.count >= Self.indexedFrom else { return }
    for (place, entry) in entries.enumerated() { places[entry.key] = place }
  }
}

extension LiquidMap: ExpressibleByDictionaryLiteral {
  /// A map; of a repeated key the last value stays.
  public init(dictionaryLiteral elements: (String, LiquidValue)...) { self.init(elements) }
}
