internal import CICU

/// Finds where a line may end: UAX #14, with the language's customs.
///
/// Plain words of the alphabets are looked at here; everything else is ICU's matter, whose iterator
/// is opened when it is first needed and kept.
package struct LineBreaker: ~Copyable {
  /// How strictly East Asian line breaking rules (kinsoku) are kept: CSS `line-break`.
  package enum Strictness: String, Sendable {
    /// Small kana and the prolonged sound mark may begin a line: for short lines.
    case loose
    /// The language's common rules.
    case normal
    /// None of these may begin a line.
    case strict
  }

  private let locale: String
  /// Whether words of Hangul are kept together: Korean has blanks between words and breaks there.
  private let keepsHangul: Bool
  private var iterator: OpaquePointer?

  /// Makes a line breaker for a language, BCP 47.
  package init(language: String? = nil, strictness: Strictness = .strict) {
    // ICU takes `zh_Hans@lb=strict`; what is no language tag gets the root's rules.
    var base = ""
    for byte in (language ?? "").utf8.prefix(40) {
      switch byte {
      case UInt8(ascii: "-"): base.append("_")
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F:
        base.unicodeScalars.append(Unicode.Scalar(byte))
      default: break
      }
    }
    locale = base + "@lb=" + strictness.rawValue
    let primary = base.prefix { $0 != "_" }.lowercased()
    keepsHangul = primary == "ko" || primary == "kor"
  }

  deinit {
    if let iterator { icu_break_close(iterator) }
  }

  /// The offsets at which a new line may begin, in order, without 0 and the end.
  ///
  /// - Parameters:
  ///   - utf8: one paragraph's text; a line feed in it is a forced break.
  ///   - offsets: receives byte offsets; emptied first, so that its storage is used again.
  package mutating func breaks(in utf8: UnsafeBufferPointer<UInt8>, into offsets: inout [Int]) {
    offsets.removeAll(keepingCapacity: true)
    if !PlainWords.breaks(in: utf8, into: &offsets) {
      offsets.removeAll(keepingCapacity: true)
      askICU(utf8, &offsets)
    }
    if offsets.last == utf8.count { offsets.removeLast() }
  }

  /// The offsets in a text, for tests and single lines.
  package mutating func breaks(in text: String) -> [Int] {
    var text = text
    var offsets: [Int] = []
    text.withUTF8 { breaks(in: $0, into: &offsets) }
    return offsets
  }

  /// ICU's answer alone, to compare the short way with.
  mutating func askICUAlone(_ text: String) -> [Int] {
    var text = text
    var offsets: [Int] = []
    text.withUTF8 { askICU($0, &offsets) }
    if offsets.last == text.utf8.count { offsets.removeLast() }
    return offsets
  }

  private mutating func askICU(_ utf8: UnsafeBufferPointer<UInt8>, _ offsets: inout [Int]) {
    if iterator == nil { iterator = icu_line_break_open(locale) ?? icu_line_break_open("") }
    guard let iterator,
      utf8.withMemoryRebound(
        to: CChar.self, { icu_break_set_utf8(iterator, $0.baseAddress, Int64($0.count)) }) != 0
    else {
      // Without ICU's data a blank is a place to break.
      for index in utf8.indices where index > 0 && utf8[index - 1] == 0x20 && utf8[index] != 0x20 {
        offsets.append(index)
      }
      return
    }
    while true {
      let offset = icu_break_next(iterator)
      guard offset >= 0 else { break }
      if keepsHangul, Self.isInKoreanWord(Int(offset), utf8) { continue }
      offsets.append(Int(offset))
    }
    // The iterator must not keep the address of bytes that go away.
    _ = icu_break_set_utf8(iterator, "", 0)
  }

  /// Whether a Hangul syllable stands beside an offset and no blank before it: particles follow
  /// names and numbers of any script.
  private static func isInKoreanWord(_ offset: Int, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset > 0, utf8[offset - 1] > 0x20 else { return false }
    return isHangul(utf8, offset) || offset >= 3 && isHangul(utf8, offset - 3)
  }

  /// U+AC00…U+D7A3 are `EA B0 80` to `ED 9E A3`.
  private static func isHangul(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 2 < utf8.count, utf8[index] >= 0xEA, utf8[index] <= 0xED else { return false }
    if utf8[index] == 0xEA { return utf8[index + 1] >= 0xB0 }
    return utf8[index] < 0xED || utf8[index + 1] <= 0x9E
  }
}
