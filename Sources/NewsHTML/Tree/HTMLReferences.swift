internal import CCMarkGFM
internal import NewsCommonMark

/// Makes character references such as libxml2 2.9 reads them as HTML5 has them.
///
/// It leaves `&nbsp` without its semicolon, names younger than HTML 4 and `&#150;` as they are.
enum HTMLReferences {
  /// The bytes with such references replaced; the same bytes where there are none.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.firstIndex(of: UInt8(ascii: "&")) else { return bytes }
    var scanner = Scanner()
    var output: [UInt8] = []
    var copied = 0
    bytes.withUnsafeBufferPointer { buffer in
      var index = first
      while index < buffer.count {
        guard buffer[index] == UInt8(ascii: "&") else {
          index += 1
          continue
        }
        guard let repair = scanner.repair(buffer, at: index) else {
          index += 1
          continue
        }
        if output.isEmpty { output.reserveCapacity(buffer.count + 256) }
        output.append(contentsOf: buffer[copied..<index])
        output.append(contentsOf: repair.text)
        index += repair.length
        copied = index
      }
      if copied > 0 { output.append(contentsOf: buffer[copied...]) }
    }
    return copied > 0 ? output : bytes
  }

  /// A reference to replace: how long it is and by what.
  private struct Repair {
    var length: Int
    var text: [UInt8]
  }

  private struct Scanner {
    private var younger: [[UInt8]: [UInt8]] = [:]

    mutating func repair(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Repair? {
      guard start + 1 < bytes.count else { return nil }
      if bytes[start + 1] == UInt8(ascii: "#") { return number(bytes, at: start) }
      var end = start + 1
      while end < bytes.count, end - start < 34, isAlphanumeric(bytes[end]) { end += 1 }
      guard end - start > 2 else { return nil }
      let name = Array(bytes[(start + 1)..<end])
      if end < bytes.count, bytes[end] == UInt8(ascii: ";") {
        if HTMLReferences.old.contains(name) { return nil }
        guard let text = expansion(of: name) else { return nil }
        return Repair(length: end + 1 - start, text: text)
      }
      // `?a=1&copy=2` in an address is no reference.
      if end < bytes.count, bytes[end] == UInt8(ascii: "=") { return nil }
      guard HTMLReferences.bare.contains(name) else {
        // The one that is glued to words.
        guard name.starts(with: "nbsp".utf8) else { return nil }
        return Repair(length: 5, text: [0xC2, 0xA0])
      }
      return Repair(length: end - start, text: [UInt8(ascii: "&")] + name + [UInt8(ascii: ";")])
    }

    /// `&#128;` to `&#159;` mean windows-1252.
    private func number(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Repair? {
      var at = start + 2
      var value = 0
      let isHex = at < bytes.count && bytes[at] | 0x20 == UInt8(ascii: "x")
      if isHex { at += 1 }
      let digits = at
      while at < bytes.count, at - digits < 8 {
        let byte = bytes[at]
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          value = value * (isHex ? 16 : 10) + Int(byte - 48)
        case UInt8(ascii: "a")...UInt8(ascii: "f") where isHex: value = value * 16 + Int(byte - 87)
        case UInt8(ascii: "A")...UInt8(ascii: "F") where isHex: value = value * 16 + Int(byte - 55)
        default:
          guard at > digits else { return nil }
          return number(value, length: at - start + (byte == UInt8(ascii: ";") ? 1 : 0))
        }
        at += 1
      }
      return at > digits ? number(value, length: at - start) : nil
    }

    private func number(_ value: Int, length: Int) -> Repair? {
      guard (0x80...0x9F).contains(value) else { return nil }
      let scalar = HTMLReferences.windows1252[value - 0x80]
      return Repair(
        length: length, text: Array(String(Character(Unicode.Scalar(scalar) ?? "?")).utf8))
    }

    /// What a name younger than HTML 4 stands for; cmark knows them all.
    private mutating func expansion(of name: [UInt8]) -> [UInt8]? {
      if let known = younger[name] { return known.isEmpty ? nil : known }
      let reference = [UInt8(ascii: "&")] + name + [UInt8(ascii: ";")]
      let text = CommonMark.text(ofReference: reference)
      let result = text == reference ? [] : text
      if younger.count < 4096 { younger[name] = result }
      return result.isEmpty ? nil : result
    }

    private func isAlphanumeric(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
  }

  private static func names(_ list: String) -> Set<[UInt8]> {
    Set(list.split(separator: " ").map { Array($0.utf8) })
  }

  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  /// The names that HTML5 reads without a semicolon, but for the dangerous `lt`-like ones that
  /// libxml2 reads itself.
  private static let bare = names(
    """
    AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT \
    Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute \
    Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil \
    cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute \
    icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve \
    ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig \
    thorn times uacute ucirc ugrave uml uuml yacute yen yuml
    """)

  /// The names of HTML 4, which libxml2 knows.
  private static let old = bare.subtracting(names("AMP COPY GT LT QUOT REG")).union(
    names(
      """
      fnof Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho \
      Sigma Tau Upsilon Phi Chi Psi Omega alpha beta gamma delta epsilon zeta eta theta iota kappa \
      lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega thetasym upsih piv \
      bull hellip prime Prime oline frasl weierp image real trade alefsym larr uarr rarr darr harr \
      crarr lArr uArr rArr dArr hArr forall part exist empty nabla isin notin ni prod sum minus \
      lowast radic prop infin ang and or cap cup int there4 sim cong asymp ne equiv le ge sub sup \
      nsub sube supe oplus otimes perp sdot lceil rceil lfloor rfloor lang rang loz spades clubs \
      hearts diams OElig oelig Scaron scaron Yuml circ tilde ensp emsp thinsp zwnj zwj lrm rlm \
      ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo dagger Dagger permil lsaquo rsaquo euro apos
      """))
}
