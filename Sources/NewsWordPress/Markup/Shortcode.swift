internal import NewsBytes

/// One shortcode as it is written: `[gallery ids="1,2" columns=3]`, without what it may enclose.
struct Shortcode {
  var name: String
  /// Attributes by their names in small letters.
  private(set) var attributes: [String: String] = [:]
  /// Values without a name, in order.
  private(set) var values: [String] = []
  /// `[name /]`
  private(set) var isClosed = false
  /// Where it stands, brackets included.
  private(set) var range: Range<Int>

  /// A longer one is text.
  private static let longest = 4096
  private static let longestName = 64

  /// Reads one that begins with the `[` at a place; `nil` where none does.
  init?(_ bytes: [UInt8], at start: Int) {
    let limit = min(bytes.count, start + Self.longest)
    var at = start + 1
    while at < limit, MarkupScanner.isName(bytes[at]), at - start <= Self.longestName { at += 1 }
    guard at > start + 1, MarkupScanner.isLetter(bytes[start + 1]), at < limit else { return nil }
    name = String(decoding: bytes[(start + 1)..<at], as: UTF8.self)
    range = start..<at
    // Behind the name stands a blank, a slash, `=` in an old spelling, or the end.
    switch bytes[at] {
    case UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "="), 0x09, 0x0A, 0x0D, 0x20: break
    case 0xC2: break
    default: return nil
    }
    while true {
      while at < limit, Self.isBlank(bytes, at) { at += bytes[at] == 0xC2 ? 2 : 1 }
      guard at < limit else { return nil }
      if bytes[at] == UInt8(ascii: "]") { break }
      if bytes[at] == UInt8(ascii: "/"), at + 1 < limit, bytes[at + 1] == UInt8(ascii: "]") {
        isClosed = true
        at += 1
        break
      }
      guard let next = argument(bytes, at, limit) else { return nil }
      at = next
    }
    range = start..<(at + 1)
  }

  private static func isBlank(_ bytes: [UInt8], _ at: Int) -> Bool {
    bytes[at] <= 0x20 || bytes[at] == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0
  }

  /// Reads `key="value"`, `key=value` or a value; gives where it ends.
  private mutating func argument(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var at = start
    while at < limit, MarkupScanner.isName(bytes[at]) { at += 1 }
    var equals = at
    while equals < limit, bytes[equals] == 0x20 { equals += 1 }
    if equals < limit, bytes[equals] == UInt8(ascii: "=") {
      let key = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
      var first = equals + 1
      while first < limit, bytes[first] == 0x20 { first += 1 }
      guard let (value, end) = Self.value(bytes, first, limit) else { return nil }
      if key.isEmpty {
        values.append(value)
      } else if attributes.count < 64 {
        attributes[key] = value
      }
      return end
    }
    guard let (value, end) = Self.value(bytes, start, limit) else { return nil }
    if values.count < 256 { values.append(value) }
    return end
  }

  /// Quotation marks as they are typed, and as an editor that helps made them.
  private static let quotes: [[UInt8]] = [
    Array("\"".utf8), Array("'".utf8), Array("&quot;".utf8), Array("&#8221;".utf8),
    Array("&#8220;".utf8), Array("&#8243;".utf8), Array("\u{201D}".utf8), Array("\u{201C}".utf8),
    Array("\u{2033}".utf8), Array("&#039;".utf8), Array("&#8217;".utf8), Array("\u{2019}".utf8),
  ]

  private static func quote(_ bytes: [UInt8], _ at: Int) -> [UInt8]? {
    quotes.first { bytes[at...].starts(with: $0) }
  }

  private static func value(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> (String, Int)? {
    guard start < limit else { return nil }
    if let open = quote(bytes, start) {
      let isPlain = open.count == 1
      var at = start + open.count
      let first = at
      while at < limit {
        if isPlain ? bytes[at] == open[0] : quote(bytes, at) != nil {
          let close = isPlain ? 1 : quote(bytes, at)?.count ?? 1
          return (String(decoding: bytes[first..<at], as: UTF8.self), at + close)
        }
        at += 1
      }
      return nil
    }
    var at = start
    while at < limit, !isBlank(bytes, at), bytes[at] != UInt8(ascii: "]"),
      bytes[at] != UInt8(ascii: "[")
    {
      if bytes[at] == UInt8(ascii: "/"), at + 1 < limit, bytes[at + 1] == UInt8(ascii: "]"),
        at > start
      {
        break
      }
      at += 1
    }
    return at == start ? nil : (String(decoding: bytes[start..<at], as: UTF8.self), at)
  }
}

/// Where shortcodes end: `[/name]`, by name, found once for a whole text.
struct ShortcodeEnds {
  private var places: [String: [Range<Int>]] = [:]

  init(_ bytes: [UInt8]) {
    var at = 0
    while let open = bytes.place(of: UInt8(ascii: "["), from: at) {
      at = open + 1
      guard at < bytes.count, bytes[at] == UInt8(ascii: "/") else { continue }
      var end = at + 1
      while end < bytes.count, MarkupScanner.isName(bytes[end]) { end += 1 }
      let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
      while end < bytes.count, bytes[end] == 0x20 { end += 1 }
      guard end < bytes.count, bytes[end] == UInt8(ascii: "]"), !name.isEmpty else { continue }
      places[name, default: []].append(open..<(end + 1))
      at = end + 1
    }
  }

  /// The first end of a name behind a place.
  func first(of name: String, from start: Int) -> Range<Int>? {
    guard let all = places[name] else { return nil }
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].lowerBound < start { low = middle + 1 } else { high = middle }
    }
    return low < all.count ? all[low] : nil
  }
}
