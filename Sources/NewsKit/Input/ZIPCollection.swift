internal import NewsArchive

/// The files of a ZIP archive that some reader or collection knows, each an input of its own, in the
/// order of their bytes; the exports of whole sites alone, where there are any.
final class ZIPCollection: ArticleCollection {
  /// It is known by its bytes, not by its name: archives in a folder are mostly none of its articles, and
  /// are read only where they are named.
  static let registration = CollectionRegistration(
    format: Format(
      name: "zip", summary: "a ZIP archive of an export or of articles", extensions: [],
      mediaType: "application/zip"),
    recognize: { ZIPCollection.isArchive($0) ? 90 : 0 },
    open: { (input, _, diagnostics) throws(ConversionError) in
      guard case .bytes(let bytes) = input.content else {
        throw ConversionError(.badInput, "is a folder, not an archive", file: input.source.path)
      }
      let archive = try Archive(
        bytes, of: input.source, limits: input.limits, diagnostics: &diagnostics)
      return ZIPCollection(archive, registry: .standard)
    })

  private let archive: Archive
  private let names: [String]
  private var position = 0

  /// Pictures come from the archive.
  var resources: (any ResourceLoader)? { archive.resources }
  var identifier: String? { archive.place }

  init(_ archive: Archive, registry: FormatRegistry) {
    self.archive = archive
    names = archive.articles(for: registry)
  }

  static func isArchive(_ head: ArraySlice<UInt8>) -> Bool {
    head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6])
  }

  func next() throws(ConversionError) -> CollectionItem? {
    if names.isEmpty {
      throw ConversionError(
        .noInput, "has no articles: no export, and no file of a name that articles have",
        file: archive.place)
    }
    guard position < names.count else { return nil }
    let name = names[position]
    position += 1
    return CollectionItem(name: archive.nameFromRoot(name), content(of: name))
  }

  private func content(of name: String) -> CollectionItem.Content {
    do throws(ConversionError) {
      let source = try archive.source(of: name)
      return source.bytes.isEmpty ? .source(source) : .input(source.path ?? name, source)
    } catch {
      return .failure(error)
    }
  }
}

extension ZIPCollection {
  /// An archive with what it is called.
  struct Archive: Sendable {
    let members: ArchiveMembers
    let place: String
    /// The folder that all files lie in, with its slash.
    private let root: String
    private let limits: Limits

    init(
      _ bytes: ByteReader, of source: Source, limits: Limits, diagnostics: inout Diagnostics
    ) throws(ConversionError) {
      members = try ArchiveMembers(bytes.rest(limit: limits.inputBytes), limits: limits)
      place = source.name ?? "-"
      root = members.commonFolder
      self.limits = limits
      if members.contains("[Content_Types].xml") {
        throw ConversionError(
          .badInput,
          "is an Office document; pandoc makes Markdown or HTML of it, which is read here")
      }
      members.report(to: &diagnostics)
    }

    var resources: any ResourceLoader { ArchiveResources(members, place: place) }

    /// The files as a folder, and as the folder that they all lie in.
    var folders: [ArchiveFiles] {
      let whole = ArchiveFiles(members, place: place)
      return root.isEmpty ? [whole] : [whole, ArchiveFiles(members, place: place, root: root)]
    }

    func nameFromRoot(_ name: String) -> String { String(name.dropFirst(root.count)) }

    /// A file with what is known of it.
    func source(of name: String) throws(ConversionError) -> Source {
      let path = place + "/" + name
      do throws(ConversionError) {
        var source = Source(bytes: try members.bytes(of: name) ?? [], path: path)
        source.collection = place
        return source
      } catch {
        var located = error
        located.file = path
        throw located
      }
    }

    /// The names of the files that are articles or hold some.
    func articles(for registry: FormatRegistry) -> [String] {
      let known = members.names.filter { !ArchiveMembers.isAdded($0) && hasReader($0, registry) }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let exports = known.filter { export(in: $0, registry) != nil }
      return exports.isEmpty ? known : exports
    }

    /// What reads a file that is the export of a whole site.
    func export(in name: String, _ registry: FormatRegistry) -> CollectionRegistration? {
      guard registry.collections.contains(where: \.isWholeSite),
        let head = try? members.bytes(of: name, first: FormatRegistry.recognizedBytes)
      else { return nil }
      return registry.collections.first { $0.isWholeSite && $0.recognize(head[...]) >= 100 }
    }

    private func hasReader(_ name: String, _ registry: FormatRegistry) -> Bool {
      let name = FilePath(name).name.lowercased()
      func knows(_ format: Format) -> Bool {
        format.extensions.contains {
          name.utf8.count > $0.utf8.count + 1 && name.hasSuffix("." + $0)
        }
      }
      return registry.readers.contains { knows($0.format) }
        || registry.collections.contains { knows($0.format) }
    }
  }
}
