import NewsArchive
import NewsFiles
import NewsImages
import NewsMarkup
import NewsModel

/// The pictures of a book, each stored once however often it is shown.
///
/// Shared by all threads that render; a picture's name is made of its bytes, so that it does not
/// depend on who came first.
final class BookImages: Sendable {
  /// A picture as it stands in the container.
  struct Picture: Sendable, Hashable {
    /// Its path beside the pages.
    var fileName: String
    /// Internet media type.
    var mediaType: String
  }

  /// What became of a picture.
  struct Outcome: Sendable {
    /// The picture, if it is in the book.
    var picture: Picture?
    /// What a person should know of it.
    var warning: String?
  }

  private let loader: (any ResourceLoader)?
  private let width: Int?
  private let state = LockedValue(State())

  private struct State: Sendable {
    var known: [Reference: Outcome] = [:]
    var entries: [String: ArchiveEntry] = [:]
  }

  private struct Reference: Hashable, Sendable {
    var source: String
    /// Where a relative source is looked for.
    var folder: String
    var site: String
    var inputFolder: String?
  }

  /// - Parameters:
  ///   - loader: finds the files.
  ///   - width: the width in pixels that pictures are scaled down to; `nil` for no pictures at all.
  init(loader: (any ResourceLoader)?, width: Int?) {
    self.loader = loader
    self.width = width
  }

  /// The pictures that were shown, in the order of their names.
  var entries: [ArchiveEntry] {
    state.withLock { $0.entries.values.sorted { $0.name < $1.name } }
  }

  /// What becomes of the picture behind a source.
  func picture(_ source: String, _ origin: Origin?) -> Outcome {
    guard let width else { return Outcome() }
    let path = origin?.path ?? ""
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    let reference = Reference(
      source: source, folder: folder, site: origin?.siteRoot ?? "",
      inputFolder: origin?.inputFolder)
    if let known = state.withLock({ $0.known[reference] }) { return known }
    let (outcome, entry) = load(source, origin, width)
    state.withLock { state in
      if let entry, state.entries[entry.name] == nil { state.entries[entry.name] = entry }
      state.known[reference] = outcome
    }
    return outcome
  }

  /// One elsewhere is not fetched; its alternative text and a link stand for it.
  private static func missing(_ source: String) -> Outcome {
    let scheme = WebAddress(source).scheme
    let isElsewhere = source.utf8.starts(with: "//".utf8) || scheme != nil && scheme != "file"
    return Outcome(warning: isElsewhere ? nil : "the picture '\(source)' is not there")
  }

  private func load(
    _ source: String, _ origin: Origin?, _ width: Int
  ) -> (Outcome, ArchiveEntry?) {
    let bytes: [UInt8]
    if let data = DataAddress(source) {
      bytes = data.resource.bytes
    } else {
      do throws(ResourceFailure) {
        guard let loader else { return (Self.missing(source), nil) }
        bytes = try loader.load(source, from: origin ?? Origin()).bytes
      } catch {
        if error.code == .notFound || error.code == .unsupported {
          return (Self.missing(source), nil)
        }
        return (Outcome(warning: "the picture '\(source)' \(error.reason)"), nil)
      }
    }
    let name = source.utf8.starts(with: "data:".utf8) ? "data:…" : source
    let prepared = PreparedImage(bytes, name: name, width: width)
    guard let image = prepared.image else { return (Outcome(warning: prepared.warning), nil) }
    let hash = SHA1.digest(of: bytes).prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    let file = "images/\(hash.joined()).\(image.type.fileExtension)"
    // All but drawings are compressed already.
    let entry = Deflater().entry("EPUB/" + file, image.bytes, deflating: image.type == .svg)
    let picture = Picture(fileName: file, mediaType: image.type.mediaType)
    return (Outcome(picture: picture, warning: prepared.warning), entry)
  }
}
