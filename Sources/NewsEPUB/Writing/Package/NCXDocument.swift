import NewsMarkup

/// The contents as EPUB 2 has them, for old readers.
enum NCXDocument {
  /// The NCX.
  static func bytes(of plan: BookPlan, _ tree: [NavigationTree], identifier: String) -> [UInt8] {
    var out = MarkupBuffer()
    out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    out.raw("<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\"")
    if let language = plan.language { out.attribute("xml:lang", language) }
    out.raw(">\n<head>\n<meta name=\"dtb:uid\"")
    out.attribute("content", identifier)
    out.raw("/>\n<meta name=\"dtb:depth\"")
    out.attribute("content", String(depth(tree)))
    out.raw("/>\n<meta name=\"dtb:totalPageCount\" content=\"0\"/>\n")
    out.raw("<meta name=\"dtb:maxPageNumber\" content=\"0\"/>\n</head>\n<docTitle><text>")
    out.text(plan.title)
    out.raw("</text></docTitle>\n<navMap>\n")
    var order = 0
    write(tree, &order, &out)
    out.raw("</navMap>\n</ncx>\n")
    return out.bytes
  }

  private static func depth(_ tree: [NavigationTree]) -> Int {
    1 + (tree.map { $0.children.isEmpty ? 0 : depth($0.children) }.max() ?? 0)
  }

  private static func write(
    _ tree: [NavigationTree], _ order: inout Int, _ out: inout MarkupBuffer
  ) {
    for line in tree {
      order += 1
      out.raw("<navPoint")
      out.attribute("id", "n\(order)")
      out.attribute("playOrder", String(order))
      out.raw("><navLabel><text>")
      out.text(line.title)
      out.raw("</text></navLabel><content")
      out.attribute("src", line.address ?? "nav.xhtml")
      out.raw("/>")
      if !line.children.isEmpty {
        out.raw("\n")
        write(line.children, &order, &out)
      }
      out.raw("</navPoint>\n")
    }
  }
}
