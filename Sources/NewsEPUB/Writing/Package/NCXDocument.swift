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
    var (count, order) = (0, 0)
    write(tree, &count, &order, &out)
    out.raw("</navMap>\n</ncx>\n")
    return out.bytes
  }

  private static func depth(_ tree: [NavigationTree]) -> Int {
    1 + (tree.map { $0.children.isEmpty ? 0 : depth($0.children) }.max() ?? 0)
  }

  /// Lines that lead to the same place have the same number in the order of playing.
  private static func write(
    _ tree: [NavigationTree], _ count: inout Int, _ order: inout Int, _ out: inout MarkupBuffer
  ) {
    for line in tree {
      count += 1
      // A heading without a page leads to what comes first below it.
      if line.address != nil { order += 1 }
      out.raw("<navPoint")
      out.attribute("id", "n\(count)")
      out.attribute("playOrder", String(line.address == nil ? order + 1 : order))
      out.raw("><navLabel><text>")
      out.text(line.title)
      out.raw("</text></navLabel><content")
      out.attribute("src", line.firstAddress)
      out.raw("/>")
      if !line.children.isEmpty {
        out.raw("\n")
        write(line.children, &count, &order, &out)
      }
      out.raw("</navPoint>\n")
    }
  }
}
