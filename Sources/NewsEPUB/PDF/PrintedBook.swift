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
    let frame = PageFrame(
      title: title, language: language, direction: direction, type: nil, bodyClass: "nk-print",
      ownStyle: style)
    frame.open(&out)
    let known = Set(pages.map { Array($0.utf8) })
    for page in pages {
      guard let bytes = files[page] else { continue }
      write(page, bytes, known, &out)
    }
    frame.close(&out)
    return out.bytes
  }

  /// The content of one page, whose form is known: it was written here.
  private func write(
    _ name: String, _ bytes: [UInt8], _ known: Set<[UInt8]>, _ out: inout MarkupBuffer
  ) {
    guard let html = bytes.place(of: Array("<html".utf8)),
      let headEnd = bytes.place(of: UInt8(ascii: ">"), from: html),
      let body = bytes.place(of: Array("<body".utf8), from: headEnd),
      let open = bytes.place(of: UInt8(ascii: ">"), from: body),
      let close = bytes.lastIndex(of: UInt8(ascii: "<")).flatMap({
        bytes[..<$0].lastIndex(of: UInt8(ascii: "<"))
      })
    else { return }
    out.raw("<div id=\"")
    out.text(Self.anchor(of: name))
    out.raw("\"")
    let head = Array(bytes[html..<headEnd])
    for attribute in [" lang=\"", " xml:lang=\"", " dir=\""] {
      let mark = Array(attribute.utf8)
      guard let start = head.place(of: mark),
        let end = head.place(of: UInt8(ascii: "\""), from: start + mark.count)
      else { continue }
      out.bytes += head[start...end]
    }
    // The body's class and meaning.
    out.bytes += bytes[(body + 5)..<open]
    out.raw(">\n")
    var index = open + 1
    let mark = Array(" href=\"".utf8)
    while let found = bytes.place(of: mark, from: index), found < close {
      let start = found + mark.count
      out.bytes += bytes[index..<start]
      let end = bytes.place(of: UInt8(ascii: "\""), from: start) ?? close
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
