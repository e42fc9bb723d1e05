#if canImport(Glibc)
  import Glibc
#endif

/// A time zone: how far clocks stand from UTC at a moment.
///
/// Named zones are the IANA database's, read through ICU; UTC and fixed offsets need nothing.
package struct TimeZone: Sendable, Hashable {
  /// What the zone is made of.
  private enum Rules: Sendable, Hashable {
    case fixed(Int)
    case named(String)
  }

  private var rules: Rules

  /// Greenwich.
  package static let utc = TimeZone(rules: .fixed(0))

  private init(rules: Rules) { self.rules = rules }

  /// A zone that never changes.
  ///
  /// - Parameter offset: seconds east of Greenwich.
  package init(offset: Int) { rules = .fixed(offset) }

  /// A zone by name: `Asia/Shanghai`, `UTC`, or as POSIX writes a fixed one, `JST-9`.
  package init?(identifier: String) {
    switch identifier {
    case "UTC", "Etc/UTC", "GMT", "Etc/GMT", "Etc/UCT", "UCT", "Zulu", "Universal", "Etc/Universal":
      self = .utc
    default:
      if ICUZone.isKnown(identifier) {
        rules = .named(identifier)
      } else if let offset = Self.posixOffset(identifier) {
        rules = .fixed(offset)
      } else {
        return nil
      }
    }
  }

  /// The zone that this machine's clock is set to: `TZ`, else `/etc/localtime`, else UTC.
  package static var current: TimeZone {
    if let value = getenv("TZ") {
      var name = String(cString: value)
      if name.hasPrefix(":") { name.removeFirst() }
      return TimeZone(identifier: name) ?? .utc
    }
    var target = [CChar](repeating: 0, count: 1024)
    let length = readlink("/etc/localtime", &target, target.count - 1)
    guard length > 0 else { return .utc }
    let path = String(decoding: target[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    guard let folder = parts.lastIndex(where: { $0.elementsEqual("zoneinfo".utf8) }),
      folder + 1 < parts.count
    else { return .utc }
    return TimeZone(identifier: String(path[parts[folder + 1].startIndex...])) ?? .utc
  }

  /// Seconds east of Greenwich at a moment, given in seconds since 1970 UTC.
  package func offset(atSecondsSince1970 seconds: Int) -> Int {
    switch rules {
    case .fixed(let offset): offset
    case .named(let name): ICUZone(name)?.offset(at: seconds) ?? 0
    }
  }

  /// Seconds east of Greenwich when a clock in this zone shows a time.
  ///
  /// A time that the clock shows twice is the second of the two, as Ruby and with it Jekyll take it;
  /// one that it skips is read with the offset from before the leap.
  ///
  /// - Parameter seconds: what the clock shows, as if it stood in Greenwich.
  package func offset(atLocalSeconds seconds: Int) -> Int {
    guard case .named(let name) = rules, let zone = ICUZone(name) else {
      return offset(atSecondsSince1970: seconds)
    }
    // No clock shows a time beyond; ICU knows none either.
    let seconds = max(-1 << 60, min(seconds, 1 << 60))
    // Offsets a day before and after enclose any change near this time.
    let before = zone.offset(at: seconds - 86_400)
    let after = zone.offset(at: seconds + 86_400)
    return zone.offset(at: seconds - after) == after ? after : before
  }

  /// `EST5`, `JST-9`, `<+0330>-3:30`: a zone without summer time as POSIX writes it.
  private static func posixOffset(_ text: String) -> Int? {
    var bytes = Array(text.utf8)[...]
    if bytes.first == 0x3C {
      guard let close = bytes.firstIndex(of: 0x3E) else { return nil }
      bytes = bytes[(close + 1)...]
    } else {
      let letters = bytes.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
      guard letters.count >= 3 else { return nil }
      bytes = bytes[letters.endIndex...]
    }
    var sign = -1
    if bytes.first == 0x2D || bytes.first == 0x2B {
      sign = bytes.removeFirst() == 0x2D ? 1 : -1
    }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: ":").map { Int($0) }
    guard (1...3).contains(parts.count), let hours = parts[0], (0...24).contains(hours) else {
      return nil
    }
    let minutes = parts.count > 1 ? parts[1] ?? 0 : 0
    guard (0...59).contains(minutes) else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
