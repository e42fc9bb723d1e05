/// An address that may be written into what a browser opens.
///
/// The one place where addresses are judged. What is judged is what is written: ``text`` is the
/// address as the URL standard's parser sees it, without the blanks around and the line breaks
/// within, and with every character percent-encoded that markup cannot hold, so that nothing that
/// writes it afterwards changes it. Each place has its list of schemes; what is not on it is refused.
package struct SafeAddress: Sendable, Hashable {
  /// Where an address is to stand.
  package enum Place: Sendable, Hashable, CaseIterable {
    /// A link that a reader follows.
    case link
    /// A picture, the poster of a video among them.
    case picture
    /// A video or a recording.
    case media
    /// A page within the page.
    case frame
    /// The source of a quotation or of the article, in an attribute that nobody follows.
    case citation
    /// Metadata, which take a whole address on the web and no other.
    case metadata
    /// Within a drawing or its style: what it holds itself, and nothing to load.
    case drawing
    /// Within the style sheet of a book: pictures and fonts that it holds itself.
    case styleSheet
  }

  /// The address to write.
  package let text: String

  /// Judges an address, or `nil` where it may not stand.
  package init?(_ address: String, in place: Place) {
    let written = Self.written(address)
    switch Self.lead(of: written) {
    case .web: guard place.takesWeb else { return nil }
    case .fragment: guard place.takesRelative || place == .drawing else { return nil }
    case .relative: guard place.takesRelative else { return nil }
    case .scheme(let scheme):
      guard place.takes(scheme, of: written) else { return nil }
    case .disguised: return nil
    }
    text = written
  }

  /// What an address was refused for, to be named in a message: its scheme in small letters.
  package static func scheme(of address: String) -> String? {
    let written = written(address)
    return written.withContiguousBytes { bytes in
      Self.plainScheme(bytes) ?? Self.disguisedScheme(bytes)
    }
  }

  /// Whether an address is a path, without a scheme or host.
  package static func isPath(_ address: String) -> Bool {
    scheme(of: address) == nil && !address.hasPrefix("//")
  }

  /// Whether an address runs a script or opens a document of its own making, however it is spelt:
  /// for text of which it is not known whether it is an address.
  package static func isScript(_ address: String) -> Bool {
    scheme(of: address).map { scripts.contains($0) } ?? false
  }

  // MARK: What begins an address

  private enum Lead {
    case web
    case fragment
    case relative
    case scheme(String)
    /// Relative by the standard, but a program that decodes once too often would run it.
    case disguised
  }

  private static func lead(of address: String) -> Lead {
    address.withContiguousBytes { bytes in
      switch bytes.first {
      case UInt8(ascii: "#"): return .fragment
      // Nearly all addresses are one of these.
      case nil, UInt8(ascii: "/"), UInt8(ascii: "?"): return .relative
      default: break
      }
      if begins(bytes, with: "https:") || begins(bytes, with: "http:") { return .web }
      if let scheme = plainScheme(bytes) {
        return scheme == "http" || scheme == "https" ? .web : .scheme(scheme)
      }
      if let scheme = disguisedScheme(bytes), scripts.contains(scheme) { return .disguised }
      return .relative
    }
  }

  private static func begins(
    _ bytes: UnsafeBufferPointer<UInt8>, with prefix: StaticString
  ) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    for index in 0..<count where bytes[index] != prefix.utf8Start[index] { return false }
    return true
  }

  /// The scheme as the URL standard finds it, in small letters.
  private static func plainScheme(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let first = bytes.first, isLetter(first) else { return nil }
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") {
        return String(decoding: bytes[..<index].map(small), as: UTF8.self)
      }
      guard isSchemeByte(byte) else { return nil }
    }
    return nil
  }

  /// The scheme that comes to light when references and percent-escapes are resolved and what is
  /// not seen is taken away. No browser reads an address so; what renders Markdown or decodes an
  /// attribute twice might.
  private static func disguisedScheme(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var scheme: [UInt8] = []
    var index = 0
    while let (scalar, length) = AddressCharacter.decoded(bytes, at: index) {
      index += length
      switch scalar {
      case UInt32(UInt8(ascii: ":")):
        return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self)
      case UInt32(UInt8(ascii: "\\")): continue
      case _ where AddressCharacter.isUnseen(scalar): continue
      case 0..<0x80 where isSchemeByte(UInt8(scalar)): scheme.append(small(UInt8(scalar)))
      default: return nil
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: isLetter(byte)
    }
  }

  /// Schemes that run a script or make a document of the address itself.
  private static let scripts: Set<String> = [
    "javascript", "vbscript", "livescript", "mocha", "data", "view-source", "jar", "mhtml", "blob",
    "filesystem", "feed", "about",
  ]

  // MARK: The form that is written

  /// The address without what the URL standard takes away, and with what markup cannot hold
  /// percent-encoded, as the standard does it.
  private static func written(_ address: String) -> String {
    address.withContiguousBytes { bytes -> String? in
      var start = 0
      var end = bytes.count
      while start < end, bytes[start] <= 0x20 { start += 1 }
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      var index = start
      while index < end, AddressCharacter.unfitLength(bytes, at: index) == 0 { index += 1 }
      if index == end {
        if start == 0, end == bytes.count { return nil }
        return String(decoding: bytes[start..<end], as: UTF8.self)
      }
      var result: [UInt8] = []
      result.reserveCapacity(end - start + 8)
      index = start
      while index < end {
        let byte = bytes[index]
        let length = min(AddressCharacter.unfitLength(bytes, at: index), end - index)
        if length == 0 {
          result.append(byte)
        } else if byte != 0x09, byte != 0x0A, byte != 0x0D {
          for byte in bytes[index..<(index + length)] {
            result.append(UInt8(ascii: "%"))
            for digit in [byte >> 4, byte & 15] {
              result.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
            }
          }
        }
        index += max(length, 1)
      }
      return String(decoding: result, as: UTF8.self)
    } ?? address
  }
}

