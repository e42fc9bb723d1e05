/// Files that lie together as an input: those of a folder, or the members of an archive.
///
/// A collection that is a folder of an export reads it through this type, and so reads the same export
/// as an archive.
public protocol InputFiles: Sendable {
  /// What the files lie in, for messages and origins: `export`, `export.zip`. A file's path is this, a
  /// slash and its name.
  var place: String { get }

  /// The names of the files directly in a folder (without a slash at its end; empty for the outermost),
  /// as paths from ``place``, in the order of their bytes.
  ///
  /// - Throws: ``ConversionError`` where the folder cannot be read.
  func names(in folder: String) throws(ConversionError) -> [String]

  /// Whether there is a file of a name.
  func contains(_ name: String) -> Bool

  /// The bytes of a file; `nil` if there is none of the name.
  ///
  /// - Throws: ``ConversionError`` for one that is encrypted, damaged, too large, or leads elsewhere.
  func bytes(of name: String, limits: Limits) throws(ConversionError) -> [UInt8]?
}

extension InputFiles {
  /// A file's path, for messages and origins.
  public func path(of name: String) -> String {
    place.isEmpty || place.utf8.last == UInt8(ascii: "/") ? place + name : place + "/" + name
  }

  /// Whether there are files in a folder.
  public func hasFiles(in folder: String) -> Bool {
    ((try? names(in: folder)) ?? []).isEmpty == false
  }

  /// A file as a source whose bytes are read when its turn comes.
  ///
  /// - Parameters:
  ///   - name: its name in the folder.
  ///   - known: what is known of it.
  ///   - missing: what to say where it is not there.
  public func deferred(
    _ name: String, known: Source = Source(bytes: []), missing: String = "is not there any more"
  ) -> CollectionItem.Content {
    .deferred { (limits) throws(ConversionError) in
      let path = self.path(of: name)
      guard let bytes = try self.bytes(of: name, limits: limits) else {
        throw ConversionError(.noInput, missing, file: path)
      }
      var source = known
      source.bytes = bytes
      source.path = path
      return source
    }
  }
}
