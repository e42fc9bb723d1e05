import CICU

/// ICU's calendar of one time zone, owned.
struct ICUZone: ~Copyable {
  private let calendar: OpaquePointer

  /// Opens a zone by its IANA name.
  init?(_ identifier: String) {
    let units = Array(identifier.utf16)
    guard let calendar = icu_zone_open(units, Int32(units.count)) else { return nil }
    self.calendar = calendar
  }

  deinit { icu_zone_close(calendar) }

  /// Whether ICU has a zone of that name.
  static func isKnown(_ identifier: String) -> Bool {
    let units = Array(identifier.utf16)
    guard !units.isEmpty, units.count < 64 else { return false }
    return icu_zone_is_known(units, Int32(units.count)) != 0
  }

  /// Seconds east of Greenwich at a moment, in seconds since 1970 UTC.
  func offset(at seconds: Int) -> Int { Int(icu_zone_offset(calendar, Double(seconds))) }
}
