import NewsFiles
import NewsFrontMatter
import NewsModel
import Synchronization
import YAML

/// A Jekyll site on disk, read as far as somebody asks.
///
/// Nothing is read when a site is opened but its configuration. Includes, data files and other
/// posts are read when Liquid names them, once for all posts of a batch; only what asks for all
/// posts (`site.posts` and its kin) costs more in a larger site.
final class JekyllSite: Sendable {
  /// The folder of `_config.yml`.
  let root: String
  /// The folder that paths are relative to: the root, or what `source` names.
  let source: String
  let configuration: JekyllConfiguration
  /// What was odd about the configuration.
  let remarks: [JekyllPage.Remark]

  /// Whether there is a site at all; a post by itself is read with one that has no files.
  let exists: Bool

  /// Where its files must lie: in its root folder, unless the user trusts it.
  let boundary: FileBoundary

  let cache = Mutex(Cache())
  /// What templates were given.
  let objects = LiquidObjects()

  /// What was read so far.
  struct Cache {
    var includes: [String: [UInt8]?] = [:]
    var pages: [String: JekyllPage?] = [:]
    var data: MetadataMap?
    var dataFiles: [String: MetadataValue?] = [:]
    /// What was not opened, by the name in `site.data`, and in the list of files.
    var dataRefusals: [String: [String]] = [:]
    var fileRefusals: [String] = []
    var files: [String]?
    var posts: [JekyllPage]?
    var documents: [String: [JekyllPage]] = [:]
    var sitePages: [JekyllPage]?
  }

  /// Opens a site by its folder.
  ///
  /// - Parameter isTrusted: whether its links and settings may lead out of the folder.
  /// - Throws: where there is a `_config.yml` that is not YAML.
  init(root: String, isTrusted: Bool = false) throws(ConversionError) {
    self.root = FileSystem.absolute(root)
    let boundary = FileBoundary(around: [self.root], isLifted: isTrusted)
    self.boundary = boundary
    exists = true
    var given: MetadataMap = [:]
    var remarks: [JekyllPage.Remark] = []
    for name in Self.configurationNames {
      let path = self.root + "/" + name
      let reading = boundary.read(path)
      if let refusal = reading.refusal {
        remarks.append(.init(message: "'\(name)' \(refusal.message)", line: nil))
      }
      guard let bytes = reading.bytes else { continue }
      do {
        let yaml = try YAMLText(Self.withoutMark(bytes))
        switch yaml.value {
        case .map(let map): given = map
        case .null: break
        default: remarks.append(.init(message: "\(name) is no mapping and is ignored", line: 1))
        }
      } catch {
        throw ConversionError(
          .badInput, "the site's configuration is not YAML: \(error.problem)", file: path,
          line: error.line)
      }
      break
    }
    if let zone = given["timezone"]?.string, !JekyllConfiguration.isZone(zone) {
      remarks.append(.init(message: "the site's timezone '\(zone)' is not known", line: nil))
    }
    configuration = JekyllConfiguration(given)
    let folder = configuration.values["source"]?.string ?? "."
    let source = FileSystem.normalized(folder.hasPrefix("/") ? folder : self.root + "/" + folder)
    func isOutside(_ setting: String, _ path: String) -> Bool {
      guard boundary.refusal(of: path) == .outside else { return false }
      remarks.append(
        .init(
          message: "the setting '\(setting)' leads out of the site and is not followed; "
            + "--trust lifts this", line: nil))
      return true
    }
    self.source = isOutside("source", source) ? self.root : source
    // The files of these are refused one by one; this says why there are none.
    for setting in ["includes_dir", "data_dir", "collections_dir"] {
      guard let folder = given[setting]?.string else { continue }
      _ = isOutside(setting, self.source + "/" + folder)
    }
    self.remarks = remarks
  }

  /// The surroundings of a post that belongs to no site.
  init() {
    (root, source, remarks, exists) = ("", "", [], false)
    configuration = JekyllConfiguration(isSite: false)
    boundary = FileBoundary(around: [])
  }

  private static let configurationNames = ["_config.yml", "_config.yaml"]

  /// A file's text without a byte order mark.
  static func withoutMark(_ bytes: [UInt8]) -> String {
    String(
      decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
  }

  /// The root folder of the site that a file belongs to, by the nearest `_config.yml` above it.
  ///
  /// Without one, a `_posts` or `_drafts` folder makes a site too: its root is the highest folder
  /// above the file that has `_posts`.
  static func root(above path: String) -> String? {
    let path = FileSystem.absolute(path)
    var folder = FileSystem.folder(of: path)
    let isPost = folder.utf8.split(separator: 0x2F).contains {
      $0.elementsEqual("_posts".utf8) || $0.elementsEqual("_drafts".utf8)
    }
    var candidate: String?
    while true {
      let base = folder == "/" ? "" : folder
      for name in configurationNames where FileSystem.kind(of: base + "/" + name) == .file {
        return folder
      }
      if isPost, FileSystem.kind(of: base + "/_posts") == .folder { candidate = folder }
      if isPost, candidate == nil, FileSystem.kind(of: base + "/_drafts") == .folder {
        candidate = folder
      }
      if folder == "/" || folder.isEmpty { return candidate }
      folder = FileSystem.folder(of: folder)
    }
  }

  /// The path of a file relative to the source, or `nil` if it lies elsewhere.
  func relativePath(of path: String) -> String? {
    guard exists else { return nil }
    let path = FileSystem.absolute(path)
    let prefix = source == "/" ? "/" : source + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }

  /// A page of the site by its path relative to the source; `nil` if there is no such file.
  func page(at relativePath: String) -> JekyllPage? {
    if let known = cache.withLock({ $0.pages[relativePath] }) { return known }
    var page: JekyllPage?
    if exists, let bytes = boundary.read(source + "/" + relativePath).bytes {
      let place = PagePlace(relativePath: relativePath, configuration: configuration)
      page = try? JekyllPage(bytes: bytes, place: place, configuration: configuration)
    }
    cache.withLock { $0.pages[relativePath] = .some(page) }
    return page
  }
}
