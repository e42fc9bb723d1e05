import NewsFiles
import NewsModel

/// The sites that a batch has met, each opened once.
final class JekyllSites: Sendable {
  private let known = LockedValue(Known())

  private struct Known: Sendable {
    /// By the root, with a mark behind those that are trusted.
    var sites: [String: Result<Opened, ConversionError>] = [:]
    /// The root of the site that a folder's files belong to.
    var roots: [String: String?] = [:]
  }

  /// What no path holds.
  private static let trusted = "\0"

  /// A site with its template language.
  typealias Opened = (site: JekyllSite, liquid: JekyllLiquid)

  private let nowhere: Opened = {
    let site = JekyllSite()
    return (site, JekyllLiquid(site: site))
  }()

  /// The site that a file belongs to.
  ///
  /// - Parameters:
  ///   - path: the file; `nil` for standard input.
  ///   - root: the site's folder, where it was named.
  ///   - isTrusted: whether the site may lead out of its folder.
  /// - Throws: where a folder was named that is none, or the configuration is not YAML.
  func site(
    for path: String?, root named: String?, isTrusted: Bool, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> Opened {
    if let named {
      guard FileSystem.kind(of: named) == .folder else {
        throw ConversionError(.noInput, "the site's folder is not there", file: named)
      }
      return try open(named, isTrusted, &diagnostics)
    }
    guard let path else { return nowhere }
    let folder = FileSystem.folder(of: FileSystem.absolute(path))
    let root: String?
    if let seen = known.withLock({ $0.roots[folder] }) {
      root = seen
    } else {
      root = JekyllSite.root(above: path)
      known.withLock { $0.roots[folder] = .some(root) }
    }
    guard let root else { return nowhere }
    return try open(root, isTrusted, &diagnostics)
  }

  private func open(
    _ root: String, _ isTrusted: Bool, _ diagnostics: inout Diagnostics
  ) throws(ConversionError) -> Opened {
    let result = known.withLock { known in
      let key = root + (isTrusted ? Self.trusted : "")
      if let opened = known.sites[key] { return opened }
      let result = Result { () throws(ConversionError) in
        let site = try JekyllSite(root: root, isTrusted: isTrusted)
        return (site: site, liquid: JekyllLiquid(site: site))
      }
      known.sites[key] = result
      return result
    }
    let opened = try result.get()
    for remark in opened.site.remarks { diagnostics.add(opened.site.diagnostic(of: remark)) }
    return opened
  }
}
