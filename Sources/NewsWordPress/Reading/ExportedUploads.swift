internal import NewsBytes
internal import NewsFiles
internal import NewsModel

/// Finds the files that posts refer to by address where they lie beside the export: in
/// `wp-content/uploads`, in `uploads`, or in folders of years.
struct ExportedUploads: ResourceLoader {
  private let folder: String
  private let boundary: FileBoundary
  private let limits: Limits

  init(beside path: String, source: Source, limits: Limits) {
    folder = FilePath(path).folder
    self.limits = limits
    boundary = FileBoundary(
      around: [folder] + (source.inputFolder.map { [$0] } ?? []), isLifted: source.isTrusted)
  }

  func load(_ reference: String, from origin: Origin?) throws(ResourceFailure) -> Resource {
    guard let path = Self.uploadPath(reference) else {
      throw ResourceFailure(.unsupported, "is no upload of a site")
    }
    // A scaled picture is made of one that may be all there is.
    for name in [path, Self.original(of: path)].compactMap(\.self) {
      for place in ["wp-content/uploads/", "uploads/", ""] {
        let file = folder + "/" + place + name
        guard FileSystem.kind(of: file) == .file else { continue }
        switch boundary.read(file, limit: limits.inputBytes) {
        case .bytes(let bytes): return Resource(bytes: bytes)
        case .missing: continue
        case .refused(let refusal): throw ResourceFailure(.refused, refusal.message)
        }
      }
    }
    throw ResourceFailure(.unsupported, "is not beside the export")
  }

  /// The path of an upload below the folder of uploads: `2013/06/bridge.jpg`.
  static func uploadPath(_ address: String) -> String? {
    var path = address.prefix { $0 != "?" && $0 != "#" }
    guard let scheme = path.place(of: "://") else { return nil }
    let host = path[scheme.upperBound...].prefix { $0 != "/" }
    path = path[host.endIndex...]
    if let uploads = path.place(of: "/wp-content/uploads/") {
      path = path[uploads.upperBound...]
    } else if host.hasSuffix(".files.wordpress.com") {
      path = path.dropFirst()
    } else {
      return nil
    }
    let decoded = ExportedText.slug(String(path))
    guard !decoded.isEmpty, !decoded.split(separator: "/").contains(".."), !decoded.contains("\0")
    else { return nil }
    return decoded
  }

  /// `bridge.jpg` for `bridge-300x200.jpg`.
  static func original(of path: String) -> String? {
    guard let dot = path.lastIndex(of: "."), let dash = path[..<dot].lastIndex(of: "-") else {
      return nil
    }
    let size = path[path.index(after: dash)..<dot].split(separator: "x")
    guard size.count == 2, size.allSatisfy({ Int($0) != nil }) else { return nil }
    return String(path[..<dash] + path[dot...])
  }
}
