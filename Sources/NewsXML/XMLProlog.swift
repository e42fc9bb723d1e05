/// What stands before a document's element: declaration, comments, document type.
///
/// Of a document type only the internal entities that are plain text are taken.
struct XMLProlog {
  private let bytes: [UInt8]
  /// Where the document's element begins, or whatever is there instead.
  private(set) var end = 0
  /// The entities that the document declares, by name.
  private(set) var entities: [[UInt8]: [UInt8]] = [:]

  /// More of them, or longer ones, are no feed's.
  private static let mostEntities = 2048
  private static let longestEntity = 4096

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() {
    while end < bytes.count {
      guard bytes[end] == UInt8(ascii: "<") else {
        // Text before the first element is no XML: a line of a web server, a stray mark.
        end += 1
        continue
      }
      if begins("<?") {
        skip(past: "?>", from: end + 2)
      } else if begins("<!--") {
        skip(past: "-->", from: end + 4)
      } else if begins("<!") {
        documentType()
      } else {
        return
      }
    }
  }

  private func begins(_ word: String, at place: Int? = nil) -> Bool {
    let place = place ?? end
    return bytes.count >= place + word.utf8.count
      && bytes[place..<(place + word.utf8.count)].elementsEqual(word.utf8)
  }

  private mutating func skip(past word: String, from start: Int) {
    let last = Array(word.utf8)
    var index = start
    while index + last.count <= bytes.count {
      if bytes[index] == last[0], bytes[index..<(index + last.count)].elementsEqual(last) {
        end = index + last.count
        return
      }
      index += 1
    }
    end = bytes.count
  }

  /// Walks over `<!DOCTYPE … [ … ]>`.
  private mutating func documentType() {
    var index = end + 2
    var isInside = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        index = past(bytes[index], from: index + 1)
      case UInt8(ascii: "["):
        isInside = true
        index += 1
      case UInt8(ascii: "]"):
        isInside = false
        index += 1
      case UInt8(ascii: ">") where !isInside:
        end = index + 1
        return
      case UInt8(ascii: "<") where isInside && begins("<!--", at: index):
        end = index
        skip(past: "-->", from: index + 4)
        index = end
      case UInt8(ascii: "<") where isInside && begins("<!ENTITY", at: index):
        index = entity(at: index + 8)
      case UInt8(ascii: "<") where !isInside:
        // Not closed: the element begins here.
        end = index
        return
      default: index += 1
      }
    }
    end = bytes.count
  }

  private func past(_ byte: UInt8, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != byte { index += 1 }
    return min(index + 1, bytes.count)
  }

  /// Takes `name "value">`; gives where to go on.
  private mutating func entity(at start: Int) -> Int {
    var index = start
    func skipSpace() { while index < bytes.count, bytes[index] <= 0x20 { index += 1 } }
    skipSpace()
    let first = index
    while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ">") { index += 1 }
    let name = bytes[first..<index]
    skipSpace()
    guard index < bytes.count,
      bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
    else { return index }
    let valueStart = index + 1
    index = past(bytes[index], from: valueStart)
    let value = bytes[valueStart..<max(valueStart, index - 1)]
    if !name.isEmpty, name.first != UInt8(ascii: "%"), value.count <= Self.longestEntity,
      entities.count < Self.mostEntities
    {
      // A reference or markup in it stays as it is written: nothing is replaced twice.
      if entities[Array(name)] == nil { entities[Array(name)] = Array(value) }
    }
    return index
  }
}
