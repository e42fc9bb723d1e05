import NewsFiles
import NewsModel

/// The sites that a batch has met, each opened once.
final class HugoSites: Sendable {
  private let known = LockedValue(Known())
  private let nowhere = HugoSite()

  private struct Known: Sendable {
    var sites: [Key: Result<HugoSite, ConversionError>] = [:]
    /// The root of the site that a folder's files belong to.
    var roots: [String: String?] = [:]
  }

  private struct Key: Hashable {
    var root: String
    var isTrusted: Bool
  }

  /// The site that a file belongs to.
  ///
  /// - Throws: where a folder was named that is none, or the configuration cannot be read.
  func site(
    for path: String?, root named: String?, isTrusted: Bool
  ) throws(ConversionError) -> HugoSite {
    if let named {
      guard FileSystem.kind(of: named) == .folder else {
        throw ConversionError(.noInput, "the site's folder is not there", file: named)
      }
      return try open(named, isTrusted)
    }
    guard let path else { return nowhere }
    let folder = FileSystem.folder(of: FileSystem.absolute(path))
    let root: String?
    if let seen = known.withLock({ $0.roots[folder] }) {
      root = seen
    } else {
      root = HugoSite.root(above: path)
      known.withLock { $0.roots[folder] = .some(root) }
    }
    guard let root else { return nowhere }
    return try open(root, isTrusted)
  }

  private func open(_ root: String, _ isTrusted: Bool) throws(ConversionError) -> HugoSite {
    let result = known.withLock { known in
      let key = Key(root: root, isTrusted: isTrusted)
      if let opened = known.sites[key] { return opened }
      let result = Result { () throws(ConversionError) in
        try HugoSite(root: root, isTrusted: isTrusted)
      }
      known.sites[key] = result
      return result
    }
    return try result.get()
  }
}
