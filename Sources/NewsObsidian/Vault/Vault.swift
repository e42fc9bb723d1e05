import NewsFiles
import NewsFrontMatter
import NewsModel

/// A folder of notes with what Obsidian keeps beside them, and its files as links name them.
final class Vault: Sendable {
  /// The root folder; empty for a note that belongs to none.
  let root: String
  let boundary: FileBoundary
  /// Whether line ends of the text are none, as its settings say.
  let hasStrictLineBreaks: Bool
  /// The folder of templates, which are no notes.
  let templates: String?
  /// The paths of its files from the root, in their order.
  let files: [String]
  /// What lies outside and was passed over.
  let refusals: [String]
  private let byName: [String: [Int]]
  private let byPath: [String: Int]
  private let cache = LockedValue(Cache())

  /// What was read so far.
  private struct Cache: Sendable {
    var texts: [String: [UInt8]] = [:]
  }

  /// More files than any vault has.
  private static let fileLimit = 500_000
  private static let depthLimit = 64

  /// Opens a vault.
  ///
  /// - Throws: ``ConversionError`` where a folder cannot be read.
  init(root: String, isTrusted: Bool) throws(ConversionError) {
    self.root = FileSystem.absolute(root)
    boundary = FileBoundary(around: [root], isLifted: isTrusted)
    let settings = Self.settings("app", of: self.root, boundary)
    hasStrictLineBreaks = settings["strictLineBreaks"] == .bool(true)
    templates = Self.settings("templates", of: self.root, boundary)["folder"]?.string
    var files: [String] = []
    var refusals: [String] = []
    var waiting: [(path: String, depth: Int)] = [("", 0)]
    while let (folder, depth) = waiting.popLast() {
      let below = folder.isEmpty ? "" : folder + "/"
      for (name, kind) in try FileTree.entries(of: self.root + "/" + folder)
      where name.utf8.first != UInt8(ascii: ".") {
        let path = below + name
        var known = kind
        if known == nil {
          if let refusal = boundary.refusal(of: self.root + "/" + path) {
            refusals.append("'\(path)' \(refusal.message)")
            continue
          }
          known = FileSystem.kind(of: self.root + "/" + path)
          if known == .folder { continue }
        }
        if known == .folder, depth < Self.depthLimit { waiting.append((path, depth + 1)) }
        if known == .file, files.count < Self.fileLimit { files.append(path) }
      }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var byName: [String: [Int]] = [:]
    var byPath: [String: Int] = [:]
    for (index, path) in files.enumerated() {
      byName[FileSystem.name(of: path).lowercased(), default: []].append(index)
      byPath[path.lowercased()] = index
    }
    self.files = files
    self.refusals = refusals
    self.byName = byName
    self.byPath = byPath
  }

  /// The surroundings of a note alone.
  init() {
    root = ""
    boundary = FileBoundary(around: [])
    (hasStrictLineBreaks, templates, files, refusals) = (false, nil, [], [])
    (byName, byPath) = ([:], [:])
  }

  private static func settings(
    _ name: String, of root: String, _ boundary: FileBoundary
  ) -> MetadataMap {
    guard let bytes = boundary.read(root + "/.obsidian/\(name).json", limit: 1 << 20).bytes,
      let json = try? JSONValue(parsing: bytes)
    else { return [:] }
    return MetadataValue(json).map ?? [:]
  }

  /// Whether a folder is a vault.
  static func isVault(_ folder: String) -> Bool {
    FileSystem.kind(of: folder + "/.obsidian") == .folder
  }

  /// The root of the vault that a file lies in; `nil` if it lies in none.
  static func root(above path: String) -> String? {
    var folder = FileSystem.folder(of: FileSystem.absolute(path))
    while !folder.isEmpty {
      if isVault(folder) { return folder }
      if folder == "/" { return nil }
      folder = FileSystem.folder(of: folder)
    }
    return nil
  }

  /// The path of a file from the root; `nil` if it lies elsewhere.
  func path(of file: String) -> String? {
    guard !root.isEmpty else { return nil }
    let file = FileSystem.absolute(file)
    return file.hasPrefix(root + "/") ? String(file.dropFirst(root.utf8.count + 1)) : nil
  }

  /// The file that a link names: a path from the root or from the note's folder, or the name of a
  /// file wherever it lies, the nearest to the root of several.
  func file(_ target: String, from note: String?) -> String? {
    let name = String(target.lowercased().drop { $0 == "/" })
    guard !name.isEmpty, !files.isEmpty else { return nil }
    for candidate in [name, name + ".md"] {
      if let folder = note.map(FileSystem.folder(of:))?.lowercased(), !folder.isEmpty {
        let path = FileSystem.normalized("/" + folder + "/" + candidate).dropFirst()
        if let index = byPath[String(path)] { return files[index] }
      }
      let path = FileSystem.normalized("/" + candidate).dropFirst()
      if let index = byPath[String(path)] { return files[index] }
      guard let found = byName[FileSystem.name(of: candidate)] else { continue }
      // A path from somewhere in the middle.
      let fitting =
        candidate.contains("/")
        ? found.filter { files[$0].lowercased().hasSuffix("/" + candidate) } : found
      if let best = fitting.min(by: { Self.depth(files[$0]) < Self.depth(files[$1]) }) {
        return files[best]
      }
    }
    return nil
  }

  private static func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }

  /// The text of a note, for those that embed it.
  func text(of file: String) -> [UInt8]? {
    if let known = cache.withLock({ $0.texts[file] }) { return known }
    guard let bytes = boundary.read(root + "/" + file, limit: 4 << 20).bytes else { return nil }
    cache.withLock { cache in
      if cache.texts.count > 200 { cache.texts.removeAll() }
      cache.texts[file] = bytes
    }
    return bytes
  }

  /// The address of a file as a note refers to it: relative to its folder.
  static func address(of file: String, from note: String?) -> String {
    let from = FileSystem.components(of: note.map(FileSystem.folder(of:)) ?? "")
    let to = FileSystem.components(of: file)
    let common = zip(from, to.dropLast()).prefix { $0 == $1 }.count
    let steps =
      [String](repeating: "..", count: from.count - common)
      + to.dropFirst(common).map { escaped($0) }
    return steps.joined(separator: "/")
  }

  private static func escaped(_ name: Substring) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: ","),
        UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"):
        bytes.append(byte)
      default: bytes += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
