internal import NewsAddress
package import NewsModel

/// Addresses in what leaves its site: relative ones resolved against the article's page, and none that
/// a browser would run.
package struct AbsoluteReferences: ReferenceResolver, Sendable {
  private let base: WebAddress?
  private var filter = AddressFilter()
  private var relative = 0

  /// - Parameter page: the article's page; without one, relative addresses stay as they are.
  package init(page: String?) { base = page.map { WebAddress($0) } }

  /// The address that a relative one means.
  package mutating func absolute(_ address: String) -> String {
    let parts = WebAddress(address)
    if parts.scheme != nil || address.utf8.first == UInt8(ascii: "#") { return address }
    guard let base else {
      relative += 1
      return address
    }
    let found = parts.resolved(against: base)
    var text = (found.scheme ?? "https") + "://" + (found.authority ?? "") + found.path
    if let query = found.query { text += "?" + query }
    if let fragment = found.fragment { text += "#" + fragment }
    return text
  }

  private mutating func judged(_ address: String, _ place: SafeAddress.Place) -> String? {
    filter.judged(absolute(address), place)
  }

  package mutating func link(_ url: String) -> String? { judged(url, .link) }
  package mutating func media(_ url: String) -> String? { judged(url, .media) }
  package mutating func frame(_ url: String) -> String? { judged(url, .frame) }
  package mutating func poster(_ url: String) -> String? { judged(url, .picture) }
  package mutating func citation(_ url: String) -> String? { judged(url, .citation) }

  package mutating func image(_ image: Image) -> ImageReference {
    guard let source = judged(image.source, .picture) else { return .described(link: nil) }
    return .shown(source: source, width: image.width, height: image.height)
  }

  /// Warns of what was refused, and of what leads nowhere from elsewhere.
  package func warn(_ diagnostics: inout Diagnostics) {
    filter.refused.warn(&diagnostics)
    if relative > 0 {
      diagnostics.warn(
        .linkUnresolved,
        "\(relative) relative \(relative == 1 ? "address stays" : "addresses stay") as written: where the article is published is not known, name it with --base-url"
      )
    }
  }
}

/// The text of an article as HTML for what leaves its site.
package struct AbsoluteMarkup: Sendable {
  /// The HTML of body and notes.
  package let bytes: [UInt8]

  /// Writes body and notes.
  ///
  /// - Parameters:
  ///   - isXML: whether it is to stand in XML: empty elements closed.
  package init(
    _ article: Article, page: String?, isXML: Bool = false, diagnostics: inout Diagnostics
  ) {
    var style = HTMLSerializer<AbsoluteReferences>.Style()
    style.isXML = isXML
    var serializer = HTMLSerializer(
      style: style, references: AbsoluteReferences(page: page), footnotes: article.footnotes)
    serializer.blocks(article.body)
    serializer.footnotes(article.footnotes)
    for diagnostic in serializer.diagnostics.all { diagnostics.add(diagnostic) }
    serializer.references.warn(&diagnostics)
    bytes = serializer.out.bytes
  }
}
