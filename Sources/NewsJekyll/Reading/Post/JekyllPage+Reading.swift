import NewsFiles
import NewsFrontMatter
import NewsModel
import YAML

extension JekyllPage {
  /// Resolves a file.
  ///
  /// - Throws: with `strict_front_matter`, where the front matter is not YAML, as the build stops.
  init(
    bytes file: [UInt8], place: PagePlace, configuration: JekyllConfiguration
  ) throws(ConversionError) {
    var remarks: [Remark] = []
    let start = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes = file
    self.place = place

    var own: MetadataMap = [:]
    var isBroken = false
    var frontMatter = FrontMatter(in: file, from: start)
    if frontMatter == nil, let late = FrontMatter(in: file, from: start, lenient: true) {
      // Accepted only where it holds a mapping: text may have rules of dashes too.
      let text = String(decoding: file[late.yaml], as: UTF8.self)
      if case .map(let map)? = (try? YAMLText(text))?.value, !map.isEmpty {
        frontMatter = late
        remarks.append(
          Remark(
            message: "blank lines before the front matter, which Jekyll would print as text",
            line: 1))
      }
    }
    bodyStart = frontMatter?.bodyStart ?? start
    hasFrontMatter = frontMatter != nil
    if let frontMatter {
      let text = String(decoding: file[frontMatter.yaml], as: UTF8.self)
      let before = frontMatter.linesBefore
      do {
        let yaml = try YAMLText(text)
        for overruled in yaml.overruledKeys {
          remarks.append(
            Remark(
              message: "'\(overruled.key)' is given twice; the last one counts",
              line: overruled.line + before))
        }
        switch yaml.value {
        case .map(let map): own = map
        case .null, .bool(false): break
        default:
          isBroken = true
          remarks.append(
            Remark(
              message: "the front matter is no mapping of keys to values and is ignored",
              line: 1 + before))
        }
      } catch {
        isBroken = true
        let line = error.line.map { $0 + before }
        if configuration.isStrict {
          throw ConversionError(
            .badInput, "the front matter is not YAML (\(error.problem)); mend it", line: line)
        }
        own = FrontMatterSalvage.values(in: text)
        let saved = own.isEmpty ? "it is ignored" : "read line by line, where Jekyll ignores it"
        remarks.append(
          Remark(message: "the front matter is not YAML (\(error.problem)); \(saved)", line: line))
      }
    } else if FrontMatter.opens(file, from: start) {
      remarks.append(
        Remark(
          message:
            "no line of dashes closes the front matter; the whole file is text, as in Jekyll",
          line: 1))
    }
    ownData = own

    var data = configuration.defaults.values(path: place.relativePath, type: place.type)
    let resolved = CategoryList(
      folders: place.categories, defaults: data, own: own, remarks: &remarks)
    data = data.merged(with: own)

    let name = PostName(place.relativePath)
    fileExtension = name.fileExtension
    slug = name.slug
    if let given = data["slug"]?.nonNull { slug = given.rubyText }
    title = data["title"].flatMap { $0.isTruthy && $0 != .string("") ? $0.rubyText : nil }
    if place.collection != nil, title == nil, !isBroken || own.isEmpty {
      title = name.title.isEmpty ? nil : name.title
    }
    categories = resolved.categories
    tags = resolved.tags

    date = Self.date(data["date"], name: name, clock: configuration.clock, remarks: &remarks)
    self.remarks = remarks

    data["title"] = data["title"].flatMap { $0.isTruthy ? $0 : nil } ?? title.map { .string($0) }
    if place.collection != nil {
      data["slug"] = .string(slug)
      data["ext"] = data["ext"] ?? .string(fileExtension)
      data["categories"] = .list(categories.map { .string($0) })
      data["tags"] = .list(resolved.rawTags)
      data["draft"] = .bool(place.kind == .draft)
    }
    if let date { data["date"] = .timestamp(date) }
    self.data = data
    url = ""
    bodyLine = 1 + file[..<bodyStart].count { $0 == 0x0A }
    url = makeURL(name, configuration)
  }

  /// The `date` of the front matter, else that of the file name.
  private static func date(
    _ given: MetadataValue?, name: PostName, clock: SiteClock, remarks: inout [Remark]
  ) -> Timestamp? {
    if let given = given?.nonNull, given != .bool(false) {
      if let moment = clock.moment(of: given) { return moment }
      remarks.append(
        Remark(
          message:
            "'\(given.rubyText)' is no date, and Jekyll would stop; the file name's is taken",
          line: nil))
    }
    guard let date = name.date else { return nil }
    if let moment = clock.midnight(year: date.year, month: date.month, day: date.day) {
      return moment
    }
    remarks.append(Remark(message: "the file name's date is no day of the calendar", line: nil))
    return nil
  }

  private mutating func makeURL(
    _ name: PostName, _ configuration: JekyllConfiguration
  ) -> String {
    var baseName = FileSystem.name(of: place.relativePath)
    baseName.removeLast(FileSystem.pathExtension(of: baseName).count)
    let outputExtension =
      configuration.isMarkdown(extension: name.fileExtension) ? ".html" : name.fileExtension
    var page = Permalink.Page(
      date: date.map { configuration.clock.inZone($0) ?? $0 }, slug: slug, baseName: baseName,
      categories: categories, outputExtension: outputExtension,
      collection: place.collection ?? "", path: { [place] in place.pathInCollection })
    let template: String
    if let own = data["permalink"], own.isTruthy {
      template = own.rubyText
    } else if let collection = place.collection {
      template = configuration.permalink(ofCollection: collection)
    } else {
      // A page keeps its place; `index` is its folder.
      page.path = { [place] in FileSystem.folder(of: "/" + place.relativePath) }
      let suffix = JekyllConfiguration.suffix(
        for: configuration.values["permalink"]?.rubyText ?? "")
      if baseName == "index", outputExtension == ".html" {
        template = ":path/"
      } else {
        template = ":path/:basename" + (outputExtension == ".html" ? suffix : outputExtension)
      }
    }
    let (url, unknown) = Permalink.url(template: template, page: page)
    if let unknown {
      remarks.append(
        Remark(message: "the permalink has ':\(unknown)', which is no placeholder", line: nil))
    }
    return url
  }
}