// MARK: - What may stand where

extension SafeAddress.Place {
  /// Whether an address on the web may stand here.
  fileprivate var takesWeb: Bool { self != .drawing && self != .styleSheet }

  /// Whether an address may stand here that is relative to the page.
  fileprivate var takesRelative: Bool {
    self != .metadata && self != .drawing && self != .styleSheet
  }

  /// Whether an address of a scheme other than the web's may stand here.
  fileprivate func takes(_ scheme: String, of address: String) -> Bool {
    switch self {
    case .link: Self.followed.contains(scheme)
    case .picture: scheme == "data" && Self.isData(address, of: Self.pictures)
    case .drawing: scheme == "data" && Self.isData(address, of: Self.stillPictures)
    case .styleSheet:
      scheme == "data"
        && (Self.isData(address, of: Self.stillPictures) || Self.isData(address, of: Self.fonts))
    case .citation: scheme == "urn" || scheme == "doi"
    case .media, .frame, .metadata: false
    }
  }

  /// What a link may lead to besides pages: mail, telephones, files, news, chats, calendars and
  /// names. A program is asked for each, and none of these programs runs what it is given.
  private static let followed: Set<String> = [
    "ftp", "ftps", "sftp", "mailto", "tel", "sms", "geo", "news", "nntp", "gopher", "gemini", "irc",
    "ircs", "xmpp", "sip", "sips", "matrix", "magnet", "webcal", "urn", "doi", "info",
  ]

  /// Pictures that may stand in their own address. A drawing runs no script and loads nothing where
  /// it is shown as a picture (SVG 2, secure animated mode).
  private static let pictures = stillPictures.union(["image/svg+xml"])

  private static let stillPictures: Set<String> = [
    "image/png", "image/apng", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif",
    "image/bmp", "image/x-icon", "image/vnd.microsoft.icon",
  ]

  private static let fonts: Set<String> = [
    "font/woff", "font/woff2", "font/ttf", "font/otf", "application/font-woff",
    "application/font-sfnt", "application/vnd.ms-opentype", "application/x-font-ttf",
    "application/x-font-opentype",
  ]

  /// Whether a `data:` address names one of some media types (RFC 2397).
  private static func isData(_ address: String, of types: Set<String>) -> Bool {
    guard address.utf8.contains(UInt8(ascii: ",")) else { return false }
    let type = address.utf8.dropFirst("data:".utf8.count).prefix(64).prefix {
      $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",")
    }
    return types.contains(String(decoding: type, as: UTF8.self).lowercased())
  }
}

extension String {
  fileprivate func withContiguousBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}
