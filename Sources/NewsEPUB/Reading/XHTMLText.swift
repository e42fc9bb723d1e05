internal import NewsText

/// A document of a book made ready for the rules of HTML: UTF-8, and every element that XML closes in
/// its own tag (`<a id="p1"/>`) closed as HTML does.
enum XHTMLText {
  static func html(of document: [UInt8]) -> [UInt8] {
    let bytes = TextDecoder.xml(document).utf8
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 16)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else {
        output.append(bytes[index])
        index += 1
        continue
      }
      if bytes[index...].starts(with: "<![CDATA[".utf8) {
        index = appendCharacters(bytes, from: index + 9, to: &output)
        continue
      }
      let start = index
      let end = endOfTag(bytes, from: start + 1)
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[start + 1] | 0x20)
      if isLetter, end - start > 3, bytes[end - 2] == UInt8(ascii: "/") {
        let name = bytes[(start + 1)..<end].prefix {
          $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">")
        }
        output += bytes[start..<(end - 2)]
        if isVoid(name) {
          output.append(UInt8(ascii: ">"))
        } else {
          output += "></".utf8 + name + [UInt8(ascii: ">")]
        }
      } else {
        output += bytes[start..<end]
      }
      index = end
    }
    return output
  }

  /// What stands in the `body` of a document that goes on with the one before it.
  static func body(of html: [UInt8]) -> ArraySlice<UInt8> {
    func place(of word: String, from start: Int) -> Int? {
      let word = Array(word.utf8)
      var at = start
      while at + word.count <= html.count {
        if html[at] == word[0], html[at..<(at + word.count)].elementsEqual(word) { return at }
        at += 1
      }
      return nil
    }
    guard let open = place(of: "<body", from: 0) else { return html[...] }
    let start = min(endOfTag(html, from: open + 1), html.count)
    return html[start..<(place(of: "</body", from: start) ?? html.count)]
  }

  /// Behind the `>` that ends a tag, not one in quotes; behind a `-->` for a comment.
  private static func endOfTag(_ bytes: [UInt8], from start: Int) -> Int {
    if bytes[start...].starts(with: "!--".utf8) {
      var at = start + 3
      while at + 2 < bytes.count {
        if bytes[at] == 0x2D, bytes[at + 1] == 0x2D, bytes[at + 2] == 0x3E { return at + 3 }
        at += 1
      }
      return bytes.count
    }
    var quote: UInt8 = 0
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return at + 1
      }
      at += 1
    }
    return bytes.count
  }

  private static func appendCharacters(
    _ bytes: [UInt8], from start: Int, to output: inout [UInt8]
  ) -> Int {
    var at = start
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "]"), bytes[at...].starts(with: "]]>".utf8) { return at + 3 }
      switch bytes[at] {
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: "&"): output += "&amp;".utf8
      default: output.append(bytes[at])
      }
      at += 1
    }
    return at
  }

  private static func isVoid(_ name: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: name, as: UTF8.self).lowercased()
    return [
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
      "track", "wbr",
    ].contains(name)
  }
}
