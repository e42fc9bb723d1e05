import NewsAddress
import NewsModel

extension MarkdownRenderer {
  /// Writes a figure of one picture as Hugo's shortcode, which is shown whatever a site allows; `false`
  /// where that could not say it all.
  mutating func writeShortcode(of figure: Figure) -> Bool {
    guard figure.attributes.isEmpty, figure.content.count == 1,
      case .paragraph(let paragraph) = figure.content[0], paragraph.attributes.isEmpty,
      paragraph.content.count == 1
    else { return false }
    var image: Image?
    var link: String?
    switch paragraph.content[0] {
    case .image(let picture): image = picture
    case .link(let outer) where outer.content.count == 1 && outer.title == nil:
      guard outer.attributes.isEmpty, case .image(let picture) = outer.content[0],
        SafeAddress.scheme(of: outer.url).map({ ["http", "https", "mailto"].contains($0) }) ?? true
      else { return false }
      (image, link) = (picture, outer.url)
    default: return false
    }
    guard let image, image.attributes.isEmpty, image.title == nil,
      SafeAddress.scheme(of: image.source).map({ ["http", "https"].contains($0) }) ?? true
    else { return false }
    var caption: String?
    switch figure.caption.count {
    case 0: break
    case 1:
      // Notes would not be found in it.
      guard case .paragraph(let text) = figure.caption[0], text.attributes.isEmpty,
        text.content.allSatisfy(\.isPlainInCaption)
      else { return false }
      caption = String(
        decoding: compose(text.content).map { $0 == MarkdownText.softBlank ? 0x20 : $0 },
        as: UTF8.self)
    default: return false
    }
    let arguments: [(String, String?)] = [
      ("src", image.source), ("alt", image.alternative.isEmpty ? nil : image.alternative),
      ("link", link), ("caption", caption), ("width", image.width.map(String.init)),
      ("height", image.height.map(String.init)),
    ]
    return writeShortcode("figure", arguments)
  }

  /// Writes a recording of a site that Hugo has a shortcode for.
  mutating func writeShortcode(of media: Media) -> Bool {
    guard let (name, id) = Self.shortcode(of: media) else { return false }
    return writeShortcode(name, [("id", id), ("title", media.title)])
  }

  /// The shortcode that Hugo has for a recording, and what the recording is called by it.
  static func shortcode(of media: Media) -> (name: String, id: String)? {
    guard media.kind == .embed, media.attributes.isEmpty, media.poster == nil,
      media.fallback.isEmpty
    else { return nil }
    for (prefix, name) in [
      ("https://www.youtube.com/embed/", "youtube"), ("https://player.vimeo.com/video/", "vimeo"),
    ] where media.source.hasPrefix(prefix) {
      let id = media.source.dropFirst(prefix.count)
      return !id.isEmpty && id.utf8.allSatisfy({ isOfID($0) }) ? (name, String(id)) : nil
    }
    return nil
  }

  private static func isOfID(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
      || byte == 0x5F
  }

  private mutating func writeShortcode(_ name: String, _ arguments: [(String, String?)]) -> Bool {
    var text = "< " + name
    for (name, value) in arguments {
      guard let value else { continue }
      // What would end the tag, or means something to Hugo's own reading of it.
      guard !value.utf8.contains(where: { $0 < 0x20 }), !value.contains("{{"), !value.contains("}}")
      else { return false }
      // Between quotation marks Hugo keeps backslashes, or drops them all where a mark is escaped; between
      // grave accents all is as it is written.
      if value.utf8.contains(UInt8(ascii: "\\")) {
        guard !value.utf8.contains(UInt8(ascii: "`")) else { return false }
        text += " \(name)=`\(value)`"
      } else {
        text += " \(name)=\""
        for scalar in value.unicodeScalars {
          if scalar == "\"" { text += "\\" }
          text.unicodeScalars.append(scalar)
        }
        text += "\""
      }
    }
    // Marked, to be distinguished from text that only looks like one.
    line(Array("{{".utf8) + [HugoBody.mark] + Array((text + " >}}").utf8))
    return true
  }
}

extension Inline {
  /// Whether it says the same in a caption, which Hugo reads as Markdown by itself.
  fileprivate var isPlainInCaption: Bool {
    switch self {
    case .text, .code: true
    case .emphasis(let content), .strong(let content), .strikethrough(let content):
      content.allSatisfy(\.isPlainInCaption)
    default: false
    }
  }
}
