/// The first element of an XML document, seen in its beginning.
enum RootElement {
  /// Its name without a prefix; `nil` where there is none.
  static func name(in head: ArraySlice<UInt8>) -> String? {
    var text = head
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) {
      text = ArraySlice(text.dropFirst(2).filter { $0 != 0 })
    }
    text = text.drop { $0 <= 0x20 }
    guard text.first == UInt8(ascii: "<"), let name = FeedRecognizer.rootName(text) else {
      return nil
    }
    return name.split(separator: ":").last.map(String.init)
  }
}
