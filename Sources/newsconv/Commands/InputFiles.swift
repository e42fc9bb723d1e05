import NewsKit

/// The files that one word of a command line names.
struct InputFiles {
  /// A file to convert.
  struct File {
    /// Where it is.
    var path: String
    /// Its path from the folder that was named, or its name.
    var relativePath: String
  }

  /// Whether a folder was named.
  let isFolder: Bool
  /// The files.
  let files: [File]

  /// Finds the files.
  ///
  /// - Throws: ``ConversionError`` (`noInput`) if there is none.
  init(
    _ path: String, registry: FormatRegistry, options: FormatOptions
  ) throws(ConversionError) {
    guard path != "-", FileTree.isFolder(path) else {
      isFolder = false
      files = [File(path: path, relativePath: path == "-" ? "stdin" : FilePath(path).name)]
      return
    }
    isFolder = true
    let readable = Set(registry.readers.flatMap(\.format.extensions))
    var prefix = path
    while prefix.utf8.count > 1, prefix.utf8.last == UInt8(ascii: "/") { prefix.removeLast() }
    files = try FileTree.files(below: path)
      .filter { FilePath($0).fileExtension.map(readable.contains) ?? false }
      .map { File(path: $0, relativePath: String($0.dropFirst(prefix.count).drop { $0 == "/" })) }
    if files.isEmpty {
      throw ConversionError(
        .noInput,
        "has no articles: no file ends in \(readable.sorted().map { "." + $0 }.joined(separator: " "))",
        file: path)
    }
  }
}
