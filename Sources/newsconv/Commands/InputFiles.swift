import NewsKit

/// The files that one word of a command line names.
struct InputFiles {
  /// A file to convert.
  struct File {
    /// Where it is.
    var path: String
    /// Its path from the folder that was named, or its name.
    var relativePath: String
    /// The folder that it was found in, unless it was named itself.
    var folder: String?
  }

  /// Whether they may be several: a folder or a pattern was named.
  let isSeveral: Bool
  /// The files.
  let files: [File]

  /// Finds the files: those that a reader knows a folder of its kind to hold (a Jekyll site's
  /// posts), else all that some reader can read; for a pattern that the shell has left alone, what
  /// matches it.
  ///
  /// Links that lead out of the folder are left out with a warning, unless it is trusted.
  ///
  /// - Throws: ``ConversionError`` (`noInput`) if there is none.
  init(
    _ path: String, registry: FormatRegistry, options: FormatOptions, isTrusted: Bool = false,
    diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    if path != "-", !FileTree.exists(path), let pattern = FilePattern(path) {
      let matches = pattern.paths()
      if matches.isEmpty {
        throw ConversionError(.noInput, "no file matches this pattern", file: path)
      }
      isSeveral = true
      var found: [File] = []
      let within = Self.within(matches, of: pattern.folder, isTrusted, &diagnostics)
      for match in within {
        found += try InputFiles(
          match, registry: registry, options: options, isTrusted: isTrusted,
          diagnostics: &diagnostics
        ).files
      }
      for index in found.indices { found[index].folder = found[index].folder ?? pattern.folder }
      files = found
      return
    }
    guard path != "-", FileTree.isFolder(path) else {
      isSeveral = false
      files = [File(path: path, relativePath: path == "-" ? "stdin" : FilePath(path).name)]
      return
    }
    isSeveral = true
    let root = Self.withoutTrailingSlashes(path)
    let readable = Set(registry.readers.flatMap(\.format.extensions))
    var options = options
    if isTrusted { options.set("trust", "true") }
    let found: [String]
    if let posts = try Self.posts(of: root, registry, options, &diagnostics) {
      found = posts
    } else {
      // Sites may lie within the folder.
      let readableFiles = try FileTree.files(below: root) { folder throws(ConversionError) in
        try Self.posts(of: folder, registry, options, &diagnostics)
      }.filter { FilePath($0).fileExtension.map(readable.contains) ?? false }
      found = Self.within(readableFiles, of: root, isTrusted, &diagnostics)
    }
    files = found.map { file in
      let below = file.hasPrefix(root + "/") ? String(file.dropFirst(root.count + 1)) : file
      return File(path: file, relativePath: below, folder: root)
    }
    if files.isEmpty {
      let endings = readable.sorted().map { "." + $0 }.joined(separator: " ")
      throw ConversionError(
        .noInput, "has no articles: no post of a site, and no file ends in \(endings)", file: path)
    }
  }

  /// The files of a site that are articles, in their order; `nil` if the folder is no site that a
  /// reader knows.
  private static func posts(
    of folder: String, _ registry: FormatRegistry, _ options: FormatOptions,
    _ diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [String]? {
    for reader in registry.readers {
      if let posts = try reader.expand(folder, options, &diagnostics) { return posts }
    }
    return nil
  }

  /// The files that really lie within a folder.
  private static func within(
    _ files: [String], of folder: String, _ isTrusted: Bool, _ diagnostics: inout Diagnostics
  ) -> [String] {
    let boundary = FileBoundary(around: [folder], isLifted: isTrusted)
    return files.filter { file in
      // Only links lead elsewhere.
      guard FileSystem.isLink(file) || FileSystem.kind(of: file) == .other,
        let refusal = boundary.refusal(of: file)
      else { return true }
      diagnostics.warn("'\(file)' \(refusal.message)")
      return false
    }
  }

  /// The folders that files were found in.
  static func folders(of files: [File]) -> [String: String] {
    var folders: [String: String] = [:]
    for file in files { folders[file.path] = file.folder }
    return folders
  }

  private static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }
}
