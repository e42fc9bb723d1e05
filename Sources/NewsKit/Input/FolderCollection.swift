internal import NewsFiles

/// A folder of no special build: the files below it that some reader or collection knows, in the
/// order of their bytes, and the collections among its folders.
///
/// Hidden files and folders, links to folders, and folders of programs' packages are passed over.
final class FolderCollection: ArticleCollection {
  private let folder: String
  private let registry: FormatRegistry
  private let boundary: FileBoundary
  private var diagnostics: [Diagnostic] = []
  private let extensions: Set<String>
  /// The last parts of the extensions of collections, and the extensions with their dots.
  private let collectionExtensions: Set<String>
  private let collectionEndings: [String]
  /// Extensions of more than one part, with their dots.
  private let compound: [String]
  /// What is still to be looked at in each folder, the deepest last; the last of each comes first.
  private var waiting: [[Entry]] = []
  private var hasBegun = false
  private var found = 0

  private struct Entry {
    /// The path from the folder.
    var name: String
    var kind: FileSystem.Kind
  }

  init(_ folder: String, registry: FormatRegistry, boundary: FileBoundary) {
    self.folder = folder
    self.boundary = boundary
    self.registry = registry
    extensions = Set(
      registry.readers.flatMap(\.format.extensions)
        + registry.collections.flatMap(\.format.extensions))
    let ofCollections = registry.collections.flatMap(\.format.extensions)
    collectionExtensions = Set(ofCollections.map { FilePath("." + $0).lastPart })
    collectionEndings = ofCollections.map { "." + $0 }
    compound = extensions.filter { $0.utf8.contains(UInt8(ascii: ".")) }.map { "." + $0 }
  }

  /// Folders of packages, which hold thousands of READMEs and pages that nobody here wrote.
  private static let passedOver: Set<String> = ["node_modules", "bower_components", "__pycache__"]
  /// Text of any format is called so: what it is decides.
  private static let textExtensions: Set<String> = ["txt", "text"]

  func next() throws(ConversionError) -> CollectionItem? {
    if !hasBegun {
      hasBegun = true
      waiting.append(try entries(below: ""))
    }
    while var last = waiting.popLast() {
      guard let entry = last.popLast() else { continue }
      waiting.append(last)
      let path = self.path(entry.name)
      switch entry.kind {
      case .folder:
        if registry.collections.contains(where: { $0.recognizeFolder(path) }) {
          found += 1
          return CollectionItem(name: entry.name, .input(path, Source(bytes: [])))
        }
        waiting.append(try entries(below: entry.name))
      case .file where isArticle(path):
        found += 1
        return CollectionItem(name: entry.name, content(of: path))
      default: break
      }
    }
    if found == 0 {
      let endings = extensions.sorted().map { "." + $0 }.joined(separator: " ")
      throw ConversionError(
        .noInput,
        "has no articles: no post of a site, no file that ends in \(endings), and no .txt that is one",
        file: folder)
    }
    return nil
  }

  /// What was passed over and should not go unsaid.
  func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }

  private func content(of path: String) -> CollectionItem.Content {
    let name = FilePath(path).name.lowercased()
    if collectionExtensions.contains(FilePath(name).lastPart),
      collectionEndings.contains(where: { name.hasSuffix($0) })
    {
      return .input(path, Source(bytes: []))
    }
    return .deferred { (limits) throws(ConversionError) in try Source(file: path, limits: limits) }
  }

  /// What is in a folder, the first by bytes last: folders as if their names ended in a slash, so that
  /// paths come in their order.
  private func entries(below name: String) throws(ConversionError) -> [Entry] {
    let prefix = name.isEmpty ? "" : name + "/"
    var entries: [(key: String, entry: Entry)] = []
    for (name, kind) in try FileTree.entries(of: path(name))
    where name.utf8.first != UInt8(ascii: ".") && !Self.passedOver.contains(name) {
      let path = self.path(prefix + name)
      // Only links lead elsewhere.
      if kind == nil, isReadable(name), FileSystem.isLink(path),
        let refusal = boundary.refusal(of: path)
      {
        diagnostics.append(
          Diagnostic(.warning, .resourceRefused, "'\(path)' \(refusal.message)"))
        continue
      }
      guard let known = kind ?? FileSystem.kind(of: path), known != .other else { continue }
      if known == .folder, kind != .folder, FileSystem.isLink(path) { continue }
      let key = known == .folder ? name + "/" : name
      entries.append((key, Entry(name: prefix + name, kind: known)))
    }
    entries.sort { $1.key.utf8.lexicographicallyPrecedes($0.key.utf8) }
    return entries.map(\.entry)
  }

  private func isReadable(_ name: String) -> Bool {
    FilePath(name).fileExtension.map(extensions.contains) ?? false
  }

  private func isArticle(_ path: String) -> Bool {
    guard let suffix = FilePath(path).fileExtension else { return false }
    if !Self.textExtensions.contains(suffix) {
      if extensions.contains(suffix) { return true }
      // `warc.gz` and the like.
      let name = FilePath(path).name.lowercased()
      return compound.contains { name.hasSuffix($0) }
    }
    guard let stream = try? FileByteStream(path),
      let head = try? ByteReader(stream).peek(FormatRegistry.recognizedBytes)
    else { return false }
    return registry.recognize(head: head, of: Source(bytes: [])) != nil
  }

  private func path(_ name: String) -> String {
    if name.isEmpty { return folder }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }
}
