import NewsFiles
import NewsFrontMatter
import NewsModel
import Synchronization

extension JekyllSite {
  /// The text of an include, looked for in `_includes`; `nil` if there is none.
  func include(_ name: String) -> [UInt8]? {
    if let known = cache.withLock({ $0.includes[name] }) { return known }
    let folder = configuration.values["includes_dir"]?.string ?? "_includes"
    let path = FileSystem.normalized(folder + "/" + name)
    // No way out of the folder of includes.
    let bytes =
      exists && path.hasPrefix(folder + "/") ? FileSystem.bytes(of: source + "/" + path) : nil
    cache.withLock { $0.includes[name] = .some(bytes) }
    return bytes
  }

  /// All data files, by folder and name: `site.data`. Read when asked for, once.
  var data: MetadataMap {
    if let known = cache.withLock({ $0.data }) { return known }
    let data = readData(configuration.values["data_dir"]?.string ?? "_data", depth: 0)
    cache.withLock { $0.data = data }
    return data
  }

  /// One entry of `site.data`, without reading the others: a file's content, a folder's mapping.
  func data(named name: String) -> MetadataValue? {
    if let known = cache.withLock({ $0.dataFiles[name] }) { return known }
    guard exists else { return nil }
    // Keys are made from file names; a name that is no key is none of a file either.
    guard Self.dataKey(name) == name else { return nil }
    let folder = configuration.values["data_dir"]?.string ?? "_data"
    var found: MetadataValue?
    let path = source + "/" + folder + "/" + name
    // In Jekyll's order, where the later of two of one name overrules the earlier.
    if FileSystem.kind(of: path) == .folder {
      found = .map(readData(folder + "/" + name, depth: 1))
    } else {
      for fileExtension in Self.dataExtensions.reversed() {
        if let bytes = FileSystem.bytes(of: path + fileExtension) {
          found = Self.value(of: bytes, fileExtension: fileExtension)
          break
        }
      }
      // A file whose name is not quite its key.
      if found == nil { found = data[name] }
    }
    let value = found
    cache.withLock { $0.dataFiles[name] = .some(value) }
    return found
  }

  private static let dataExtensions = [".yaml", ".yml", ".json", ".csv", ".tsv"]

  private func readData(_ folder: String, depth: Int) -> MetadataMap {
    guard exists else { return [:] }
    var files: [MetadataMap.Entry] = []
    var folders: [MetadataMap.Entry] = []
    for name in FileSystem.names(in: source + "/" + folder) where !name.hasPrefix(".") {
      let path = folder + "/" + name
      let fileExtension = FileSystem.pathExtension(of: name)
      switch FileSystem.kind(of: source + "/" + path) {
      case .folder where depth < 32:
        folders.append(
          .init(key: Self.dataKey(name), value: .map(readData(path, depth: depth + 1))))
      case .file where Self.dataExtensions.contains(fileExtension):
        guard let bytes = FileSystem.bytes(of: source + "/" + path) else { continue }
        files.append(
          .init(
            key: Self.dataKey(String(name.dropLast(fileExtension.count))),
            value: Self.value(of: bytes, fileExtension: fileExtension)))
      default: break
      }
    }
    return MetadataMap(entries: files + folders)
  }

  private static func value(of bytes: [UInt8], fileExtension: String) -> MetadataValue {
    let text = withoutMark(bytes)
    switch fileExtension {
    case ".csv": return DelimitedText(text, separator: 0x2C).rows
    case ".tsv": return DelimitedText(text, separator: 0x09).rows
    default: return (try? YAMLText(text))?.value ?? .null
    }
  }

  /// A file's name as a key: word characters, blanks as underscores, and hyphens.
  private static func dataKey(_ name: String) -> String {
    var key = ""
    for scalar in name.unicodeScalars {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
        || scalar == "-" || scalar.properties.generalCategory == .decimalNumber
      {
        key.unicodeScalars.append(scalar)
      } else if scalar == " " || scalar == "\t" {
        if !key.hasSuffix("_") || name.unicodeScalars.contains("_") { key += "_" }
      }
    }
    return key
  }
}
