import NewsBytes
internal import NewsBlocks
internal import NewsConventions
internal import NewsHTML
internal import NewsModel
internal import NewsText

/// What a page says of its article: to machines first, then to readers.
struct MetadataReader {
  let tree: HTMLTree
  let outline: PageOutline
  /// Where the article is.
  let body: Int
  /// What in it is not the article's, by node; empty for nothing.
  let excluded: [Bool]
  let source: Source
  /// The headline of an article that is one of several in the page.
  private let headline: String?
  /// Where it is by the judgement of lines, and what is not its own there.
  let judged: (body: Int, excluded: [Bool])?
  let meta: MetaTags
  let data: LinkedData
  let article: LooseJSON?

  init(
    _ tree: HTMLTree, data: LinkedData, outline: PageOutline, body: Int, excluded: [Bool] = [],
    judged: (body: Int, excluded: [Bool])? = nil, headline: String? = nil, source: Source
  ) {
    self.headline = headline
    self.judged = judged
    self.tree = tree
    self.excluded = excluded
    self.outline = outline
    self.body = body
    self.source = source
    meta = MetaTags(tree)
    self.data = data
    article = data.article
  }

  /// What addresses in the page are relative to: its `base`, where it was fetched from, else where it
  /// says that it stands.
  var base: String? {
    let place = source.referenceBase ?? ownAddress
    return meta.base.map { URLReference.resolved($0, against: place) } ?? place
  }

  /// Canonical, else `og:url`, if it is an absolute address.
  private var ownAddress: String? {
    [meta.canonical, meta.first(["og:url"])].compactMap(\.self).map { PlainText.collapsed($0) }
      .first { PlainText.isAddress($0) && !$0.hasPrefix("//") && URLReference.host(of: $0) != nil }
  }

  func metadata() -> Metadata {
    var result = Metadata()
    result.canonicalURL = canonical()
    result.publisher = publisher()
    result.language = language()
    result.direction = direction(language: result.language)
    let headline = HeadlineFinder(
      outline: outline, meta: meta, declared: article?["headline"]?.text ?? article?["name"]?.text,
      site: result.publisher?.name)
    result.title = self.headline ?? headline.headline()
    if let title = result.title, let name = headline.siteName(beside: title) {
      if let publisher = result.publisher {
        result.publisher?.name = Self.asPrinted(publisher.name, among: [name])
      } else {
        result.publisher = Organization(name: name)
      }
    }
    result.alternativeTitle = PlainText.cleaned(article?["alternativeHeadline"]?.text)
    if result.alternativeTitle == result.title { result.alternativeTitle = nil }
    authors(&result)
    let dates = DateReader(isMonthFirst: isMonthFirst(result), language: result.language)
    result.published = published(dates)
    result.modified = modified(dates)
    if let modified = result.modified, let published = result.published,
      modified.secondsSince1970 <= published.secondsSince1970
    {
      result.modified = nil
    }
    result.section = SectionName.readable(
      meta.first(["article:section", "og:article:section"]) ?? article?["articleSection"]?.text
        ?? meta.first(["parsely-section", "dc.subject.section", "section"]))
    result.categories = categories()
    if result.section == nil { result.section = result.categories.first }
    result.tags = tags(site: result.publisher?.name)
    result.summary = PlainText.cleaned(
      article?["description"]?.text
        ?? meta.first(["og:description", "description", "dc.description", "twitter:description"]))
    if let image = data.address(article?["image"])
      ?? meta.first([
        "og:image:secure_url", "og:image:url", "og:image", "twitter:image", "twitter:image:src",
      ]),
      !image.isEmpty
    {
      result.leadImage = LeadImage(
        source: URLReference.resolved(PlainText.collapsed(image), against: base),
        alternative: PlainText.cleaned(meta.first(["og:image:alt", "twitter:image:alt"])),
        caption: PlainText.cleaned(article?["image"]?.elements.first?["caption"]?.text))
    }
    result.rights = PlainText.cleaned(
      meta.first(["dc.rights", "dcterms.rights", "copyright", "rights"])
        ?? article?["copyrightNotice"]?.text)
    return result
  }

