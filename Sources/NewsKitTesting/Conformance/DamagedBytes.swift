/// Bytes made of good ones by damage: cut off, changed, left out, repeated.
struct DamagedBytes {
  /// How many variants of each sort.
  var count: Int
  private var generator: SeededGenerator

  init(count: Int, seed: UInt64) {
    self.count = count
    generator = SeededGenerator(seed: seed)
  }

  /// The variants of some bytes, the same in every run.
  mutating func variants(of bytes: [UInt8]) -> [[UInt8]] {
    guard !bytes.isEmpty else { return [] }
    var variants: [[UInt8]] = []
    for step in 0..<count {
      variants.append(Array(bytes.prefix(bytes.count * step / count)))
      variants.append(changed(bytes))
      variants.append(shortened(bytes))
      variants.append(repeated(bytes))
    }
    return variants
  }

  private mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...bytes.count / 64 {
      bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
        in: .min ... .max, using: &generator)
    }
    return bytes
  }

  private mutating func range(in bytes: [UInt8]) -> Range<Int> {
    let start = Int.random(in: bytes.indices, using: &generator)
    let length = Int.random(in: 0...max(1, bytes.count / 8), using: &generator)
    return start..<min(bytes.count, start + length)
  }

  private mutating func shortened(_ bytes: [UInt8]) -> [UInt8] {
    let range = range(in: bytes)
    return Array(bytes[..<range.lowerBound] + bytes[range.upperBound...])
  }

  private mutating func repeated(_ bytes: [UInt8]) -> [UInt8] {
    let range = range(in: bytes)
    return Array(bytes[..<range.upperBound] + bytes[range.lowerBound...])
  }
}

extension DamagedBytes {
  /// Bytes that no format expects, with what each is.
  static let hostile: [(name: String, bytes: [UInt8])] = [
    ("nothing", []),
    ("a line break", [0x0A]),
    ("a NUL", [0]),
    ("bytes that are no UTF-8", [UInt8](repeating: 0xFF, count: 4096)),
    ("every byte", (0...255).map { UInt8($0) }),
    ("a byte order mark", [0xEF, 0xBB, 0xBF]),
    ("half a character", Array("新闻".utf8.dropLast())),
    ("10,000 tags", Array(String(repeating: "<div>", count: 10_000).utf8)),
    ("10,000 quotes", Array(String(repeating: ">", count: 10_000).utf8)),
    ("10,000 brackets", Array(String(repeating: "[", count: 10_000).utf8)),
    ("10,000 braces", Array(String(repeating: "{", count: 10_000).utf8)),
    ("10,000 list items", Array(String(repeating: "- ", count: 10_000).utf8)),
    ("10,000 stars", Array(String(repeating: "*a ", count: 10_000).utf8)),
    ("one long line", [UInt8](repeating: 0x61, count: 1 << 20)),
  ]
}
