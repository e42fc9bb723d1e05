/// The bytes of a picture, style sheet or the like, with what they are.
public struct Resource: Sendable, Hashable {
  /// The bytes.
  public var bytes: [UInt8]
  /// The Internet media type that is declared, for example `image/png`; `nil` where none is. What the
  /// bytes are is seen from the bytes: declarations are often wrong.
  public var mediaType: String?

  /// Makes a resource.
  public init(bytes: [UInt8], mediaType: String? = nil) {
    self.bytes = bytes
    self.mediaType = mediaType
  }
}
