public import NewsModel

/// The files of a folder, none that lies elsewhere.
public struct FolderFiles: InputFiles {
  /// The folder.
  public let place: String
  private let boundary: FileBoundary

  /// Files of a folder; of a trusted one links may lead elsewhere.
  public init(_ folder: String, isTrusted: Bool = false) {
    place = folder
    boundary = FileBoundary(around: [folder], isLifted: isTrusted)
  }

  /// The names of the files directly in a folder.
  public func names(in folder: String) throws(ConversionError) -> [String] {
    let path = folder.isEmpty ? place : self.path(of: folder)
    guard boundary.kind(of: path) == .folder else { return [] }
    let prefix = folder.isEmpty ? "" : folder + "/"
    let names = try FileTree.entries(of: path).filter { $0.kind == .file || $0.kind == nil }
      .map { prefix + $0.name }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether there is a file of a name.
  public func contains(_ name: String) -> Bool { FileSystem.kind(of: path(of: name)) == .file }

  /// The bytes of a file.
  public func bytes(of name: String, limits: Limits) throws(ConversionError) -> [UInt8]? {
    let path = path(of: name)
    switch boundary.read(path, limit: limits.inputBytes) {
    case .bytes(let bytes): return bytes
    case .missing: return nil
    case .refused(let refusal): throw ConversionError(.noInput, refusal.message, file: path)
    }
  }
}
