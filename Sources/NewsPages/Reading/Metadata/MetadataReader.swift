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
  /// Where it is by the judgement of lines, and what is not its own there.
  private let judged: (body: Int, excluded: [Bool])?
  let meta: MetaTags
  let data: LinkedData
  let article: LooseJSON?

  init(
    _ tree: HTMLTree, data: LinkedData, outline: PageOutline, body: Int, excluded: [Bool] = [],
    judged: (body: Int, excluded: [Bool])? = nil, source: Source
  ) {
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
    result.title = headline.headline()
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

  // MARK: - When

  /// Whether numbers are written as in the United States.
  private func isMonthFirst(_ result: Metadata) -> Bool {
    guard let language = result.language, language == "en" || language.hasPrefix("en-") else {
      return false
    }
    let locale = meta.first(["og:locale"]) ?? ""
    if language.utf8.count > 2 { return language.hasPrefix("en-US") || language == "en-PH" }
    if locale.utf8.count == 5, locale.hasPrefix("en") { return locale.hasSuffix("US") }
    let host = (result.canonicalURL ?? source.url).flatMap { URLReference.host(of: $0) } ?? ""
    let country = host.split(separator: ".").last ?? ""
    return country.utf8.count != 2 || ["us", "ph", "io", "co", "tv", "me", "ly"].contains(country)
  }

  /// The date beside the article as the judgement of lines has it, where that is another element.
  private func besideJudged(_ reader: DateReader) -> Timestamp? {
    guard let judged, judged.body != body else { return nil }
    return PageDate(
      outline: outline, body: judged.body, excluded: judged.excluded, reader: reader
    ).find()
  }

  /// The date that the page shows, unless its address has another and none stands by the headline.
  private func found(by page: PageDate) -> Timestamp? {
    let date = page.find()
    guard let date, let other = addressDate(), !other.isSameDay(as: date) else { return date }
    let beside = page.besideHeadline()
    if let same = beside.first(where: { $0.date.isSameDay(as: other) }) { return same.date }
    // One day is the zone's.
    let days = abs(date.secondsSince1970 - other.secondsSince1970) / 86_400
    return days > 2 && beside.count != 1 ? other : date
  }

  /// What the page tells machines, unless it shows readers another day beside the headline.
  private func published(_ reader: DateReader) -> Timestamp? {
    let declared = declaredDates(reader)
    let page = PageDate(outline: outline, body: body, excluded: excluded, reader: reader)
    guard let first = declared.first else {
      let date =
        found(by: page) ?? besideJudged(reader) ?? elsewhere(reader) ?? modified(reader)
      // The address says which number is the month.
      if let date, let swapped = reader.swapped(date), let other = addressDate(),
        swapped.isSameDay(as: other)
      {
        return swapped
      }
      return date
    }
    let beside = page.besideHeadline()
    let changed = modified(reader)
    for shown in beside {
      // A page that shows when it was changed, and says so, does not say that it appeared then;
      // what it shows without a word is its date to readers.
      if let changed, changed.isSameDay(as: shown.date), beside.count == 1,
        first.secondsSince1970 <= changed.secondsSince1970,
        // Unless it tells machines in so many words that it was published again then.
        !(meta.first(Self.dateNames[0]).flatMap { reader.date(in: $0) }?
          .isSameDay(as: shown.date) ?? false)
      {
        return shown.isUpdate ? first : changed
      }
      guard let same = declared.first(where: { $0.isSameDay(as: shown.date) }) else { continue }
      // The machines are given the day of the change, readers both.
      if shown.isUpdate,
        let fresh = beside.first(where: {
          !$0.isUpdate && $0.date.secondsSince1970 < shown.date.secondsSince1970
        })
      {
        return fresh.date
      }
      return same
    }
    // Two dates that the machines know nothing of: the page says which is which only to readers.
    let fresh = beside.filter { !$0.isUpdate }
    guard let shown = fresh.count == 1 ? fresh[0] : beside.count == 1 ? beside[0] : nil else {
      // The page shows another of those that it tells, or one with day and month as others write.
      let others =
        declared.filter { !$0.isSameDay(as: first) }
        + (declared.count == 1 ? [reader.swapped(first)] : [])
        .compactMap(\.self)
      guard beside.isEmpty, !others.isEmpty else { return first }
      return page.confirmed(of: [first] + others) ?? first
    }
    if shown.isUpdate, shown.date.secondsSince1970 > first.secondsSince1970 { return first }
    if let swapped = reader.swapped(first), swapped.isSameDay(as: shown.date) {
      // With the year first nothing is in doubt; what English readers see may be either.
      let isByYear =
        self.declared(reader).first?.text.prefix(4).allSatisfy(\.isNumber) ?? false
      return isByYear && reader.language?.hasPrefix("en") == true ? first : swapped
    }
    let days = abs(shown.date.secondsSince1970 - first.secondsSince1970) / 86_400
    // Some systems tell machines when the page was written out last, as both its dates, whatever the
    // zones: what readers are shown is surer.
    let isWrittenOut =
      changed.map {
        $0.secondsSince1970 <= first.secondsSince1970 || $0.isSameByTheClock(as: first)
      } ?? false
    guard
      days <= 45
        || isWrittenOut && !shown.isUpdate && beside.count == 1
          && shown.date.secondsSince1970 < first.secondsSince1970
    else { return first }
    // The same moment, in the zone that the page shows it in.
    if shown.date.time?.offset != nil,
      abs(shown.date.secondsSince1970 - first.secondsSince1970) < 60
    {
      return shown.date
    }
    // In some zone the moment is on that day: then nothing contradicts it.
    if first.time?.offset == 0, shown.date.time == nil,
      let days = [-11 * 3600, 14 * 3600].compactMap({
        Timestamp(secondsSince1970: first.secondsSince1970, offset: $0)
      }) as [Timestamp]?, days.contains(where: { $0.isSameDay(as: shown.date) })
    {
      // Its address agrees with the page: then the day is theirs, the zone unknown.
      let isAddressed = addressDate()?.isSameDay(as: shown.date) ?? false
      return local(first, on: shown.date, reader) ?? (isAddressed ? shown.date : first)
    }
    return shown.date
  }

  /// A moment given in UTC as the page shows it, in a zone that the page declares elsewhere.
  private func local(
    _ moment: Timestamp, on day: Timestamp, _ reader: DateReader
  ) -> Timestamp? {
    guard moment.time?.offset == 0, day.time == nil else { return nil }
    for other in declaredDates(reader) + [modified(reader)].compactMap(\.self) {
      guard let offset = other.time?.offset, offset != 0 else { continue }
      if let local = Timestamp(secondsSince1970: moment.secondsSince1970, offset: offset),
        local.isSameDay(as: day)
      {
        return local
      }
    }
    return nil
  }

  /// What neither the article's data nor its surroundings say.
  private func elsewhere(_ reader: DateReader) -> Timestamp? {
    if let date = data.published.lazy.compactMap({ reader.date(in: $0) }).first { return date }
    if let date = addressDate() { return date }
    for text in [meta.first(["description"]), meta.first(["og:description"])] {
      if let text, text.utf8.count < 300, let date = reader.date(in: text) { return date }
    }
    return ScriptDate.find(in: tree, reader: reader)
  }

  private func addressDate() -> Timestamp? {
    for address in [source.url, meta.canonical, meta.first(["og:url"])] {
      if let address, let date = URLDate.date(in: address) { return date }
    }
    return nil
  }

  private func declaredDates(_ reader: DateReader) -> [Timestamp] {
    declared(reader).map(\.date)
  }

  private func declared(_ reader: DateReader) -> [(text: String, date: Timestamp)] {
    var dates: [(text: String, date: Timestamp)] = []
    for key in ["datePublished", "dateCreated", "uploadDate"] {
      if let text = article?[key]?.text, let date = reader.date(in: text) {
        dates.append((text, date))
        break
      }
    }
    for names in Self.dateNames {
      if let text = meta.first(names), let date = reader.date(in: text) {
        dates.append((text, date))
      }
    }
    return dates
  }

  private static let dateNames: [[String]] = [
    ["article:published_time", "og:article:published_time", "og:published_time"],
    [
      "parsely-pub-date", "sailthru.date", "datepublished", "pubdate", "publish-date",
      "publishdate", "publication_date", "article.published", "published_date",
      "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "publishtime", "published_at",
      "published", "publicationdate", "releasedate", "release_date", "article:post_date",
      "sailthru.publish_date", "shareaholic:article_published_time", "rnews:datepublished",
      "weibo:article:create_at", "bytedance:published_time", "published-date", "publish_date",
      "date_published", "date-published", "published-at", "published_time", "published-time",
      "og:pubdate", "article:pubdate", "article:published", "pub_date", "pub-date", "dateposted",
      "displaydate", "originalpublicationdate", "mediator_published_time", "bt:pubdate",
      "rbpubdate", "vr:published_time", "firstpublished", "article:published_date",
    ],
    [
      "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued", "dc.date",
      "dc.date.created", "citation_publication_date", "citation_date", "date", "article:created",
      "last-publish-date", "datecreated",
    ],
  ]

  private func modified(_ reader: DateReader) -> Timestamp? {
    let text =
      article?["dateModified"]?.text
      ?? meta.first([
        "article:modified_time", "og:updated_time", "og:modified_time", "dc.modified",
        "dcterms.modified", "last-modified", "datemodified", "lastmod", "dateupdate", "revised",
        "article.updated", "dc.date.modified", "last_updated", "updated_time", "moddate",
      ])
    return text.flatMap { reader.date(in: $0) }
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
