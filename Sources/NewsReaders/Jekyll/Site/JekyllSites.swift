import NewsModel
import Synchronization

/// The sites that a batch has met, each opened once.
final class JekyllSites: Sendable {
  private let known = Mutex(Known())

  private struct Known {
    var sites: [String: Result<JekyllSite, ConversionError>] = [:]
    /// The root of the site that a folder's files belong to.
    var roots: [String: String?] = [:]
  }

  /// The configuration of posts that belong to no site.
  static let none = JekyllConfiguration(isSite: false)

  /// The site that a file belongs to.
  ///
  /// - Parameters:
  ///   - path: the file; `nil` for standard input.
  ///   - root: the site's folder, where it was named.
  /// - Throws: where a folder was named that is none, or the configuration is not YAML.
  func site(
    for path: String?, root named: String?, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> JekyllSite? {
    if let named {
      guard FileSystem.kind(of: named) == .folder else {
        throw ConversionError(.noInput, "the site's folder is not there", file: named)
      }
      return try open(named, &diagnostics)
    }
    guard let path else { return nil }
    let folder = FileSystem.folder(of: FileSystem.absolute(path))
    let root: String?
    if let seen = known.withLock({ $0.roots[folder] }) {
      root = seen
    } else {
      root = JekyllSite.root(above: path)
      known.withLock { $0.roots[folder] = .some(root) }
    }
    guard let root else { return nil }
    return try open(root, &diagnostics)
  }

  private func open(
    _ root: String, _ diagnostics: inout Diagnostics
  ) throws(ConversionError) -> JekyllSite {
    let result = known.withLock { known in
      if let site = known.sites[root] { return site }
      let result = Result { () throws(ConversionError) in try JekyllSite(root: root) }
      known.sites[root] = result
      return result
    }
    let site = try result.get()
    for remark in site.remarks { diagnostics.warn(remark.message) }
    return site
  }
}
