import NewsBytes
import NewsModel

/// The address of a page in its site, made from a template with placeholders: `page.url`.
struct Permalink {
  /// A page's part in its address.
  struct Page {
    /// The moment of publication as the site's clocks show it.
    var date: Timestamp?
    /// The slug, before it is made fit for an address.
    var slug: String
    /// The file's name without extension.
    var baseName: String
    var categories: [String]
    /// `.html` for what a converter makes, else the file's own extension.
    var outputExtension: String
    /// The collection's label.
    var collection: String
    /// The file's path in its collection without extension, from a slash on; few templates ask.
    var path: () -> String
  }

  /// The template behind one of Jekyll's names for styles, or the text itself.
  static func template(for style: String) -> String {
    switch style {
    case "date": "/:categories/:year/:month/:day/:title:output_ext"
    case "pretty": "/:categories/:year/:month/:day/:title/"
    case "ordinal": "/:categories/:year/:y_day/:title:output_ext"
    case "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext"
    case "none": "/:categories/:title:output_ext"
    default: style
    }
  }

  /// The address that a template gives a page; `nil` with the name of a placeholder that is none.
  static func url(template: String, page: Page) -> (url: String, unknown: String?) {
    var result: [UInt8] = []
    result.reserveCapacity(template.utf8.count + 64)
    var unknown: String?
    let bytes = Array(template.utf8)
    var position = 0
    while position < bytes.count {
      guard bytes[position] == 0x3A else {
        result.append(bytes[position])
        position += 1
        continue
      }
      var end = position + 1
      while end < bytes.count, bytes[end] == 0x5F || (bytes[end] >= 0x61 && bytes[end] <= 0x7A) {
        end += 1
      }
      var name = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
      var text = value(of: name, page)
      if text == nil, name.hasSuffix("_") {
        // In ":month_:day" the underscore is the template's.
        name.removeLast()
        end -= 1
        text = value(of: name, page)
      }
      if let text {
        result += escaped(text).utf8
      } else {
        if end > position + 1 { unknown = unknown ?? name }
        result += bytes[position..<end]
      }
      position = end
    }
    return (sanitized(String(decoding: result, as: UTF8.self)), unknown)
  }

  /// One leading slash, none doubled, no way up.
  static func sanitized(_ url: String) -> String {
    if url.withBytes({ isSane($0) }) { return url }
    let bytes = Array(("/" + url).utf8)
    var dotted: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == 0x2E, position + 1 < bytes.count, bytes[position + 1] == 0x2E {
        dotted.append(0x2F)
        position += 2
      } else {
        dotted.append(bytes[position])
        position += 1
      }
    }
    var undotted: [UInt8] = []
    position = 0
    while position < dotted.count {
      if dotted[position] == 0x2E, position + 1 < dotted.count, dotted[position + 1] == 0x2F {
        position += 2
      } else {
        undotted.append(dotted[position])
        position += 1
      }
    }
    var result: [UInt8] = []
    for byte in undotted where byte != 0x2F || result.last != 0x2F { result.append(byte) }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isSane(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
    guard url.first == 0x2F else { return false }
    var before: UInt8 = 0
    for byte in url {
      if byte == 0x2F, before == 0x2F || before == 0x2E { return false }
      if byte == 0x2E, before == 0x2E { return false }
      before = byte
    }
    return true
  }

  /// A value percent-encoded for a path, as Addressable's `URI.encode` does it, and its first `#`.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ stays($0) && $0 != 0x23 }) { return text }
    var path: [UInt8] = []
    for byte in text.utf8 {
      if stays(byte) {
        path.append(byte)
      } else {
        path += [0x25, hexDigit(byte >> 4), hexDigit(byte & 15)]
      }
    }
    if let mark = path.firstIndex(of: 0x23) { path.replaceSubrange(mark...mark, with: "%23".utf8) }
    return String(decoding: path, as: UTF8.self)
  }

  private static func stays(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~!$&'()*+,;=:@/#?".utf8.contains(byte)
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x41 + value - 10
  }

  // MARK: - Placeholders

  private static func value(of name: String, _ page: Page) -> String? {
    switch name {
    case "title": return Slug.make(page.slug, mode: .pretty, keepsCase: true)
    case "slug": return Slug.make(page.slug)
    case "name": return Slug.make(page.baseName)
    case "basename": return page.baseName
    case "path": return page.path()
    case "collection": return page.collection
    case "output_ext": return page.outputExtension
    case "categories": return unique(page.categories.map { $0.lowercased() })
    case "slugified_categories": return unique(page.categories.map { Slug.make($0) })
    default: break
    }
    guard let date = page.date else {
      return dateNames.contains(name) ? "" : nil
    }
    return dateValue(of: name, date)
  }

  private static let dateNames: Set<String> = [
    "year", "month", "day", "hour", "minute", "second", "i_day", "i_month", "short_month",
    "long_month", "short_year", "w_year", "week", "w_day", "short_day", "long_day", "y_day",
  ]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let days = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static func dateValue(of name: String, _ date: Timestamp) -> String? {
    switch name {
    case "year": padded(date.year, 4)
    case "month": padded(date.month, 2)
    case "day": padded(date.day, 2)
    case "hour": padded(date.time?.hour ?? 0, 2)
    case "minute": padded(date.time?.minute ?? 0, 2)
    case "second": padded(date.time?.second ?? 0, 2)
    case "i_day": String(date.day)
    case "i_month": String(date.month)
    case "short_month": String(months[date.month - 1].prefix(3))
    case "long_month": months[date.month - 1]
    case "short_year": padded(date.year % 100, 2)
    case "w_year": padded(date.isoWeek.year, 4)
    case "week": padded(date.isoWeek.week, 2)
    case "w_day": String(date.weekday)
    case "short_day": String(days[date.weekday - 1].prefix(3))
    case "long_day": days[date.weekday - 1]
    case "y_day": padded(date.dayOfYear, 3)
    default: nil
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    let missing = width - digits.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
  }

  private static func unique(_ words: [String]) -> String {
    if words.count < 2 { return words.first ?? "" }
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }.joined(separator: "/")
  }
}
