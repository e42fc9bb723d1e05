import NewsAddress
import NewsFiles
import NewsModel

/// What links of a page lead to, where they name the file of another page.
struct PageLinks: Sendable {
  let page: HugoPage
  let site: HugoSite

  /// The address of a link: that of the page whose file it names, else itself.
  ///
  /// - Parameter missing: receives the name of a page that is not there.
  func resolved(_ address: String, missing: (String) -> Void) -> String {
    guard site.exists else { return address }
    let isInternal = address.hasPrefix("@/")
    guard isInternal || Self.namesFile(address) else { return address }
    var path = isInternal ? String(address.dropFirst()) : address
    path = WebAddress.decoded(path)
    let end = address.firstIndex { $0 == "#" || $0 == "?" } ?? address.endIndex
    guard let target = site.page(path, from: page.place, language: nil) else {
      if isInternal { missing(address) }
      return address
    }
    return target.url + address[end...]
  }

  /// Whether an address is a path to a file of Markdown.
  private static func namesFile(_ address: String) -> Bool {
    guard address.utf8.count < 1024, !address.hasPrefix("//") else { return false }
    let end = address.firstIndex { $0 == "#" || $0 == "?" } ?? address.endIndex
    let path = address[..<end]
    return path.lowercased().hasSuffix(".md") && !path.contains(":")
  }
}
