/// Numbers for the names of elements and attributes.
///
/// libxml2 keeps each name once, so its address tells it within one document.
struct XMLNames {
  private struct Key: Hashable, BitwiseCopyable {
    var local: UnsafePointer<UInt8>
    var prefix: UnsafePointer<UInt8>?
    var uri: UnsafePointer<UInt8>?
  }

  /// The names by number.
  private(set) var all: [String] = []
  private let vocabulary: [String: String]
  /// The names met first, sooner looked through than hashed, and all the others.
  private var first: [(key: Key, number: Int32)] = []
  private var numbers: [Key: Int32] = [:]
  private var byName: [String: Int32] = [:]

  private static let few = 24

  init(_ vocabulary: [String: String]) { self.vocabulary = vocabulary }

  mutating func number(
    _ local: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?, uri: UnsafePointer<UInt8>?
  ) -> Int32 {
    let key = Key(local: local, prefix: prefix, uri: uri)
    for entry in first where entry.key == key { return entry.number }
    if first.count == Self.few, let number = numbers[key] { return number }
    let own = String(cString: local)
    var space = prefix.map { String(cString: $0) } ?? ""
    if let uri, let known = vocabulary[String(cString: uri)] { space = known }
    let name = space.isEmpty ? own : space + ":" + own
    let number: Int32
    if let known = byName[name] {
      number = known
    } else {
      number = Int32(all.count)
      all.append(name)
      byName[name] = number
    }
    if first.count < Self.few {
      first.append((key, number))
    } else {
      numbers[key] = number
    }
    return number
  }
}
