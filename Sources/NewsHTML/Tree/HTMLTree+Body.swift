internal import NewsModel

extension HTMLTree {
  /// How long a tag may be.
  private static let longest = 16_384

  /// Gives `body` the attributes of its tag where libxml2 had opened one before: it drops a tag that
  /// comes late, browsers take what it says.
  mutating func restoreBody(from utf8: [UInt8]) {
    guard let body = first(.body), nodes[body].count == 0,
      let tag = Self.bodyTag(in: utf8)
    else { return }
    let parser = HTMLTreeParser(limits: .standard, reserving: tag.count)
    parser.parse(Array(tag))
    var diagnostics = Diagnostics()
    let other = parser.finish(diagnostics: &diagnostics)
    guard let late = other.first(.body) else { return }
    let start = attributes.count
    for index in other.attributes(of: late) {
      var attribute = other.attributes[index]
      let from = Int(attribute.start) - Int(attribute.nameLength)
      let to = Int(attribute.start) + Int(attribute.count)
      attribute.start = UInt32(bytes.count + Int(attribute.nameLength))
      bytes += other.bytes[from..<to]
      attributes.append(attribute)
    }
    nodes[body].start = UInt32(start)
    nodes[body].count = UInt32(attributes.count - start)
  }

  /// The first `<body …>` that has attributes.
  private static func bodyTag(in utf8: [UInt8]) -> ArraySlice<UInt8>? {
    let name: StaticString = "body"
    return utf8.withUnsafeBufferPointer { bytes -> Range<Int>? in
      var index = 0
      while index + 6 < bytes.count {
        guard bytes[index] == UInt8(ascii: "<"), bytes[index + 1] | 0x20 == UInt8(ascii: "b"),
          (0..<4).allSatisfy({ bytes[index + 1 + $0] | 0x20 == name.utf8Start[$0] }),
          bytes[index + 5] <= 0x20
        else {
          index += 1
          continue
        }
        let end = bytes[index..<min(index + longest, bytes.count)].firstIndex(of: UInt8(ascii: ">"))
        return end.map { index..<($0 + 1) }
      }
      return nil
    }.map { utf8[$0] }
  }
}
