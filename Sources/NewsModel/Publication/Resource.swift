/// The bytes of a picture, style sheet or the like, with what they are.
public struct Resource: Sendable, Hashable {
  /// The bytes.
  public var bytes: [UInt8]
  /// Internet media type, for example `image/png`.
  public var mediaType: String

  /// Makes a resource.
  public init(bytes: [UInt8], mediaType: String) {
    self.bytes = bytes
    self.mediaType = mediaType
  }
}
