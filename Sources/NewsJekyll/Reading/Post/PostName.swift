import NewsFiles

/// What a post's file name says: `2022-03-07-a-new-bridge.md`.
///
/// Years of two digits and months and days of one are allowed, as in Jekyll's pattern
/// `(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$`.
struct PostName: Equatable {
  /// Year, month and day as written, not checked; `nil` for a name without a date.
  var date: (year: Int, month: Int, day: Int)?
  /// The name between date and extension, without trailing dots.
  var slug: String
  /// The extension with its dot.
  var fileExtension: String

  /// Reads a file name; a folder before it is ignored.
  init(_ path: String) {
    let name = FileSystem.name(of: path)
    let bytes = Array(name.utf8)
    fileExtension = ""
    var end = bytes.count
    if let dot = bytes.lastIndex(of: 0x2E), dot + 1 < bytes.count {
      fileExtension = String(decoding: bytes[dot...], as: UTF8.self)
      end = dot
    }
    var start = 0
    if let (date, afterDate) = Self.date(bytes), afterDate <= end, !fileExtension.isEmpty {
      self.date = date
      start = afterDate
    }
    while end > start, bytes[end - 1] == 0x2E { end -= 1 }
    slug = String(decoding: bytes[start..<end], as: UTF8.self)
  }

  static func == (left: PostName, right: PostName) -> Bool {
    left.slug == right.slug && left.fileExtension == right.fileExtension
      && left.date.map { [$0.year, $0.month, $0.day] }
        == right.date.map { [$0.year, $0.month, $0.day] }
  }

  /// Whether Jekyll takes a file of this name in `_posts` for a post.
  static func isPost(_ name: String) -> Bool {
    guard !isSpecial(name) else { return false }
    return PostName(name).date != nil
  }

  /// Whether Jekyll skips a file for its name alone: hidden, private, a backup.
  static func isSpecial(_ name: String) -> Bool {
    guard let first = name.utf8.first else { return true }
    return first == 0x2E || first == 0x5F || first == 0x23 || first == 0x7E
      || name.utf8.last == 0x7E || name.utf8.last == 0x2E
  }

  /// The title that Jekyll gives a post without one: each word of the slug capitalised.
  var title: String {
    slug.split(separator: "-", omittingEmptySubsequences: false)
      .map { word in
        guard let first = word.first else { return "" }
        return first.uppercased() + word.dropFirst().lowercased()
      }
      .dropTrailingEmpty()
      .joined(separator: " ")
  }

  private static func date(
    _ bytes: [UInt8]
  ) -> (date: (year: Int, month: Int, day: Int), end: Int)? {
    var position = 0
    func number(_ widths: ClosedRange<Int>) -> Int? {
      let start = position
      var value = 0
      while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
        guard position - start < widths.upperBound else { return nil }
        value = value * 10 + Int(bytes[position] - 0x30)
        position += 1
      }
      guard widths.contains(position - start), position < bytes.count, bytes[position] == 0x2D
      else { return nil }
      position += 1
      return value
    }
    guard let year = number(2...4) else { return nil }
    let isShort = position == 3
    guard let month = number(1...2), let day = number(1...2) else { return nil }
    return ((isShort ? (year < 69 ? 2000 : 1900) + year : year, month, day), position)
  }
}

extension [String] {
  /// What Ruby's `split` leaves: no empty words at the end.
  fileprivate func dropTrailingEmpty() -> ArraySlice<String> {
    self[..<(lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)]
  }
}
