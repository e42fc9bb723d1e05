package import NewsAddress
package import NewsModel

/// Addresses in a page, a fragment or Markdown: as written, but none that a browser would run.
package struct PageReferences: ReferenceResolver, Sendable {
  /// What the article's anchors begin with.
  private let idPrefix: String
  private var filter: AddressFilter
  /// What was refused.
  package var refused: RefusedAddresses { filter.refused }

  /// - Parameter keepsUnsafe: whether every address stays as the article has it.
  package init(idPrefix: String = "", keepsUnsafe: Bool = false) {
    self.idPrefix = idPrefix
    filter = AddressFilter(keepsUnsafe: keepsUnsafe)
  }

  package mutating func link(_ url: String) -> String? {
    guard let address = filter.judged(url, .link) else { return nil }
    if !idPrefix.isEmpty, address.utf8.first == UInt8(ascii: "#") {
      return "#" + idPrefix + address.dropFirst()
    }
    return address
  }

  package mutating func media(_ url: String) -> String? { filter.judged(url, .media) }
  package mutating func frame(_ url: String) -> String? { filter.judged(url, .frame) }
  package mutating func poster(_ url: String) -> String? { filter.judged(url, .picture) }
  package mutating func citation(_ url: String) -> String? { filter.judged(url, .citation) }

  package mutating func image(_ image: Image) -> ImageReference {
    guard let source = filter.judged(image.source, .picture) else { return .described(link: nil) }
    return .shown(source: source, width: image.width, height: image.height)
  }
}
