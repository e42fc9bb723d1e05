import NewsBytes
import NewsMarkup
import NewsModel

/// A book as one document for programs that print: its pages one after the other.
struct PrintedBook {
  /// The title of the book.
  var title: String
  /// BCP 47, if it is known.
  var language: String?
  /// The direction of the book.
  var direction: TextDirection
  /// When its content was last changed.
  var modified: String
  /// The documents that are read, in order.
  var pages: [String]
  /// All files by their paths.
  var files: [String: [UInt8]]

  /// The document, XHTML.
  ///
  /// Each page becomes a division; links between pages become links within the document.
  func document(style: String) -> [UInt8] {
    var out = MarkupBuffer()
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n")
    out.raw("<html xmlns=\"http://www.w3.org/1999/xhtml\"")
    out.raw(" xmlns:epub=\"http://www.idpf.org/2007/ops\"")
    if let language {
      out.attribute("lang", language)
      out.attribute("xml:lang", language)
    }
    if direction == .rightToLeft { out.raw(" dir=\"rtl\"") }
    out.raw(">\n<head>\n<meta charset=\"utf-8\"/>\n<title>")
    out.text(title)
    out.raw("</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n")
    out.raw("<style>\n")
    // Ours, without anything that XML would take for markup.
    out.bytes += style.utf8
    out.raw("</style>\n</head>\n<body>\n")
    let known = Set(pages.map { Array($0.utf8) })
    for page in pages {
      guard let bytes = files[page] else { continue }
      write(page, bytes, known, &out)
    }
    out.raw("</body>\n</html>\n")
    return out.bytes
  }

  /// The content of one page, whose form is known: it was written here.
  private func write(
    _ name: String, _ bytes: [UInt8], _ known: Set<[UInt8]>, _ out: inout MarkupBuffer
  ) {
    guard let body = ByteSearch.first("<body", in: bytes, from: 0),
      let open = bytes[body...].firstIndex(of: UInt8(ascii: ">")),
      let close = ByteSearch.last("</body>", in: bytes)
    else { return }
    out.raw("<div id=\"")
    out.text(Self.anchor(of: name))
    out.raw("\"")
    if let html = ByteSearch.first("<html", in: bytes, from: 0),
      let end = bytes[html...].firstIndex(of: UInt8(ascii: ">"))
    {
      let head = bytes[html..<end]
      for attribute in ["lang", "xml:lang", "dir"] {
        guard let start = ByteSearch.first(" \(attribute)=\"", in: Array(head), from: 0) else {
          continue
        }
        let from = head.startIndex + start
        let value = head[(from + attribute.utf8.count + 3)...].prefix { $0 != UInt8(ascii: "\"") }
        out.bytes += bytes[from..<(from + attribute.utf8.count + 3)]
        out.bytes += value
        out.raw("\"")
      }
    }
    // The body's class and meaning.
    out.bytes += bytes[(body + 5)..<open]
    out.raw(">\n")
    var index = open + 1
    let mark = Array(" href=\"".utf8)
    while let found = ByteSearch.first(mark, in: bytes, from: index), found < close {
      let start = found + mark.count
      out.bytes += bytes[index..<start]
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) ?? close
      let value = bytes[start..<end]
      let file = Array(value.prefix { $0 != UInt8(ascii: "#") })
      if known.contains(file) {
        // To an anchor, whose name is one of the book's, or to a page.
        if file.count < value.count {
          out.bytes += value[(value.startIndex + file.count)...]
        } else {
          out.raw("#")
          out.text(Self.anchor(of: String(decoding: file, as: UTF8.self)))
        }
      } else {
        out.bytes += value
      }
      index = end
    }
    out.bytes += bytes[index..<close]
    out.raw("</div>\n")
  }

  private static func anchor(of page: String) -> String {
    "page-" + page.replacing(".xhtml", with: "")
  }
}

/// Looking for pieces of markup.
private enum ByteSearch {
  static func first(_ piece: String, in bytes: [UInt8], from start: Int) -> Int? {
    first(Array(piece.utf8), in: bytes, from: start)
  }

  static func first(_ piece: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= piece.count, start <= bytes.count - piece.count else { return nil }
    var index = start
    while index <= bytes.count - piece.count {
      if bytes[index] == piece[0], bytes[index..<(index + piece.count)].elementsEqual(piece) {
        return index
      }
      index += 1
    }
    return nil
  }

  static func last(_ piece: String, in bytes: [UInt8]) -> Int? {
    let piece = Array(piece.utf8)
    var index = bytes.count - piece.count
    while index >= 0 {
      if bytes[index..<(index + piece.count)].elementsEqual(piece) { return index }
      index -= 1
    }
    return nil
  }
}
