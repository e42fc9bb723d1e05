package import NewsModel

/// Where an article stands on the web and what identifies it, for formats that leave its site: feeds
/// and items of a wire.
package struct PageAddress: Sendable {
  /// The article's page, a whole address on the web, if it is known.
  package let page: String?
  /// What tells the article from others, a URI: the identifier it came with, else its page, else a
  /// UUID of what does not change when the text is corrected.
  package let identifier: String

  /// Finds both.
  package init(of entry: Publication.Entry) {
    let metadata = entry.metadata
    let origin = entry.origin
    var page = Self.web(metadata.canonicalURL)
    if page == nil, let site = Self.web(origin?.siteURL), let path = metadata.url {
      page = Self.web(
        path.hasPrefix("/") ? site.trimmingSlash + path : site.trimmingSlash + "/" + path)
    }
    self.page = page ?? Self.web(origin?.url)
    if let id = metadata.extra["id"]?.string.flatMap(Self.identifier) {
      identifier = id
    } else if let page = self.page {
      identifier = page
    } else {
      var print = Fingerprint()
      let parts = [
        origin?.siteURL, metadata.url, metadata.slug, metadata.title,
        metadata.published?.iso8601, metadata.publisher?.name,
      ]
      for part in parts { print.add(part ?? "") }
      for author in metadata.authors { print.add(author.name) }
      if metadata.title == nil, metadata.url == nil {
        print.add(entry.article.body.plainText)
      }
      identifier = print.urn
    }
  }

  /// An address on the web in ASCII, or `nil` if it is none.
  package static func web(_ address: String?) -> String? {
    guard let address else { return nil }
    let parts = WebAddress(address)
    guard WebAddress.isWeb(parts.scheme), let text = parts.linkable else { return nil }
    return ascii(text)
  }

  /// A text that is a URI already, or an address with characters beyond ASCII; `nil` for other texts.
  package static func identifier(_ text: String) -> String? {
    guard let scheme = WebAddress(text).scheme, scheme.utf8.count > 1,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
      text.utf8.count > scheme.utf8.count + 1
    else { return nil }
    return ascii(text)
  }

  /// A URI with what only an IRI may hold percent-encoded.
  package static func ascii(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var result: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        result.append(byte)
        continue
      }
      result.append(UInt8(ascii: "%"))
      for digit in [byte >> 4, byte & 15] {
        result.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"):
      false
    default: true
    }
  }
}

extension String {
  fileprivate var trimmingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}

extension Fingerprint {
  /// A name made of the fingerprint: a UUID of version 8 (RFC 9562, 5.8).
  package var urn: String { UUIDName.urn(of: bytes, version: 8) }
}
