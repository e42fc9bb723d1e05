public import NewsModel

/// Finds pictures in the file system: beside the article, in its site, in folders named for it.
///
/// A picture is opened if it is a regular file whose real path lies in the folder of its article, in
/// the article's site, in the folder that was named as input, or in one of ``folders``: what was
/// read may be hostile. What has no origin is a file that the user named: it is read as it stands.
public struct FileResourceLoader: ResourceLoader {
  /// Folders to look in when a picture is neither beside its article nor in its site.
  public var folders: [String]
  /// How large a file may be.
  public var limits: Limits
  /// Whether a picture may lie anywhere, because the user trusts what is read.
  public var isTrusting: Bool

  /// Makes a loader.
  public init(folders: [String] = [], limits: Limits = .standard, isTrusting: Bool = false) {
    self.folders = folders
    self.limits = limits
    self.isTrusting = isTrusting
  }

  /// The first file that a reference may mean; `.unsupported` for addresses elsewhere.
  public func load(_ reference: String, from origin: Origin?) throws(ResourceFailure) -> Resource {
    guard let origin else {
      guard let bytes = (try? Source(file: reference, limits: limits))?.bytes else {
        throw ResourceFailure(.notFound, "is not there")
      }
      return Resource(bytes: bytes)
    }
    // Made when there is something to be opened.
    var boundary: FileBoundary?
    // The site's own address before a path is no part of it.
    let inSite = origin.siteURL.flatMap { SitePath.of(reference, in: $0) }
    var failure = ResourceFailure(.unsupported, "is no path of a file")
    for case let reference? in [reference, inSite] {
      guard let path = Self.path(of: reference) else { continue }
      if failure.code == .unsupported { failure = ResourceFailure(.notFound, "is not there") }
      for candidate in candidates(for: path, from: origin)
      where FileSystem.kind(of: candidate) != nil {
        let drawn = boundary ?? self.boundary(around: origin)
        boundary = drawn
        switch drawn.read(candidate, limit: limits.inputBytes) {
        case .bytes(let bytes): return Resource(bytes: bytes)
        case .missing: break
        case .refused(let refusal):
          if failure.code == .notFound { failure = Self.failure(refusal) }
        }
      }
    }
    throw failure
  }

  private static func failure(_ refusal: FileRefusal) -> ResourceFailure {
    switch refusal {
    case .outside:
      ResourceFailure(
        .refused,
        "leads out of the folder of its article and is not opened; "
          + "--resource-path FOLDER or --trust lifts this")
    case .notRegular: ResourceFailure(.refused, refusal.message)
    case .tooLarge: ResourceFailure(.tooLarge, refusal.message)
    case .unreadable: ResourceFailure(.unreadable, refusal.message)
    }
  }

  private func boundary(around origin: Origin) -> FileBoundary {
    let given = [origin.path.map { FilePath($0).folder }, origin.siteRoot, origin.inputFolder]
    return FileBoundary(around: given.compactMap(\.self) + folders, isLifted: isTrusting)
  }

  private func candidates(for path: String, from origin: Origin) -> [String] {
    let rooted = path.utf8.first == UInt8(ascii: "/")
    let relative = rooted ? String(path.drop { $0 == "/" }) : path
    var candidates: [String] = []
    if !rooted, let article = origin.path {
      candidates.append(FilePath(article).folder + "/" + relative)
    }
    if let site = origin.siteRoot { candidates.append(site + "/" + relative) }
    for folder in origin.pictureFolders { candidates.append(folder + "/" + relative) }
    for folder in folders { candidates.append(folder + "/" + relative) }
    // As the file system's own path at last.
    if rooted { candidates.append(path) }
    return candidates
  }

  /// The path that a reference without host names, without query and fragment and with its
  /// percent-escapes resolved. The only scheme that names files is `file`.
  private static func path(of reference: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(reference.utf8)[...]
    if reference.prefix(5).lowercased() == "file:" {
      rest = rest.dropFirst(5)
      for host in ["//localhost/", "///"] where rest.starts(with: host.utf8) {
        rest = rest.dropFirst(host.utf8.count - 1)
      }
    }
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
