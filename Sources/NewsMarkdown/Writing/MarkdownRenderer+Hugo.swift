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
    guard media.kind == .embed, media.attributes.isEmpty, media.poster == nil,
      media.fallback.isEmpty
    else { return false }
    for (prefix, name) in [
      ("https://www.youtube.com/embed/", "youtube"), ("https://player.vimeo.com/video/", "vimeo"),
    ] where media.source.hasPrefix(prefix) {
      let id = media.source.dropFirst(prefix.count)
      guard !id.isEmpty, id.utf8.allSatisfy({ Self.isOfID($0) }) else { return false }
      return writeShortcode(name, [("id", String(id)), ("title", media.title)])
    }
    return false
  }

  private static func isOfID(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
      || byte == 0x5F
  }

  private mutating func writeShortcode(_ name: String, _ arguments: [(String, String?)]) -> Bool {
    var text = "{{< " + name
    for (name, value) in arguments {
      guard let value else { continue }
      // What would end the tag, or means something to Hugo's own reading of it.
      guard !value.utf8.contains(where: { $0 < 0x20 }), !value.contains("{{"), !value.contains("}}")
      else { return false }
      text += " \(name)=\""
      for scalar in value.unicodeScalars {
        if scalar == "\"" || scalar == "\\" { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
      text += "\""
    }
    line(Array((text + " >}}").utf8))
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

/// What Hugo would take for its own in a text, and what it leaves out.
enum HugoBody {
  /// The text with everything that looks like a shortcode and is none written so that it is text.
  ///
  /// Those at the start of a line that the renderer wrote itself stay.
  static func escaped(_ text: [UInt8]) -> [UInt8] {
    guard zip(text, text.dropFirst()).contains(where: { $0 == 0x7B && $1 == 0x7B }) else {
      return text
    }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var position = 0
    var isUnclosed: [UInt8: Bool] = [:]
    while position < text.count {
      guard text[position] == 0x7B, text[position...].starts(with: "{{".utf8),
        position + 2 < text.count,
        text[position + 2] == UInt8(ascii: "<") || text[position + 2] == UInt8(ascii: "%")
      else {
        output.append(text[position])
        position += 1
        continue
      }
      let mark = text[position + 2] == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "%")
      let close = [mark, 0x7D, 0x7D]
      if isOwn(text, position) || isUnclosed[mark] == true {
        output += text[position..<(position + 3)]
        position += 3
        continue
      }
      guard let end = place(of: close, in: text, from: position + 3) else {
        isUnclosed[mark] = true
        continue
      }
      output += text[position..<(position + 3)]
      output += "/*".utf8
      output += text[(position + 3)..<end]
      output += "*/".utf8
      output += close
      position = end + 3
    }
    return output
  }

  private static func isOwn(_ text: [UInt8], _ start: Int) -> Bool {
    ["{{< figure src=\"", "{{< youtube id=\"", "{{< vimeo id=\""].contains {
      text[start...].starts(with: $0.utf8)
    }
  }

  private static func place(of pattern: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    var position = start
    while let place = text[position...].firstIndex(of: pattern[0]) {
      if text[place...].starts(with: pattern) { return place }
      position = place + 1
    }
    return nil
  }
}
