internal import Synchronization

/// How a language puts day, month and year together, as the Unicode locale data have it.
struct DatePattern: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case year
    case month(digits: Int)
    case monthName
    case day(digits: Int)
  }

  private var pieces: [Piece] = []
  private var months: [String] = []

  /// ICU needs a good while to open a language: each is asked for once.
  private static let known = Mutex<[String: DatePattern?]>([:])

  /// What is shown of a date.
  enum Parts: String {
    case day, month
  }

  /// The pattern of a language, or `nil` if there is none.
  static func cached(for language: String, _ parts: Parts = .day) -> DatePattern? {
    let key = language + "/" + parts.rawValue
    if let pattern = known.withLock({ $0[key] }) { return pattern }
    let pattern = DatePattern(language: language, parts)
    known.withLock { $0[key] = .some(pattern) }
    return pattern
  }

  private init?(language: String, _ parts: Parts) {
    let tag = String(
      decoding: language.utf8.prefix(40).compactMap { byte -> UInt8? in
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "_"): UInt8(ascii: "_")
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: byte
        default: nil
        }
      }, as: UTF8.self)
    guard tag.utf8.count >= 2 else { return nil }
    guard let format = ICUDateFormat(tag), let pattern = parts == .day ? format.day : format.month
    else { return nil }
    read(pattern)
    let isStandalone = pattern.utf8.contains(UInt8(ascii: "L"))
    for month in 0..<Int32(12) {
      guard let name = format.name(ofMonth: month, isStandalone: isStandalone) else { return nil }
      months.append(name)
    }
  }

  /// Reads a pattern such as `d 'de' MMMM 'de' y` (UTS #35); eras and the like are left out.
  private mutating func read(_ pattern: String) {
    var text = ""
    var isQuoted = false
    var rest = Substring(pattern)
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      rest = rest.dropFirst(run.count)
      if first == "'" {
        if run.count > 1 { text += "'" }
        if run.count % 2 == 1 { isQuoted.toggle() }
        continue
      }
      let piece: Piece?
      switch first {
      case _ where isQuoted: piece = nil
      case "y": piece = .year
      case "M", "L": piece = run.count < 3 ? .month(digits: run.count) : .monthName
      case "d": piece = .day(digits: run.count)
      case "A"..."Z", "a"..."z":
        // With the blank before it.
        if text.utf8.last == 0x20 { text.removeLast() }
        continue
      default: piece = nil
      }
      guard let piece else {
        text += run
        continue
      }
      if !text.isEmpty { pieces.append(.text(text)) }
      text = ""
      pieces.append(piece)
    }
    if !text.isEmpty { pieces.append(.text(text)) }
  }

  func text(year: Int, month: Int, day: Int) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .year: result += String(year)
      case .monthName: result += months[month - 1]
      case .month(let digits): result += digits == 2 ? DateText.twoDigits(month) : String(month)
      case .day(let digits): result += digits == 2 ? DateText.twoDigits(day) : String(day)
      }
    }
    return result
  }
}
