/// Text as Markdown, escaped where it would be taken for markup and nowhere else.
struct MarkdownText {
  /// Stands for a blank at which a line may end, until lines are made.
  static let softBlank: UInt8 = 0x1F

  /// What surrounds the text.
  struct Context {
    var flavor: MarkdownFlavor
    /// Within a link's text, where brackets would end it.
    var isInLink = false
    /// Within a heading of Hugo, where braces at the end would be attributes.
    var isInHugoHeading = false
    /// Whether a bare address in the text must not become a link.
    var isLossless = true
    /// Whether labels in brackets may be links.
    var hasReferences = false
    /// Whether a star, underscore or tilde could find a partner.
    var hasStars = false
    var hasUnderscores = false
    var hasTildes = false
    /// Whether a bracket could begin a link.
    var hasLinkEnds = false
  }

  /// Bytes that may need a look, by dialect.
  private static func interesting(_ flavor: MarkdownFlavor) -> [Bool] {
    var table = [Bool](repeating: false, count: 256)
    for byte in "\\`*_[]<&~! ".utf8 { table[Int(byte)] = true }
    for byte in 0..<0x20 { table[byte] = true }
    if flavor.isKramdown { for byte in "\"'.-|{$>:^".utf8 { table[Int(byte)] = true } }
    if flavor.linksBareAddresses { for byte in ":@w.".utf8 { table[Int(byte)] = true } }
    if flavor.isHugo { table[Int(UInt8(ascii: "{"))] = true }
    return table
  }

  private static let commonTable = interesting(.commonmark)
  private static let gfmTable = interesting(.gfm)
  private static let kramdownTable = interesting(.kramdown)
  private static let hugoTable = interesting(.hugo)

  /// Appends text to a line.
  static func append(_ string: String, to out: inout [UInt8], _ context: Context) {
    var string = string
    let table =
      context.flavor.isKramdown
      ? kramdownTable
      : context.flavor.isHugo
        ? hugoTable : context.flavor.linksBareAddresses ? gfmTable : commonTable
    string.withUTF8 { text in
      var start = 0
      for index in 0..<text.count where table[Int(text[index])] {
        guard let replacement = replacement(text, index, out, start, context) else { continue }
        out.append(contentsOf: text[start..<index])
        start = index + 1
        switch replacement {
        case .escape:
          out.append(0x5C)
          out.append(text[index])
        case .bytes(let bytes): bytes.withUTF8Buffer { out.append(contentsOf: $0) }
        case .byte(let byte): out.append(byte)
        }
      }
      out.append(contentsOf: text[start...])
    }
  }

  private enum Replacement {
    /// A backslash before it.
    case escape
    case bytes(StaticString)
    case byte(UInt8)
  }

  private static func replacement(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ out: [UInt8], _ start: Int,
    _ context: Context
  ) -> Replacement? {
    let byte = text[index]
    let next = index + 1 < text.count ? text[index + 1] : nil
    // What was copied so far ends with this.
    let before = index > 0 ? text[index - 1] : out.last
    switch byte {
    case 0x20: return .byte(softBlank)
    case 0x09, 0x0A, 0x0D: return .byte(softBlank)
    case 0..<0x20: return .bytes("\u{FFFD}")
    case UInt8(ascii: "\\"):
      guard let next else { return .escape }
      return isPunctuation(next) || next < 0x20 ? .escape : nil
    case UInt8(ascii: "`"): return .escape
    case UInt8(ascii: "*"):
      return context.hasStars && !isBetweenBlanks(before, next) ? .escape : nil
    case UInt8(ascii: "_"):
      if !context.hasUnderscores || isBetweenBlanks(before, next) { return nil }
      return isWord(before) && isWord(next) && index > 0 ? nil : .escape
    case UInt8(ascii: "~"):
      return context.hasTildes && !isBetweenBlanks(before, next) ? .escape : nil
    case UInt8(ascii: "["):
      if context.isInLink || context.hasReferences || context.hasLinkEnds { return .escape }
      return next == UInt8(ascii: "^") ? .escape : nil
    case UInt8(ascii: "]"):
      return context.isInLink || context.hasReferences || context.hasLinkEnds ? .escape : nil
    case UInt8(ascii: "<"):
      guard let next else { return .escape }
      if context.flavor.isKramdown, next == byte { return .escape }
      return isLetter(next) || "/!?".utf8.contains(next) ? .escape : nil
    case UInt8(ascii: "&"): return isReference(text, index) ? .bytes("&amp;") : nil
    case UInt8(ascii: "!"):
      // Only a link or picture that follows makes it a sign.
      return next == nil ? .escape : next == UInt8(ascii: "[") ? .escape : nil
    case UInt8(ascii: ":") where context.flavor.linksBareAddresses:
      // http:// is no link here.
      let isAddress =
        next == UInt8(ascii: "/") && index + 2 < text.count && text[index + 2] == next
        && index > 0 && isLetter(text[index - 1])
      return isAddress ? .escape : nil
    case UInt8(ascii: "w"):
      let isAddress =
        index + 4 < text.count && text[index + 1] == byte && text[index + 2] == byte
        && text[index + 3] == UInt8(ascii: ".") && !isWord(before) && context.isLossless
      return isAddress ? .bytes("w<!-- -->") : nil
    case UInt8(ascii: "@"):
      // Without the mark it becomes a link, which says the same.
      return context.isLossless && isWord(before) && isWord(next) ? .bytes("<!-- -->@") : nil
    case UInt8(ascii: ".") where context.flavor.linksBareAddresses:
      let isAddress =
        !context.isLossless && index >= 3 && text[index - 1] == UInt8(ascii: "w")
        && text[index - 2] == UInt8(ascii: "w") && text[index - 3] == UInt8(ascii: "w")
      return isAddress ? .escape : nil
    case UInt8(ascii: "{") where context.flavor.isHugo:
      return context.isInHugoHeading ? .escape : nil
    default: return kramdown(text, index, before, next)
    }
  }

  /// What only kramdown takes for markup.
  private static func kramdown(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ before: UInt8?, _ next: UInt8?
  ) -> Replacement? {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "|"): return .escape
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ">"):
      return next == byte ? .escape : nil
    // At the end of a text it is not known what follows, and these begin what sets attributes or
    // formulas.
    case UInt8(ascii: "{"): return next == nil || next == UInt8(ascii: ":") ? .escape : nil
    case UInt8(ascii: "$"):
      return next == nil || next == byte || before == byte ? .escape : nil
    case UInt8(ascii: ":"): return next == UInt8(ascii: "}") ? .escape : nil
    default: return nil
    }
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  private static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return isLetter(byte) || (byte >= 0x30 && byte <= 0x39)
  }

  /// At the ends of a text it is not known what follows.
  private static func isBetweenBlanks(_ before: UInt8?, _ after: UInt8?) -> Bool {
    guard let before, let after else { return false }
    return (before == 0x20 || before == softBlank) && after == 0x20
  }

  /// Whether an ampersand begins what could be a character reference.
  private static func isReference(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var index = start + 1
    if index < text.count, text[index] == UInt8(ascii: "#") { index += 1 }
    let name = index
    while index < text.count, index - name < 40, isWord(text[index]) { index += 1 }
    return index > name && index < text.count && text[index] == UInt8(ascii: ";")
  }
}
