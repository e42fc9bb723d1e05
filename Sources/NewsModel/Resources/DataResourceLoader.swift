/// Gives what `data:` addresses hold.
public struct DataResourceLoader: ResourceLoader {
  /// Bytes of one resource at most.
  public var limits: Limits

  /// Makes a loader.
  public init(limits: Limits = .standard) { self.limits = limits }

  /// What a `data:` address holds.
  public func load(_ reference: String, from origin: Origin?) throws(ResourceFailure) -> Resource {
    guard DataAddress.isData(reference) else {
      throw ResourceFailure(.unsupported, "is no data: address")
    }
    if reference.utf8.count / 4 * 3 > limits.inputBytes {
      throw ResourceFailure(.tooLarge, "is larger than \(limits.inputBytes) bytes")
    }
    guard let data = DataAddress(reference) else {
      throw ResourceFailure(.unreadable, "is no well-formed data: address")
    }
    return data.resource
  }
}
