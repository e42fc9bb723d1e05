import NewsMarkup

/// The landmarks as EPUB 2 has them: old readers begin there, and calibre shows the cover once.
enum Guide {
  /// Writes the element of the package document.
  static func write(_ landmarks: [NavigationPage.Landmark], _ out: inout MarkupBuffer) {
    out.raw("<guide>\n")
    for landmark in landmarks {
      guard let type = type(of: landmark) else { continue }
      out.raw("<reference type=\"")
      out.raw(type)
      out.raw("\"")
      out.attribute("title", landmark.title)
      out.attribute("href", landmark.address)
      out.raw("/>\n")
    }
    out.raw("</guide>\n")
  }

  private static func type(of landmark: NavigationPage.Landmark) -> StaticString? {
    switch landmark.type.description {
    case "cover": "cover"
    case "titlepage": "title-page"
    case "toc": "toc"
    case "bodymatter": "text"
    default: nil
    }
  }
}
