/// Loaders that are asked one after the other.
///
/// The first that has the resource gives it. If none has it, the failure is that of the first loader
/// that knew the kind of reference and had more to say than that nothing is there.
public struct ResourceChain: ResourceLoader {
  /// The loaders in order.
  public var loaders: [any ResourceLoader]

  /// Chains loaders.
  public init(_ loaders: [any ResourceLoader]) { self.loaders = loaders }

  /// Whether it pays for one of them.
  public func mayPrepare(for origin: Origin?) -> Bool {
    loaders.contains { $0.mayPrepare(for: origin) }
  }

  /// Begins to get what will be asked for soon.
  public func prepare(_ references: [String], from origin: Origin?) {
    for loader in loaders { loader.prepare(references, from: origin) }
  }

  /// The resource of the first loader that has it.
  public func load(_ reference: String, from origin: Origin?) throws(ResourceFailure) -> Resource {
    var failure = ResourceFailure(.unsupported, "is an address of a kind that is not loaded")
    for loader in loaders {
      do throws(ResourceFailure) {
        return try loader.load(reference, from: origin)
      } catch {
        if Self.weight(of: error.code) > Self.weight(of: failure.code) { failure = error }
      }
    }
    throw failure
  }

  /// How much a failure says.
  private static func weight(of code: ResourceFailure.Code) -> Int {
    switch code {
    case .unsupported: 0
    case .notFound: 1
    default: 2
    }
  }
}
