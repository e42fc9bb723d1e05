import Liquid
import NewsFiles
import NewsFrontMatter
import NewsModel
import Synchronization

extension JekyllSite {
  /// The text of an include, looked for in `_includes`; `nil` if there is none.
  func include(_ name: String) throws(LiquidError) -> [UInt8]? {
    if let known = cache.withLock({ $0.includes[name] }) { return known }
    let folder = FileSystem.normalized(
      configuration.values["includes_dir"]?.string ?? "_includes")
    let path = FileSystem.normalized(folder + "/" + name)
    // No way out of the folder of includes.
    let bytes =
      exists && path.hasPrefix(folder + "/") ? try self.bytes(atPath: path) : nil
    cache.withLock { $0.includes[name] = .some(bytes) }
    return bytes
  }

  /// All data files, by folder and name: `site.data`. Read when asked for, once.
  var data: MetadataMap {
    if let known = cache.withLock({ $0.data }) { return known }
    guard exists else { return [:] }
    var walk = SiteWalk(self)
    let folder = configuration.values["data_dir"]?.string ?? "_data"
    let data = readData(in: SiteWalk.Folder(path: folder), depth: 0, &walk)
    let refusals = walk.refusals
    cache.withLock {
      $0.data = data
      $0.dataRefusals[""] = refusals
    }
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
    var refusals: [String] = []
    let path = source + "/" + folder + "/" + name
    // In Jekyll's order, where the later of two of one name overrules the earlier.
    if FileSystem.kind(of: path) == .folder {
      if let refusal = boundary.refusal(of: path) {
        refusals.append("'\(folder)/\(name)' \(refusal.message)")
      } else {
        var walk = SiteWalk(self)
        found = .map(readData(in: SiteWalk.Folder(path: folder + "/" + name), depth: 1, &walk))
        refusals += walk.refusals
      }
    } else {
      for fileExtension in Self.dataExtensions.reversed() {
        let reading = boundary.read(path + fileExtension)
        if let refusal = reading.refusal {
          refusals.append("'\(folder)/\(name)\(fileExtension)' \(refusal.message)")
          break
        }
        if let bytes = reading.bytes {
          found = Self.value(of: bytes, fileExtension: fileExtension)
          break
        }
      }
      // A file whose name is not quite its key.
      if found == nil, refusals.isEmpty { found = data[name] }
    }
    let value = found
    let told = refusals
    cache.withLock {
      $0.dataFiles[name] = .some(value)
      $0.dataRefusals[name] = told
    }
    return found
  }

  private static let dataExtensions = [".yaml", ".yml", ".json", ".csv", ".tsv"]

  /// What of the data of a name, or of all, was not opened.
  func dataRefusals(named name: String?) -> [String] {
    cache.withLock { $0.dataRefusals[name ?? ""] ?? [] }
  }

  private func readData(
    in folder: SiteWalk.Folder, depth: Int, _ walk: inout SiteWalk
  ) -> MetadataMap {
    var files: [MetadataMap.Entry] = []
    var folders: [MetadataMap.Entry] = []
    // A folder that is a link itself is not seen by what goes through its parent.
    guard boundary.refusal(of: source + "/" + folder.path) == nil else { return [:] }
    for (name, entry) in walk.entries(in: folder, where: { name, _ in !name.hasPrefix(".") }) {
      switch entry {
      case .folder(let inner) where depth < 32:
        folders.append(
          .init(key: Self.dataKey(name), value: .map(readData(in: inner, depth: depth + 1, &walk))))
      case .file(let path):
        let fileExtension = FileSystem.pathExtension(of: name)
        guard Self.dataExtensions.contains(fileExtension),
          let bytes = boundary.read(source + "/" + path).bytes
        else { continue }
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
