import NewsMarkup
import NewsModel

/// Addresses in a whole page: as written, but none that runs a script.
struct PageReferences: ReferenceResolver {
  /// What the article's anchors begin with.
  var idPrefix: String

  func link(_ url: String) -> String? {
    guard PageAddress.isHarmless(url) else { return nil }
    if !idPrefix.isEmpty, url.utf8.first == UInt8(ascii: "#") {
      return "#" + idPrefix + url.dropFirst()
    }
    return url
  }

  func media(_ url: String) -> String? { PageAddress.isHarmless(url) ? url : nil }

  func image(_ image: Image) -> ImageReference {
    guard PageAddress.isHarmless(image.source) || PageAddress.isImageData(image.source) else {
      return .described(link: nil)
    }
    return .shown(source: image.source, width: image.width, height: image.height)
  }
}

/// What addresses may stand in a page.
enum PageAddress {
  /// Whether following the address runs nothing: no `javascript:`, `vbscript:` or `data:`.
  static func isHarmless(_ url: String) -> Bool {
    !["javascript", "vbscript", "data"].contains(scheme(of: url))
  }

  /// Whether it holds a picture within itself.
  static func isImageData(_ url: String) -> Bool {
    url.utf8.count > 11 && url.prefix(11).lowercased() == "data:image/"
  }

  /// The address if it is one on the web.
  static func web(_ url: String?) -> String? {
    guard let url else { return nil }
    let scheme = scheme(of: url)
    return scheme == "http" || scheme == "https" ? url : nil
  }

  /// The scheme in small letters, as a browser reads it: blanks and controls within are nothing.
  static func scheme(of url: String) -> String {
    var scheme: [UInt8] = []
    for byte in url.utf8 {
      switch byte {
      case 0...0x20: continue
      case UInt8(ascii: ":"): return String(decoding: scheme, as: UTF8.self)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        scheme.append(byte)
      default: return ""
      }
      if scheme.count > 32 { return "" }
    }
    return ""
  }
}
