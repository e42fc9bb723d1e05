public import NewsModel

/// Finds pictures in the file system: beside the article, in its site, in folders named for it.
///
/// What has no origin is a file that the user named: it is read as it stands.
public struct FileResourceLoader: ResourceLoader {
  /// Folders to look in when a picture is neither beside its article nor in its site.
  public var folders: [String]
  /// How large a file may be.
  public var limits: Limits

  /// Makes a loader.
  public init(folders: [String] = [], limits: Limits = .standard) {
    self.folders = folders
    self.limits = limits
  }

  /// The first file that a reference may mean; `.unsupported` for addresses elsewhere.
  public func load(_ reference: String, from origin: Origin?) throws(ResourceFailure) -> Resource {
    guard let origin else {
      guard let bytes = (try? Source(file: reference, limits: limits))?.bytes else {
        throw ResourceFailure(.notFound, "is not there")
      }
      return Resource(bytes: bytes)
    }
    // The site's own address before a path is no part of it.
    let inSite = origin.siteURL.flatMap { SitePath.of(reference, in: $0) }
    var failure = ResourceFailure(.unsupported, "is no path of a file")
    for case let reference? in [reference, inSite] {
      guard let path = Self.path(of: reference) else { continue }
      failure = ResourceFailure(.notFound, "is not there")
      for candidate in candidates(for: path, from: origin) {
        if let source = try? Source(file: candidate, limits: limits) {
          return Resource(bytes: source.bytes)
        }
      }
    }
    throw failure
  }

  private func candidates(for path: String, from origin: Origin) -> [String] {
    let rooted = path.utf8.first == UInt8(ascii: "/")
    let relative = rooted ? String(path.drop { $0 == "/" }) : path
    var candidates: [String] = []
    if !rooted, let article = origin.path {
      let folder = article.utf8.lastIndex(of: UInt8(ascii: "/")).map { article[...$0] } ?? ""
      candidates.append(folder + relative)
    }
    if let site = origin.siteRoot { candidates.append(site + "/" + relative) }
    for folder in folders { candidates.append(folder + "/" + relative) }
    return candidates
  }

  /// The path that a reference without scheme and host names, without query and fragment and
  /// with its percent-escapes resolved.
  private static func path(of reference: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(reference.utf8)[...]
    if rest.starts(with: "//".utf8) { return nil }
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: ":") where !bytes.contains(UInt8(ascii: "/")): return nil
      case UInt8(ascii: "?"), UInt8(ascii: "#"): rest = []
      case UInt8(ascii: "%"):
        if rest.count >= 2,
          let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
          bytes.append(value)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(byte)
        }
      default: bytes.append(byte)
      }
    }
    let path = String(decoding: bytes, as: UTF8.self)
    return path.isEmpty || path.utf8.contains(0) ? nil : path
  }
}

extension WriterEnvironment {
  /// Pictures from the file system.
  public static let files = WriterEnvironment(resources: FileResourceLoader())
}
