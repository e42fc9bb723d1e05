internal import NewsBlocks
internal import NewsModel

extension MetadataReader {
  /// Whether numbers are written as in the United States.
  func isMonthFirst(_ result: Metadata) -> Bool {
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
  func published(_ reader: DateReader) -> Timestamp? {
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

  func modified(_ reader: DateReader) -> Timestamp? {
    let text =
      article?["dateModified"]?.text
      ?? meta.first([
        "article:modified_time", "og:updated_time", "og:modified_time", "dc.modified",
        "dcterms.modified", "last-modified", "datemodified", "lastmod", "dateupdate", "revised",
        "article.updated", "dc.date.modified", "last_updated", "updated_time", "moddate",
      ])
    return text.flatMap { reader.date(in: $0) }
  }
}
