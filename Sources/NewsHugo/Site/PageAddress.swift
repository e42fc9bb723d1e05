import NewsModel

/// The path of a page in its site, as Hugo and Zola make it.
struct PageAddress {
  let keys: FrontMatterKeys
  let inherited: [FrontMatterKeys]
  let place: ContentPlace
  /// The file's name, without what is a date in it.
  let name: String
  let date: Timestamp?
  let configuration: HugoConfiguration
  let isZola: Bool

  /// From the site's root, with a slash at its beginning.
  var path: String { isZola ? zola : hugo }

  private var zola: String {
    if let path = keys.text("path") { return Self.rooted(path, endsInSlash: true) }
    var parts = languagePrefix
    parts += place.sections.map(PathText.zola)
    parts.append(keys.text("slug") ?? PathText.zola(name))
    return Self.joined(parts) + "/"
  }

  private var hugo: String {
    if let url = keys.text("url") {
      let path = url.contains(":") && !url.contains("://") ? expanded(url) : url
      return path.contains("://") ? path : Self.rooted(path, endsInSlash: false)
    }
    if let pattern {
      return Self.joined(languagePrefix) + Self.rooted(expanded(pattern), endsInSlash: false)
    }
    let keepsCapitals = configuration.keys.flag("disablepathtolower") == true
    var parts = languagePrefix
    parts += place.sections.map { PathText.hugo($0, keepsCapitals: keepsCapitals) }
    let last = PathText.hugo(keys.text("slug") ?? name, keepsCapitals: keepsCapitals)
    parts.append(last)
    let isUgly = configuration.keys.flag("uglyurls") == true
    return Self.joined(parts) + (isUgly ? ".html" : "/")
  }

  /// The languages besides the site's own have a folder.
  private var languagePrefix: [String] {
    guard let language = place.language ?? configuration.defaultLanguage,
      configuration.languages[language] != nil
    else { return [] }
    let isDefault = language == configuration.defaultLanguage ?? "en"
    let inSubfolder = configuration.keys.flag("defaultcontentlanguageinsubdir") == true
    return isDefault && !inSubfolder ? [] : [language]
  }

  private static func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.map { "/" + $0 }.joined()
  }

  private static func rooted(_ path: String, endsInSlash: Bool) -> String {
    var path = path.hasPrefix("/") ? path : "/" + path
    if endsInSlash, !path.hasSuffix("/") { path += "/" }
    return path
  }

  // MARK: Permalinks

  /// The pattern for the page's section, if the site has one.
  private var pattern: String? {
    guard let permalinks = configuration.keys.map("permalinks") else { return nil }
    // Newer sites have one table for pages and one for sections.
    let pages = permalinks.map("page") ?? permalinks
    let section = place.sections.first?.lowercased() ?? "/"
    return pages.text(section) ?? (place.sections.isEmpty ? nil : pages.text("/"))
      ?? permalinks.text(section)
  }

  private func expanded(_ pattern: String) -> String {
    var result = ""
    var rest = pattern[...]
    while let colon = rest.firstIndex(of: ":") {
      result += rest[..<colon]
      rest = rest[rest.index(after: colon)...]
      let token = rest.prefix { $0.isASCII && $0.isLetter }
      rest = rest[token.endIndex...]
      var range: Substring?
      if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
        range = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
      }
      result += value(String(token), range: range) ?? ":" + token
    }
    return result + rest
  }

  private func value(_ token: String, range: Substring?) -> String? {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch token {
    case "year": return date.map { String($0.year) }
    case "month": return date.map { two($0.month) }
    case "monthname": return date.map { Self.months[$0.month - 1] }
    case "day": return date.map { two($0.day) }
    case "weekday": return date.map { String(Self.weekday(of: $0)) }
    case "weekdayname": return date.map { Self.weekdays[Self.weekday(of: $0)] }
    case "yearday": return date.flatMap(Self.dayOfYear).map(String.init)
    case "section": return PathText.hugo(place.sections.first ?? "")
    case "sections":
      return Self.slice(place.sections, range).map { PathText.hugo($0) }.joined(separator: "/")
    case "title": return PathText.hugo(keys.text("title") ?? name)
    case "slug": return PathText.hugo(keys.text("slug") ?? keys.text("title") ?? name)
    case "filename", "contentbasename": return PathText.hugo(name)
    case "slugorfilename", "slugorcontentbasename":
      return PathText.hugo(keys.text("slug") ?? name)
    default: return nil
    }
  }

  /// `sections[1:]`, `sections[last]`.
  private static func slice(_ sections: [String], _ range: Substring?) -> [String] {
    guard let range else { return sections }
    if range == "last" { return Array(sections.suffix(1)) }
    let bounds = range.split(separator: ":", omittingEmptySubsequences: false)
    func number(_ text: Substring, _ missing: Int) -> Int {
      text == "last" ? sections.count - 1 : min(max(Int(text) ?? missing, 0), sections.count)
    }
    guard bounds.count == 2 else {
      return Int(range).flatMap { sections.indices.contains($0) ? [sections[$0]] : nil } ?? []
    }
    let start = number(bounds[0], 0)
    let end = number(bounds[1], sections.count)
    return start < end ? Array(sections[start..<end]) : []
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  private static func day(_ date: Timestamp) -> Int {
    let midnight = Timestamp(year: date.year, month: date.month, day: date.day) ?? date
    return midnight.secondsSince1970 / 86_400 - (midnight.secondsSince1970 % 86_400 < 0 ? 1 : 0)
  }

  /// 1 January 1970 was a Thursday.
  private static func weekday(of date: Timestamp) -> Int { ((day(date) + 4) % 7 + 7) % 7 }

  private static func dayOfYear(_ date: Timestamp) -> Int? {
    Timestamp(year: date.year, month: 1, day: 1).map { day(date) - day($0) + 1 }
  }
}
