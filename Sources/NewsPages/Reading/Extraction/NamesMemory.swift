internal import NewsHTML

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What names said that were read before: those of the items of a list are all the same.
struct NamesMemory: ~Copyable {
  private struct Entry {
    var start: Int32 = 0
    var count: Int32 = 0
    var hint: ElementHint = []
  }

  /// The last name of each hash; a name of no bytes says nothing, as an empty entry does.
  private var entries = [Entry](repeating: Entry(), count: 256)

  /// What the names of an element say.
  mutating func hint(of node: Int, in tree: HTMLTree) -> ElementHint {
    ElementHint.named(node, in: tree) { name in
      tree.bytes.withUnsafeBufferPointer { bytes in
        hint(UnsafeBufferPointer(rebasing: bytes[name]), at: name.lowerBound, in: bytes)
      }
    }
  }

  private mutating func hint(
    _ name: UnsafeBufferPointer<UInt8>, at place: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> ElementHint {
    guard let start = name.baseAddress, let base = bytes.baseAddress, !name.isEmpty else {
      return []
    }
    let slot = Self.slot(name)
    let entry = entries[slot]
    if Int(entry.count) == name.count, memcmp(base + Int(entry.start), start, name.count) == 0 {
      return entry.hint
    }
    let hint = ElementHint.named(name)
    entries[slot] = Entry(start: Int32(place), count: Int32(name.count), hint: hint)
    return hint
  }

  /// A number of eight bits made of the length and of eight bytes at most.
  private static func slot(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = UInt64(name.count)
    let step = max(1, name.count / 8)
    var index = name.count - 1
    while index >= 0 {
      hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01B3
      index -= step
    }
    return Int(truncatingIfNeeded: (hash >> 24) & 0xFF)
  }
}
