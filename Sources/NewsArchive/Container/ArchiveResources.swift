package import NewsModel

/// What lies in an archive, for the articles that were read from it: beside the article's own file, from
/// the archive's root, or, for addresses of a site that the archive is an export of, by their path.
package struct ArchiveResources: ResourceLoader {
  private let members: ArchiveMembers
  private let place: String
  /// The folder that all files lie in.
  private let root: String

  package init(_ members: ArchiveMembers, place: String) {
    self.members = members
    self.place = place
    root = members.commonFolder
  }

  package func load(_ reference: String, from origin: Origin?) throws(ResourceFailure) -> Resource {
    if reference.hasPrefix("data:") {
      throw ResourceFailure(.unsupported, "is no file of an archive")
    }
    let isAddress = !MemberName.isPath(reference)
    for name in candidates(for: reference, isAddress, origin) where members.contains(name) {
      do throws(ConversionError) {
        if let bytes = try members.bytes(of: name) { return Resource(bytes: bytes) }
      } catch {
        throw ResourceFailure(
          error.code == .limitExceeded ? .tooLarge : .unreadable, error.message)
      }
    }
    throw isAddress
      ? ResourceFailure(.unsupported, "is not in the archive")
      : ResourceFailure(.notFound, "is not in the archive")
  }

  private func candidates(
    for reference: String, _ isAddress: Bool, _ origin: Origin?
  ) -> [String] {
    var folder = root
    if let path = origin?.path, path.hasPrefix(place + "/") {
      folder = MemberName.folder(of: String(path.dropFirst(place.count + 1)))
    }
    var names: [String] = []
    if isAddress {
      guard let path = MemberName.pathOfAddress(reference) else { return [] }
      let name = MemberName.resolved(path, from: "")
      for start in [folder, root, ""] { names.append(start + name) }
      // An export of WordPress has the folder of uploads alone.
      if name.hasPrefix("wp-content/") {
        for start in [folder, root] { names.append(start + name.dropFirst(11)) }
      }
    } else {
      names.append(MemberName.resolved(reference, from: folder))
      let rooted = MemberName.resolved(reference, from: "")
      names += [folder + rooted, root + rooted, rooted]
    }
    return names
  }
}
