internal import NewsFiles

/// The loaders of the collections that were opened, each asked for the articles of its own.
///
/// A writer is made before its inputs are opened, and keeps its loader: this one learns of
/// collections as they come.
package final class CollectionResources: ResourceLoader {
  private let loaders = LockedValue<[String: any ResourceLoader]>([:])

  /// Knows no collection yet.
  package init() {}

  /// Adds the loader of a collection.
  package func add(_ loader: any ResourceLoader, for collection: String) {
    loaders.withLock { $0[collection] = loader }
  }

  package func load(
    _ reference: String, from origin: Origin?
  ) throws(ResourceFailure) -> Resource {
    guard let collection = origin?.collection,
      let loader = loaders.withLock({ $0[collection] })
    else { throw ResourceFailure(.unsupported, "belongs to no collection") }
    return try loader.load(reference, from: origin)
  }
}
