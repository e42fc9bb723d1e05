internal import NewsBlocks
internal import NewsFiles
internal import NewsHTML
public import NewsModel
internal import NewsText

/// What repeats on the pages of a host: its menus, promises and notices.
///
/// It is known before the first page is read, so that neither the order of pages nor the number of
/// jobs matters.
public struct SiteFurniture: Sendable, Hashable {
  /// The lines that repeat, by host.
  private var lines: [String: Set<UInt64>] = [:]

  /// So many pages of a host make what repeats furniture.
  private static let fewestPages = 3
  /// A line on this share of a host's pages, in hundredths, repeats.
  private static let share = 20
  /// No more pages are read.
  private static let mostPages = 2000

  /// Finds what repeats in some pages.
  public init(pages: [[UInt8]]) {
    var seen: [String: [UInt64: Int]] = [:]
    var counts: [String: Int] = [:]
    for page in pages.prefix(Self.mostPages) {
      var diagnostics = Diagnostics()
      let text = TextDecoder.html(page, transport: nil)
      guard let tree = try? HTMLTree(parsing: text.utf8, diagnostics: &diagnostics) else {
        continue
      }
      let outline = PageOutline(tree)
      let host = Self.host(of: MetaTags(tree))
      counts[host, default: 0] += 1
      for line in Set(outline.lines.indices.map { Self.key(of: $0, in: outline) }) {
        seen[host, default: [:]][line, default: 0] += 1
      }
    }
    for (host, count) in counts where count >= Self.fewestPages {
      let enough = max(Self.fewestPages, count * Self.share / 100)
      lines[host] = Set((seen[host] ?? [:]).filter { $0.value >= enough }.keys)
    }
  }

  /// Finds what repeats in the pages of a folder.
  ///
  /// - Throws: `ConversionError` (`noInput`) where there is no such folder.
  public init(folder: String) throws(ConversionError) {
    guard FileSystem.kind(of: folder) == .folder else {
      throw ConversionError(.noInput, "there is no folder '\(folder)' to look for furniture in")
    }
    let names = FileSystem.names(in: folder).sorted().filter { name in
      ["html", "htm", "xhtml"].contains(FileSystem.pathExtension(of: name).lowercased())
    }
    self.init(
      pages: names.prefix(Self.mostPages).compactMap { FileSystem.bytes(of: folder + "/" + $0) })
  }

  /// Which lines of a page are furniture.
  func lines(of outline: PageOutline) -> [Bool] {
    guard let known = lines[Self.host(of: MetaTags(outline.tree))], !known.isEmpty else {
      return []
    }
    return outline.lines.indices.map { known.contains(Self.key(of: $0, in: outline)) }
  }

  /// Where a page stands; pages that do not say are of one host.
  private static func host(of meta: MetaTags) -> String {
    for address in [meta.canonical, meta.first(["og:url"]), meta.base] {
      if let address, let host = URLReference.host(of: address) { return host }
    }
    return ""
  }

  private static func key(of line: Int, in outline: PageOutline) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in outline.text(of: line) where byte > 0x20 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return hash
  }
}
