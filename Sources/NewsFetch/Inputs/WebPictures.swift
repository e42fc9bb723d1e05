internal import NewsFiles
public import NewsModel

/// The pictures of articles that are on the web, as far as they may be fetched.
///
/// Those of pages that came from the web belong to them. An article of a local file may name any
/// address, so that fetching its pictures tells others that it is read: that is for the user to say.
public struct WebPictures: ResourceLoader {
  /// Whose pictures are fetched.
  public enum Scope: Sendable, Hashable {
    /// Nobody's.
    case none
    /// Those of articles that came from the web.
    case pages
    /// Everybody's.
    case all
  }

  private let inputs: WebInputs
  private let scope: Scope
  private let passedOver = LockedValue(PassedOver())

  private struct PassedOver: Sendable {
    var addresses: Set<String> = []
  }

  /// Makes a loader.
  public init(_ inputs: WebInputs, of scope: Scope) {
    self.inputs = inputs
    self.scope = scope
  }

  /// How many pictures were not fetched that would be with ``Scope/all``.
  public var leftCount: Int { passedOver.withLock { $0.addresses.count } }

  private func mayFetch(for origin: Origin?) -> Bool {
    switch scope {
    case .none: false
    case .pages: origin?.isFetched == true
    case .all: true
    }
  }

  /// The picture behind a reference.
  public func load(_ reference: String, from origin: Origin?) throws(ResourceFailure) -> Resource {
    // What has no origin is a file that the user named.
    guard origin != nil, let address = WebInputs.address(of: reference, from: origin) else {
      throw ResourceFailure(.unsupported, "is no address of the web")
    }
    guard mayFetch(for: origin) else {
      if scope == .pages { _ = passedOver.withLock { $0.addresses.insert(address) } }
      throw ResourceFailure(.unsupported, "is on the web and is not fetched")
    }
    return try inputs.load(address, from: origin)
  }

  /// Whether it pays: where pictures are fetched.
  public func mayPrepare(for origin: Origin?) -> Bool { origin != nil && mayFetch(for: origin) }

  /// Begins to fetch pictures that will be asked for soon.
  public func prepare(_ references: [String], from origin: Origin?) {
    guard origin != nil, mayFetch(for: origin) else { return }
    inputs.prepare(pictures: references.map { ($0, origin) })
  }
}
