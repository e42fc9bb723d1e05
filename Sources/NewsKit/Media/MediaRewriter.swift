internal import NewsImages

/// Lets an article refer to copies of its pictures, and collects them.
struct MediaRewriter: BlockRewriter {
  private let origin: Origin
  private let loader: any ResourceLoader
  private let prefix: String
  private var known: [String: String] = [:]
  /// The pictures by the names of their files, in the order in which they were met.
  private(set) var pictures: [(name: String, bytes: [UInt8])] = []
  private var names: Set<String> = []
  /// What could not be had.
  private(set) var problems: [Diagnostic] = []

  init(origin: Origin, loader: any ResourceLoader, prefix: String) {
    (self.origin, self.loader, self.prefix) = (origin, loader, prefix)
  }

  mutating func rewrite(_ inline: Inline) -> [Inline] {
    guard case .image(var image) = inline else { return [inline] }
    image.source = placed(image.source)
    return [.image(image)]
  }

  mutating func rewrite(_ block: Block) -> [Block] {
    guard case .media(var media) = block, let poster = media.poster else { return [block] }
    media.poster = placed(poster)
    return [.media(media)]
  }

  /// What a picture is referred to by: its copy, or as it was where there is none.
  mutating func placed(_ source: String) -> String {
    if let known = known[source] { return known }
    var reference = source
    do throws(ResourceFailure) {
      let resource = try loader.load(source, from: origin)
      if let name = Self.name(for: resource, source) {
        if let bytes = withoutScripts(resource.bytes, source) {
          if names.insert(name).inserted { pictures.append((name, bytes)) }
          reference = prefix + name
        }
      } else {
        report(
          .pictureDropped, source, "is of no kind that is known for pictures and is not copied")
      }
    } catch {
      if error.code != .unsupported {
        report(
          error.code == .refused ? .resourceRefused : .pictureMissing, source, error.reason)
      }
    }
    known[source] = reference
    return reference
  }

  private mutating func report(_ code: Diagnostic.Code, _ source: String, _ reason: String) {
    let shown = DataAddress.isData(source) ? "data:…" : source
    problems.append(
      Diagnostic(.warning, code, "the picture '\(shown)' \(reason)", file: origin.path))
  }

  /// The picture as it may be opened by itself, where a drawing's scripts would run; `nil` if it is a
  /// drawing that cannot be shown.
  private mutating func withoutScripts(_ bytes: [UInt8], _ source: String) -> [UInt8]? {
    guard ImageType(bytes) == .svg else { return bytes }
    do throws(SVGCleaner.Failure) {
      return try SVGCleaner.cleaned(bytes)
    } catch {
      report(.pictureDropped, source, error.words + " and is not copied")
      return nil
    }
  }

  /// What is copied under its own extension though its bytes are not known: a browser or server takes
  /// none of these for a page or a program.
  private static let pictureExtensions: Set<String> = [
    "apng", "avif", "bmp", "gif", "heic", "heif", "ico", "jp2", "jpeg", "jpg", "jxl", "png", "tif",
    "tiff", "webp",
  ]

  /// `bridge-1a2b3c4d.png`: the name that it has, safe on every system, with a mark of its bytes; `nil`
  /// where neither its bytes nor its name are a picture's.
  private static func name(for resource: Resource, _ source: String) -> String? {
    var fingerprint = Fingerprint()
    fingerprint.add(resource.bytes)
    let mark = fingerprint.bytes.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    var stem = ""
    var suffix = "bin"
    if !DataAddress.isData(source) {
      let path = source.prefix { $0 != "?" && $0 != "#" }
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      stem = safe(name[..<dot])
      let own = safe(name[dot...].dropFirst()).lowercased()
      if !own.isEmpty, own.utf8.count <= 5 { suffix = own }
    }
    if let type = ImageType(resource.bytes) {
      suffix = type.fileExtension
    } else if !pictureExtensions.contains(suffix) {
      return nil
    }
    return (stem.isEmpty ? "picture" : stem) + "-" + mark.joined() + "." + suffix
  }

  private static func safe(_ text: Substring) -> String {
    var safe = ""
    for byte in text.utf8.prefix(60) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        safe.unicodeScalars.append(Unicode.Scalar(byte))
      default: if safe.last != "-", !safe.isEmpty { safe += "-" }
      }
    }
    while safe.last == "-" { safe.removeLast() }
    return safe
  }
}