  // MARK: - Who and where

  private func publisher() -> Organization? {
    let candidates = [
      meta.first(["og:site_name"]), data.name(article?["publisher"]),
      meta.first([
        "application-name", "dc.publisher", "citation_journal_title", "apple-mobile-web-app-title",
      ]),
      data.node("WebSite").flatMap { data.name($0["name"]) },
      data.node("NewsMediaOrganization").flatMap { data.name($0["name"]) },
      data.node("Organization").flatMap { data.name($0["name"]) },
    ]
    for candidate in candidates {
      guard let name = PlainText.cleaned(candidate), name.utf8.count < 120 else { continue }
      let url = data.address(article?["publisher"]).flatMap { PlainText.isAddress($0) ? $0 : nil }
      return Organization(name: Self.asPrinted(name, among: candidates), url: url)
    }
    return nil
  }

  /// Of names that are the same in letters the one that is written for people: `coastcourier` is
  /// what machines call the Coast Courier.
  private static func asPrinted(_ name: String, among others: [String?]) -> String {
    let isHandle = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 && $0 & 0xE0 != 0x40 }
    guard isHandle else { return name }
    let letters = Letters.of(name)
    return others.lazy.compactMap { PlainText.cleaned($0) }
      .first { $0 != name && Letters.of($0) == letters } ?? name
  }

  // MARK: - What kind

  private func language() -> String? {
    let html = tree.first(.html)
    let candidates = [
      html.flatMap { tree.string(.lang, of: $0) }, html.flatMap { tree.string(.xmlLang, of: $0) },
      article?["inLanguage"]?.text, meta.first(["content-language", "dc.language", "language"]),
      meta.first(["og:locale"]), source.language,
    ]
    for candidate in candidates {
      if let tag = LanguageTag.declared(candidate) { return tag }
    }
    var detector = LanguageDetector()
    for node in body..<tree.end(of: body) where tree.nodes[node].tag == .text {
      if detector.isSatisfied { break }
      detector.add(String(decoding: tree.text(of: node), as: UTF8.self))
    }
    return detector.language
  }

  private func direction(language: String?) -> TextDirection? {
    var node = body
    while node >= 0 {
      if let value = tree.value(.dir, of: node),
        let direction = TextDirection(rawValue: String(decoding: value, as: UTF8.self).lowercased())
      {
        return direction
      }
      node = tree.parent(of: node)
    }
    // Where libxml2 closed them early, they do not hold the article.
    for tag in [HTMLTag.html, .body] {
      if let node = tree.first(tag), let value = tree.string(.dir, of: node),
        let direction = TextDirection(rawValue: value.lowercased())
      {
        return direction
      }
    }
    let primary = language.map { $0.prefix { $0 != "-" } }
    return primary.map { Self.rightToLeft.contains(String($0)) }
      == true || language?.contains("-Arab") == true || language?.contains("-Hebr") == true
      ? .rightToLeft : nil
  }

  private static let rightToLeft: Set<String> = [
    "ar", "arc", "arz", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "mzn", "nqo", "pnb",
    "prs",
    "ps", "sd", "syr", "ug", "ur", "yi",
  ]

  private func canonical() -> String? {
    for candidate in [
      meta.canonical, meta.first(["og:url"]), data.address(article?["mainEntityOfPage"]),
      article?["url"]?.text,
    ] {
      guard let candidate, !candidate.isEmpty else { continue }
      let url = URLReference.resolved(PlainText.collapsed(candidate), against: base)
      if PlainText.isAddress(url), URLReference.host(of: url) != nil { return url }
    }
    return source.url.flatMap { PlainText.isAddress($0) ? $0 : nil }
  }
}
