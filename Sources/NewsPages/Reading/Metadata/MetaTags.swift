internal import NewsBlocks
internal import NewsHTML

/// The `meta` and `link` elements of a page.
struct MetaTags {
  private var entries: [String: [String]] = [:]
  private(set) var canonical: String?
  private(set) var license: String?
  private(set) var base: String?

  init(_ tree: HTMLTree) {
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .meta: add(node, tree)
      case .link:
        guard let rel = tree.value(.rel, of: node), let href = tree.string(.href, of: node),
          !href.isEmpty
        else { continue }
        if canonical == nil, ClassTokens.contains(rel, "canonical") { canonical = href }
        if license == nil, ClassTokens.contains(rel, "license") { license = href }
      case .base: if base == nil { base = tree.string(.href, of: node) }
      default: break
      }
    }
  }

  private mutating func add(_ node: Int, _ tree: HTMLTree) {
    guard let content = tree.value(.content, of: node), content.count < 20_000,
      content.contains(where: { $0 > 0x20 })
    else { return }
    let value = String(decoding: content, as: UTF8.self)
    for name in [HTMLAttributeName.property, .name, .itemprop, .httpEquiv] {
      guard let key = tree.value(name, of: node) else { continue }
      for word in ClassTokens.split(key) {
        let key = Self.key(word)
        entries[key, default: []].append(value)
      }
    }
  }

  /// `DC:Creator` and `dc.creator` are one.
  private static func key(_ name: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: name.count) { key in
      var count = 0
      for byte in name {
        let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        key[count] =
          byte == UInt8(ascii: ":") ? UInt8(ascii: ".") : isCapital ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  /// The first value of the first of some names that has one.
  func first(_ names: [String]) -> String? {
    for name in names { if let value = entries[Self.key(name.utf8)]?.first { return value } }
    return nil
  }

  /// All values of the first of some names that has any.
  func all(_ names: [String]) -> [String] {
    for name in names { if let values = entries[Self.key(name.utf8)] { return values } }
    return []
  }
}
