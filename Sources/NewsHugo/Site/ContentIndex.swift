import NewsFiles

/// The files of a site's content as references name them.
struct ContentIndex: Sendable {
  private var files: [String: [HugoSite.File]] = [:]

  /// Files by every path and name that a reference may have for them.
  init(_ all: [HugoSite.File]) {
    for file in all {
      for key in Self.keys(of: file.place) { files[key, default: []].append(file) }
    }
  }

  private static func keys(of place: ContentPlace) -> Set<String> {
    let path = place.path.lowercased()
    let logical = (place.sections + [place.name]).joined(separator: "/").lowercased()
    var keys: Set<String> = ["/" + path, "/" + logical, "/" + logical + place.fileExtension]
    keys.insert(FileSystem.name(of: path))
    keys.insert(place.name.lowercased())
    keys.insert(place.name.lowercased() + place.fileExtension)
    if place.isBundle { keys.insert("/" + logical + "/index" + place.fileExtension) }
    return keys
  }

  /// The file that a reference means.
  func file(
    _ reference: String, from place: ContentPlace?, language: String?
  ) -> HugoSite.File? {
    var path = reference.lowercased()
    if let end = path.firstIndex(where: { $0 == "#" || $0 == "?" }) { path = String(path[..<end]) }
    while path.hasSuffix("/"), path.count > 1 { path.removeLast() }
    if path.hasPrefix("content/") { path = String(path.dropFirst(7)) }
    guard !path.isEmpty else { return nil }
    var keys: [String] = []
    if path.hasPrefix("/") {
      keys = [FileSystem.normalized(path)]
    } else {
      if let folder = place?.folder.lowercased() {
        keys.append(FileSystem.normalized("/" + folder + "/" + path))
      }
      keys.append(FileSystem.normalized("/" + path))
      keys.append(path)
    }
    for key in keys {
      guard let found = files[key] else { continue }
      if let exact = found.first(where: { $0.place.language == language }) { return exact }
      if let first = found.first { return first }
    }
    return nil
  }
}
