internal import NewsFiles
internal import NewsImages

/// Puts the pictures of articles beside their texts: files in a folder, to which the articles refer
/// then (pandoc's `--extract-media`).
///
/// Pictures that a loader finds (local files, `data:` addresses, members of an archive) are copied;
/// those on the web stay where they are. A file is named after the picture and its bytes, so that the
/// names depend on nothing else and one picture is one file.
public struct MediaFolder: Sendable {
  /// The folder, made when there is a picture.
  public let folder: String

  /// Whether pictures go to the folder of the file that refers to them instead.
  public var isBesideFiles = false

  private let loader: any ResourceLoader
  private let written = LockedValue<Set<String>>([])

  /// Describes a folder.
  ///
  /// - Parameters:
  ///   - folder: where pictures go.
  ///   - loader: finds them.
  public init(_ folder: String, loader: any ResourceLoader) {
    self.folder = folder
    self.loader = ResourceChain([DataResourceLoader(), loader])
  }

  /// The entry, referring to files in the folder, which are written.
  ///
  /// - Parameters:
  ///   - entry: an article.
  ///   - collections: find what lies within the collections that were opened.
  ///   - target: the folder of the file that the article goes to: references are relative to it.
  ///   - diagnostics: receives what could not be copied.
  /// - Throws: ``ConversionError`` where a file cannot be written.
  func placing(
    _ entry: Publication.Entry, of collections: CollectionResources, besides target: String,
    diagnostics: inout Diagnostics
  ) throws(ConversionError) -> Publication.Entry {
    var rewriter = MediaRewriter(
      origin: entry.origin ?? Origin(), loader: ResourceChain([collections, loader]),
      prefix: isBesideFiles ? "" : prefix(from: target))
    var article = entry.article
    article.body = article.body.rewritten(by: &rewriter)
    for index in article.footnotes.indices {
      article.footnotes[index].content = article.footnotes[index].content.rewritten(by: &rewriter)
    }
    if let lead = article.metadata.leadImage {
      article.metadata.leadImage?.source = rewriter.placed(lead.source)
    }
    for problem in rewriter.problems { diagnostics.add(problem) }
    let place = isBesideFiles ? (target.isEmpty ? "." : target) : folder
    for (name, bytes) in rewriter.pictures { try write(name, bytes, in: place) }
    return rewriter.pictures.isEmpty ? entry : Publication.Entry(article, origin: entry.origin)
  }

  /// What leads from one folder to this one, as addresses have it.
  private func prefix(from target: String) -> String {
    let from = FileSystem.components(of: FileSystem.absolute(target.isEmpty ? "." : target))
    let to = FileSystem.components(of: FileSystem.absolute(folder.isEmpty ? "." : folder))
    let common = zip(from, to).prefix { $0 == $1 }.count
    let steps =
      [String](repeating: "..", count: from.count - common)
      + to.dropFirst(common).map { Self.escaped($0) }
    return steps.map { $0 + "/" }.joined()
  }

  /// Writes a picture once.
  private func write(
    _ name: String, _ bytes: [UInt8], in folder: String
  ) throws(ConversionError) {
    let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
    guard written.withLock({ $0.insert(path).inserted }) else { return }
    try FileTree.makeFolder(folder)
    let file = try AtomicFile(path: path)
    try file.write(bytes)
    try file.commit()
  }

  /// A folder's name as an address has it.
  private static func escaped(_ name: Substring) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), 0x80...0xFF:
        bytes.append(byte)
      default: bytes += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
