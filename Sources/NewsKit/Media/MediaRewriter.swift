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
      let name = Self.name(for: resource, source)
      if names.insert(name).inserted { pictures.append((name, resource.bytes)) }
      reference = prefix + name
    } catch {
      if error.code != .unsupported {
        let shown = DataAddress.isData(source) ? "data:…" : source
        problems.append(
          Diagnostic(
            .warning, error.code == .refused ? .resourceRefused : .pictureMissing,
            "the picture '\(shown)' \(error.reason)", file: origin.path))
      }
    }
    known[source] = reference
    return reference
  }

  /// `bridge-1a2b3c4d.png`: the name that it has, safe on every system, with a mark of its bytes.
  private static func name(for resource: Resource, _ source: String) -> String {
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
    if let type = ImageType(resource.bytes) { suffix = type.fileExtension }
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
