import NewsModel
import Synchronization

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

  private let loader: (any ResourceLoader)?
  private let state = Mutex(State())

  private struct State {
    var known: [Reference: Picture?] = [:]
    var entries: [String: ArchiveEntry] = [:]
  }

  private struct Reference: Hashable {
    var source: String
    /// Where a relative source is looked for.
    var folder: String
    var site: String
  }

  init(loader: (any ResourceLoader)?) { self.loader = loader }

  /// The pictures that were shown, in the order of their names.
  var entries: [ArchiveEntry] {
    state.withLock { $0.entries.values.sorted { $0.name < $1.name } }
  }

  /// The picture behind a source, or `nil` if there is none to be had.
  func picture(_ source: String, _ origin: Origin?) -> Picture? {
    let path = origin?.path ?? ""
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    let reference = Reference(source: source, folder: folder, site: origin?.siteRoot ?? "")
    if let known = state.withLock({ $0.known[reference] }) { return known }
    let made = load(source, origin)
    return state.withLock { state in
      if let made, state.entries[made.picture.fileName] == nil {
        state.entries[made.picture.fileName] = made.entry
      }
      state.known[reference] = .some(made?.picture)
      return made?.picture
    }
  }

  private func load(_ source: String, _ origin: Origin?) -> (picture: Picture, entry: ArchiveEntry)? {
    let bytes: [UInt8]
    if let data = DataAddress(source) {
      bytes = data.bytes
    } else if let loaded = loader?.bytes(for: source, from: origin ?? Origin()) {
      bytes = loaded
    } else {
      return nil
    }
    guard let type = ImageType(bytes), type.isCore, type != .svg else { return nil }
    let hash = SHA1.digest(of: bytes).prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    let name = "images/\(hash.joined()).\(type.fileExtension)"
    // Pictures are compressed already.
    let entry = Deflater().entry("EPUB/" + name, bytes, deflating: type == .svg)
    return (Picture(fileName: name, mediaType: type.mediaType), entry)
  }
}
