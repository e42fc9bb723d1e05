package import NewsModel

/// Decides what becomes of the addresses in an article as it is serialised.
package protocol ReferenceResolver {
  /// The address to write for a link, or `nil` where only its text may stay.
  mutating func link(_ url: String) -> String?
  /// What to write for a picture.
  mutating func image(_ image: Image) -> ImageReference
  /// The address to write for a video, a recording or an embedded page, or `nil` for none.
  mutating func media(_ url: String) -> String?
}

/// What becomes of a picture.
package enum ImageReference: Sendable {
  /// It is shown, from an address, at a size in CSS pixels.
  case shown(source: String, width: Int?, height: Int?)
  /// Its alternative text stands for it, as a link where there is an address.
  case described(link: String?)
}

/// Leaves every address as it is written in the article.
package struct VerbatimReferences: ReferenceResolver, Sendable {
  package init() {}
  package mutating func link(_ url: String) -> String? { url }
  package mutating func media(_ url: String) -> String? { url }
  package mutating func image(_ image: Image) -> ImageReference {
    .shown(source: image.source, width: image.width, height: image.height)
  }
}
