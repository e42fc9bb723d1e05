package import NewsModel

/// Decides what becomes of the addresses in an article as it is serialised.
package protocol ReferenceResolver {
  /// The address to write for a link, or `nil` where only its text may stay.
  mutating func link(_ url: String) -> String?
  /// What to write for a picture.
  mutating func image(_ image: Image) -> ImageReference
  /// The address to write for a video or a recording, or `nil` for none.
  mutating func media(_ url: String) -> String?
  /// The address to write for an embedded page, or `nil` for none.
  mutating func frame(_ url: String) -> String?
  /// The address to write for the picture of a video that does not play yet, or `nil` for none.
  mutating func poster(_ url: String) -> String?
  /// The address to write for the source of a quotation, or `nil` for none.
  mutating func citation(_ url: String) -> String?
}

/// What becomes of a picture.
package enum ImageReference: Sendable {
  /// It is shown, from an address, at a size in CSS pixels.
  case shown(source: String, width: Int?, height: Int?)
  /// Its alternative text stands for it, as a link where there is an address.
  case described(link: String?)
}
