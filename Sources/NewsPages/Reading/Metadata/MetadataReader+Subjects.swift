internal import NewsBlocks
import NewsBytes
internal import NewsModel

/// What an article is filed under.
extension MetadataReader {
  /// What readers see, else what the page declares, else where its trail of breadcrumbs leads.
  func categories() -> [String] {
    let shown = CategoryFinder(outline: outline, body: body).categories()
    if !shown.isEmpty { return shown }
    var names: [String] = []
    let declared = (article?["articleSection"]?.elements ?? []).compactMap(\.text)
    for name in declared.isEmpty ? meta.all(["article:section", "og:article:section"]) : declared {
      if let name = SectionName.readable(name), !PlainText.isAddress(name) {
        names.append(name)
      }
    }
    names = names.distinct()
    if names.isEmpty, let name = SectionName.readable(data.lastCrumb) { names.append(name) }
    return names
  }

  /// What the page says that its article is about, without what only machines go by.
  func tags(site: String?) -> [String] {
    var tags: [String] = []
    let own = ownNames(site)
    func add(_ text: String?) {
      guard let text = PlainText.cleaned(text), text.count <= 80, tags.count < 64,
        !tags.contains(text), !MachineTag.isOne(text), !own.contains(Letters.of(text))
      else { return }
      tags.append(text)
    }
    let listed = meta.all(["article:tag", "og:article:tag"])
    for tag in listed { for part in tag.components(separatedBy: ",") { add(part) } }
    if tags.isEmpty, let keywords = article?["keywords"] {
      for element in keywords.elements {
        for part in (data.name(element) ?? "").components(separatedBy: ",") { add(part) }
      }
    }
    if tags.isEmpty,
      let line = meta.first(["news_keywords", "parsely-tags", "sailthru.tags", "keywords"])
    {
      for part in line.replacingWideCommas.components(separatedBy: ",") { add(part) }
    }
    return tags
  }
}

extension MetadataReader {
  /// What the site and its host are called.
  private func ownNames(_ site: String?) -> Set<[UInt8]> {
    var names: Set<[UInt8]> = []
    if let site { names.insert(Letters.of(site)) }
    for address in [meta.canonical, meta.first(["og:url"]), source.url] {
      if let address, let host = URLReference.host(of: address) { names.insert(Letters.of(host)) }
    }
    return names
  }
}

extension String {
  /// Chinese and Arabic commas as `,`.
  fileprivate var replacingWideCommas: String {
    String(map { "，、،；;".contains($0) ? "," : $0 })
  }
}
