import CICU

/// What ICU knows of how a language writes dates, owned.
struct ICUDateFormat: ~Copyable {
  private let format: OpaquePointer
  private let locale: String

  /// Opens the Gregorian calendar of a language, in decimal digits; `nil` if it is not known.
  init?(_ language: String) {
    locale = language + "@calendar=gregorian;numbers=latn"
    guard let format = icu_date_format_open(locale) else { return nil }
    self.format = format
  }

  deinit { icu_date_format_close(format) }

  /// The pattern of a date with the month in words.
  var day: String? { Self.text { icu_date_format_pattern(format, $0, $1) } }

  /// The pattern of a month of a year.
  var month: String? {
    let skeleton = Array("yMMMM".utf16)
    return Self.text { icu_date_pattern(locale, skeleton, Int32(skeleton.count), $0, $1) }
  }

  /// The name of a month from 0, in a date or standing alone.
  func name(ofMonth month: Int32, isStandalone: Bool) -> String? {
    Self.text { icu_date_format_month(format, month, isStandalone ? 1 : 0, $0, $1) }
  }

  private static func text(_ write: (UnsafeMutablePointer<UInt16>, Int32) -> Int32) -> String? {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 128) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let count = Int(write(start, Int32(buffer.count)))
      guard count > 0, count <= buffer.count else { return nil }
      return String(decoding: buffer[..<count], as: UTF16.self)
    }
  }
}
