internal import NewsBytes

/// Turns bytes of the web into UTF-8.
package enum TextDecoder {
  /// Text with what is known of how it was written.
  package struct Output: Sendable {
    /// Valid UTF-8 without byte order mark and without NUL.
    package var utf8: [UInt8]
    /// The encoding it was in.
    package var charset: Charset
    /// Whether the encoding was guessed from the bytes alone.
    package var isGuess: Bool
    /// Whether bytes that mean nothing in it were replaced by U+FFFD.
    package var isRepaired: Bool
    /// How many NULs were removed.
    package var removedNULs: Int
  }

  /// Decodes an HTML page.
  ///
  /// What decides is, in this order: a byte order mark, the encoding that the transport named,
  /// whether it all is valid UTF-8, the `meta` of the head, a guess.
  package static func html(_ bytes: [UInt8], transport: String? = nil) -> Output {
    decode(bytes, transport: transport) { MetaCharset.find(in: $0) }
  }

  /// Decodes text that names no encoding in itself.
  package static func plain(_ bytes: [UInt8], transport: String? = nil) -> Output {
    decode(bytes, transport: transport) { _ in nil }
  }

  /// Decodes an XML document: as ``html(_:transport:)``, by the encoding that its declaration names.
  package static func xml(_ bytes: [UInt8], transport: String? = nil) -> Output {
    decode(bytes, transport: transport) { MetaCharset.declared(in: $0) }
  }

  private static func decode(
    _ bytes: [UInt8], transport: String?, declared: (ArraySlice<UInt8>) -> Charset?
  ) -> Output {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return decode(bytes.dropFirst(3), as: .utf8) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]), let charset = Charset("utf-32le") {
      return decode(bytes.dropFirst(4), as: charset)
    }
    if bytes.starts(with: [0xFE, 0xFF]), let charset = Charset("utf-16be") {
      return decode(bytes.dropFirst(2), as: charset)
    }
    if bytes.starts(with: [0xFF, 0xFE]), let charset = Charset("utf-16le") {
      return decode(bytes.dropFirst(2), as: charset)
    }
    if let transport, let charset = Charset(transport) { return decode(bytes[...], as: charset) }
    if let wide = wideWithoutMark(bytes) { return decode(bytes[...], as: wide, isGuess: true) }

    let named = declared(bytes[...])
    // ASCII that switches character sets by escape sequences is valid UTF-8 too.
    let escapes = named.map { ["iso-2022-jp", "iso-2022-kr", "hz-gb-2312"].contains($0.name) }
    if escapes != true, UTF8Check.isValid(bytes) {
      return withoutNULs(
        Output(
          utf8: bytes, charset: .utf8, isGuess: named != .utf8, isRepaired: false, removedNULs: 0))
    }
    if let named {
      // A meta that can be read as ASCII is not in UTF-16, whatever it says.
      let isWide = named.name.hasPrefix("utf-16") || named.name.hasPrefix("utf-32")
      return decode(bytes[...], as: isWide ? .utf8 : named)
    }
    if UTF8Check.isMostlyValid(bytes) { return decode(bytes[...], as: .utf8, isGuess: true) }
    let guess = CharsetDetector.guess(bytes[...]) ?? Charset("windows-1252") ?? .utf8
    return decode(bytes[...], as: guess, isGuess: true)
  }

  private static func decode(
    _ bytes: ArraySlice<UInt8>, as charset: Charset, isGuess: Bool = false
  ) -> Output {
    var output = Output(
      utf8: [], charset: charset, isGuess: isGuess, isRepaired: false, removedNULs: 0)
    if charset == .utf8 {
      if UTF8Check.isValid(bytes) {
        output.utf8 = Array(bytes)
      } else {
        output.utf8 = Array(String(decoding: bytes, as: UTF8.self).utf8)
        output.isRepaired = true
      }
    } else if let converter = CharsetConverter(charset.converter),
      let utf8 = converter.utf8(from: bytes)
    {
      output.utf8 = utf8
      output.isRepaired = UTF8Check.containsReplacement(utf8)
    } else {
      output.utf8 = Array(String(decoding: bytes, as: UTF8.self).utf8)
      output.isRepaired = true
    }
    return withoutNULs(output)
  }

  private static func withoutNULs(_ output: Output) -> Output {
    guard output.utf8.place(of: 0) != nil else { return output }
    var output = output
    let count = output.utf8.count
    output.utf8.removeAll { $0 == 0 }
    output.removedNULs = count - output.utf8.count
    return output
  }

  /// UTF-16 that has lost its mark: every other byte of markup is NUL, none of most letters.
  private static func wideWithoutMark(_ bytes: [UInt8]) -> Charset? {
    let head = bytes.prefix(256)
    guard head.count >= 16 else { return nil }
    // A page that has lost bytes to NUL further on is none.
    let isLittle = bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0
    let isBig = bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0
    guard isLittle || isBig else { return nil }
    var even = 0
    var odd = 0
    for (index, byte) in head.enumerated() where byte == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    if isLittle, odd >= 8, even * 16 <= odd { return Charset("utf-16le") }
    if isBig, even >= 8, odd * 16 <= even { return Charset("utf-16be") }
    return nil
  }
}
