import NewsAddress
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
    /// The size of its file.
    var bytes = 0
    /// What a person should know of it.
    var warning: Diagnostic?
  }

  private let loader: (any ResourceLoader)?
  private let profile: PictureProfile?
  private let state = LockedValue(State())

  private struct State: Sendable {
    var known: [Reference: Outcome] = [:]
    var entries: [String: ArchiveEntry] = [:]
  }

  private struct Reference: Hashable, Sendable {
    var source: String
    var profile: PictureProfile
    /// Where a relative source is looked for.
    var folder: String
    var site: String
    var inputFolder: String?
  }

  /// - Parameters:
  ///   - loader: finds the files.
  ///   - profile: what pictures must be like; `nil` for no pictures at all.
  init(loader: (any ResourceLoader)?, profile: PictureProfile?) {
    self.loader = loader
    self.profile = profile
  }

  /// Those that a book's options ask for.
  convenience init(_ options: EPUBWriter.Options, _ environment: WriterEnvironment) {
    self.init(
      loader: environment.resources, profile: options.images ? options.pictureProfile : nil)
  }

  /// The pictures that were shown, in the order of their names.
  var entries: [ArchiveEntry] {
    state.withLock { $0.entries.values.sorted { $0.name < $1.name } }
  }

  /// Says what pictures of an article will be asked for, where that saves time.
  func prepare(_ entry: Publication.Entry) {
    guard profile != nil, let loader, loader.mayPrepare(for: entry.origin) else { return }
    var sources: [String] = []
    if let lead = entry.metadata.leadImage { sources.append(lead.source) }
    entry.article.body.walk { block in
      if case .media(let media) = block, let poster = media.poster { sources.append(poster) }
    } inlines: { inline in
      if case .image(let image) = inline { sources.append(image.source) }
    }
    loader.prepare(sources, from: entry.origin)
  }

  /// What becomes of the picture behind a source.
  func picture(_ source: String, _ origin: Origin?) -> Outcome {
    guard let profile else { return Outcome() }
    return picture(source, origin, profile)
  }

  /// The picture small, for lists; none where it cannot be made small, or is a drawing.
  func thumbnail(_ source: String, _ origin: Origin?) -> Picture? {
    guard let profile else { return nil }
    let small = profile.thumbnail(width: Self.thumbnailWidth)
    let outcome = picture(source, origin, small)
    guard let picture = outcome.picture, outcome.bytes <= small.mostBytes else { return nil }
    return picture
  }

  private static let thumbnailWidth = 320

  private func picture(
    _ source: String, _ origin: Origin?, _ profile: PictureProfile
  ) -> Outcome {
    let path = origin?.path ?? ""
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    let reference = Reference(
      source: source, profile: profile, folder: folder, site: origin?.siteRoot ?? "",
      inputFolder: origin?.inputFolder)
    if let known = state.withLock({ $0.known[reference] }) { return known }
    let (outcome, entry) = load(source, origin, profile)
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
    return Outcome(
      warning:
        isElsewhere
        ? nil : Diagnostic(.warning, .pictureMissing, "the picture '\(source)' is not there"))
  }

  private func load(
    _ source: String, _ origin: Origin?, _ profile: PictureProfile
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
        return (
          Outcome(
            warning: Diagnostic(
              .warning, error.code == .refused ? .resourceRefused : .pictureDropped,
              "the picture '\(source)' \(error.reason)")), nil
        )
      }
    }
    let name = source.utf8.starts(with: "data:".utf8) ? "data:…" : source
    let prepared = PreparedImage(bytes, name: name, profile: profile)
    guard let image = prepared.image else { return (Outcome(warning: prepared.warning), nil) }
    let hash = SHA1.digest(of: bytes).prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    let suffix = profile == self.profile || image.bytes == bytes ? "" : "-\(profile.width)"
    let file = "images/\(hash.joined())\(suffix).\(image.type.fileExtension)"
    // All but drawings are compressed already.
    let entry = Deflater().entry("EPUB/" + file, image.bytes, deflating: image.type == .svg)
    let picture = Picture(fileName: file, mediaType: image.type.mediaType)
    return (
      Outcome(picture: picture, bytes: image.bytes.count, warning: prepared.warning), entry
    )
  }
}
