internal import NewsFiles
public import NewsModel

/// The notes of a vault, which is opened once.
///
/// Templates, empty notes and drawings are left out.
public final class ObsidianVaultCollection: ArticleCollection {
  /// How the collection is registered.
  public static let registration = CollectionRegistration(
    format: Format(
      name: "obsidian", summary: "a vault of Obsidian: a folder with .obsidian", extensions: [],
      mediaType: "inode/directory"),
    recognizeFolder: { Vault.isVault($0) },
    open: { (input, _, diagnostics) throws(ConversionError) in
      guard case .folder(let folder) = input.content else {
        throw ConversionError(.badInput, "is not a folder, as a vault is", file: input.source.path)
      }
      return try ObsidianVaultCollection(
        folder, isTrusted: input.source.isTrusted, diagnostics: &diagnostics)
    })

  private let vault: Vault
  private let notes: [String]
  private let prefix: String
  private var position = 0

  /// Opens a vault.
  ///
  /// - Throws: ``ConversionError`` where a folder cannot be read.
  public init(
    _ folder: String, isTrusted: Bool = false, diagnostics: inout Diagnostics
  ) throws(ConversionError) {
    let vault = try Vault(root: folder, isTrusted: isTrusted)
    self.vault = vault
    let templates = vault.templates.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    notes = vault.files.filter { path in
      FileSystem.pathExtension(of: path).lowercased() == ".md"
        && !(templates.map { path.hasPrefix($0) } ?? false)
    }
    prefix = folder.hasSuffix("/") ? folder : folder + "/"
    for refusal in vault.refusals { diagnostics.warn(.resourceRefused, refusal) }
  }

  /// The name of the folder.
  public var metadata: Metadata { Metadata(title: FileSystem.name(of: vault.root)) }
  /// How many notes there are, those that are left out among them.
  public var count: Int? { notes.count }
  /// Reads the vault's notes.
  public var reader: (any ArticleReader)? { VaultNotes(vault: vault) }

  /// The next note.
  public func next() -> CollectionItem? {
    guard position < notes.count else { return nil }
    let note = notes[position]
    position += 1
    let path = prefix + note
    return CollectionItem(
      name: note,
      .deferred { [vault] (limits) throws(ConversionError) in
        switch vault.boundary.read(path, limit: limits.inputBytes) {
        case .bytes(let bytes): return Source(bytes: bytes, path: path)
        case .missing: throw ConversionError(.noInput, "is not there any more", file: path)
        case .refused(let refusal): throw ConversionError(.noInput, refusal.message, file: path)
        }
      })
  }
}

/// Reads the notes of one vault.
private struct VaultNotes: ArticleReader {
  let vault: Vault

  func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    guard source.bytes.contains(where: { $0 > 0x20 }) else {
      diagnostics.notice(.postEmpty, "is left out: the note is empty")
      return []
    }
    var unheard = Diagnostics()
    let (front, _) = try ObsidianReader.properties(of: source.bytes, source, &unheard)
    if front["excalidraw-plugin"] != nil || front["kanban-plugin"] != nil {
      diagnostics.notice(.postUnpublished, "is left out: it is a drawing or a board")
      return []
    }
    return [
      try ObsidianReader().read(source, in: vault, limits: limits, diagnostics: &diagnostics)
    ]
  }
}
