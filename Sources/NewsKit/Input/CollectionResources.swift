internal import NewsFiles

/// The loaders of the collections that were opened, each asked for the articles of its own.
///
/// A writer is made before its inputs are opened, and keeps its loader: this one learns of
/// collections as they come.
package final class CollectionResources: ResourceLoader {
  private let known = LockedValue(Known())

  private struct Known: Sendable {
    var loaders: [String: any ResourceLoader] = [:]
    var outer: [String: String] = [:]
  }

  /// Knows no collection yet.
  package init() {}

  /// Adds the loader of a collection.
  package func add(_ loader: any ResourceLoader, for collection: String) {
    known.withLock { $0.loaders[collection] = loader }
  }

  /// Notes that a collection lies within another: what it does not have itself may be there.
  package func add(_ collection: String, within other: String) {
    if collection != other { known.withLock { $0.outer[collection] = other } }
  }

  package func load(
    _ reference: String, from origin: Origin?
  ) throws(ResourceFailure) -> Resource {
    guard var collection = origin?.collection else {
      throw ResourceFailure(.unsupported, "belongs to no collection")
    }
    var found: [any ResourceLoader] = []
    for _ in 0..<Self.depthAtMost {
      if let loader = known.withLock({ $0.loaders[collection] }) { found.append(loader) }
      guard let next = known.withLock({ $0.outer[collection] }) else { break }
      collection = next
    }
    guard !found.isEmpty else {
      throw ResourceFailure(.unsupported, "belongs to no collection")
    }
    return try ResourceChain(found).load(reference, from: origin)
  }

  /// Collections lie no deeper within each other.
  private static let depthAtMost = 10
}
