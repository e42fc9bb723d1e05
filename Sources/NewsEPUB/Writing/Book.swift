import NewsAddress
import NewsImages
import NewsArchive
import NewsModel

/// A book in the making: planned, rendered, and put into its container.
struct Book: ~Copyable {
  private let publication: Publication
  private let options: EPUBWriter.Options
  private let environment: WriterEnvironment
  private let plan: BookPlan
  private let images: BookImages
  private let deflater = Deflater()
  private var items: [PackageDocument.Item] = []
  private var entries: [ArchiveEntry] = []
  private var accessibility = Accessibility()
  private var hasCover = false
  /// What the book could not hold as it was.
  private(set) var diagnostics = Diagnostics()

  init(
    _ publication: Publication, options: EPUBWriter.Options, environment: WriterEnvironment,
    pictures: BookImages? = nil
  ) {
    self.publication = publication
    self.options = options
    self.environment = environment
    plan = BookPlan(publication, isKobo: options.device?.isKobo == true)
    images = pictures ?? BookImages(options, environment)
  }

  /// Writes the book.
  mutating func write(to sink: inout some ByteSink) throws(ConversionError) {
    let document = try assemble()
    try pack(document, to: &sink)
  }

  /// The files of the book, and which of them are read, in order.
  mutating func printed() throws(ConversionError) -> PrintedBook {
    _ = try assemble()
    var files: [String: [UInt8]] = [:]
    for entry in entries {
      files[String(entry.name.dropFirst("EPUB/".utf8.count))] = entry.contents
    }
    return PrintedBook(
      title: plan.title, language: plan.language, direction: plan.direction, modified: modified,
      pages: items.filter(\.isInSpine).map(\.path),
      files: files)
  }

  /// Makes all files; gives the package document.
  private mutating func assemble() throws(ConversionError) -> [UInt8] {
    guard !plan.items.isEmpty else {
      throw ConversionError(.badInput, "there is no article to make a book of")
    }
    var fonts = try BookFonts(options.fonts, environment)
    let style = try styleSheet(fonts.style)
    var articles = RenderedArticle.all(of: plan, images: images, jobs: environment.jobs)
    note(articles)
    let headings = articles.count == 1 ? articles[0].headings : []
    let identifier = ContentIdentifier.urn(
      of: Array(plan.title.utf8) + articles.flatMap(\.fingerprint.bytes))
    let tree = NavigationTree.contents(of: plan, headings: headings)

    // In the order of reading, then what is not read in its turn.
    try addCover()
    let thumbnails = plan.isDigest ? Thumbnails(plan, images) : Thumbnails()
    var package = PackageDocument(publication, plan)
    if plan.isDigest {
      let masthead = try addMasthead()
      page(
        "title-page", "title.xhtml",
        TitlePage.bytes(
          of: plan, masthead: masthead, publisher: package.commonPublisher,
          thumbnails: thumbnails))
    }
    let contents = NavigationPage.bytes(of: plan, tree, landmarks)
    page("nav", "nav.xhtml", contents, properties: "nav", isInSpine: plan.isDigest)
    for (number, section) in plan.sections.enumerated() {
      if let file = section.fileName {
        page(
          "section-\(number + 1)", file,
          SectionPage.bytes(of: section, in: plan, thumbnails: thumbnails))
      }
      for index in section.items {
        for (part, entry) in articles[index].entries.enumerated() {
          let id = "article-\(index + 1)" + (part == 0 ? "" : "-\(part + 1)")
          let path = String(entry.name.dropFirst("EPUB/".utf8.count))
          add(
            id, path, "application/xhtml+xml", entry,
            properties: articles[index].haveMathML[part] ? "mathml" : nil, isInSpine: true)
        }
      }
    }
    if OmissionsPage.isThere(in: plan) {
      page("omissions", OmissionsPage.fileName, OmissionsPage.bytes(of: plan))
    }
    let ncx = NCXDocument.bytes(of: plan, tree, identifier: identifier)
    add("ncx", "toc.ncx", "application/x-dtbncx+xml", deflater.entry("EPUB/toc.ncx", ncx))
    add("style", "style.css", "text/css", deflater.entry("EPUB/style.css", style))
    addPictures(articles.flatMap(\.pictures) + thumbnails.pictures)
    articles = []
    try add(&fonts)

    return package.bytes(
      items, identifier: identifier, modified: modified, accessibility: accessibility,
      landmarks: landmarks, isVertical: options.vertical)
  }

  // MARK: Parts

  private mutating func add(
    _ id: String, _ path: String, _ mediaType: String, _ entry: ArchiveEntry,
    properties: String? = nil, isInSpine: Bool = false
  ) {
    items.append(
      PackageDocument.Item(
        id: id, path: path, mediaType: mediaType, properties: properties, isInSpine: isInSpine))
    entries.append(entry)
  }

  private mutating func page(
    _ id: String, _ path: String, _ bytes: [UInt8], properties: String? = nil,
    isInSpine: Bool = true
  ) {
    // What is read in its turn, but for the cover, has the marks of Kobo's reader.
    let isMarked = plan.isKobo && isInSpine && id != "cover"
    let entry = deflater.entry("EPUB/" + path, isMarked ? KoboSpans.page(bytes) : bytes)
    add(id, path, "application/xhtml+xml", entry, properties: properties, isInSpine: isInSpine)
  }

  private mutating func addCover() throws(ConversionError) {
    let cover = try BookCover(plan, options.cover, options.device, environment)
    if let warning = cover.warning { diagnostics.add(warning) }
    guard let (bytes, type) = cover.image else { return }
    hasCover = true
    let file = "cover.\(type.fileExtension)"
    page("cover", "cover.xhtml", CoverPage.bytes(of: plan, image: file))
    let entry = deflater.entry("EPUB/" + file, bytes, deflating: type == .svg)
    add("cover-image", file, type.mediaType, entry, properties: "cover-image")
  }

  /// The picture of the paper's name, fit to stand above a title.
  private mutating func addMasthead() throws(ConversionError) -> String? {
    guard let path = options.masthead else { return nil }
    guard let bytes = environment.resources?.bytes(for: path, from: nil) else {
      throw ConversionError(.noInput, "there is no masthead to read there", file: path)
    }
    var profile = options.pictureProfile
    profile.height = profile.width
    let prepared = PreparedImage(bytes, name: path, profile: profile)
    guard let (picture, type) = prepared.image else {
      throw ConversionError(
        .badInput,
        "no masthead can be made of it: \(prepared.warning?.message ?? "it is no picture")",
        file: path)
    }
    if let warning = prepared.warning { diagnostics.add(warning) }
    let file = "masthead.\(type.fileExtension)"
    let entry = deflater.entry("EPUB/" + file, picture, deflating: type == .svg)
    add("masthead", file, type.mediaType, entry)
    return file
  }

  private mutating func addPictures(_ pictures: [BookImages.Picture]) {
    var types: [String: String] = [:]
    for picture in pictures { types[picture.fileName] = picture.mediaType }
    var number = 0
    for entry in images.entries {
      let path = String(entry.name.dropFirst("EPUB/".utf8.count))
      guard let type = types[path] else { continue }
      number += 1
      add("image-\(number)", path, type, entry)
    }
  }

  /// The fonts, with what the pages need of them.
  private mutating func add(_ fonts: inout BookFonts) throws(ConversionError) {
    if !fonts.isEmpty {
      var points = CodePoints()
      for (item, entry) in zip(items, entries) where item.mediaType == "application/xhtml+xml" {
        points.insert(entry.contents)
      }
      for (number, file) in try fonts.files(for: points.all).enumerated() {
        add(
          "font-\(number + 1)", file.name, file.mediaType,
          deflater.entry("EPUB/" + file.name, file.bytes))
      }
    }
    for diagnostic in fonts.diagnostics.all { diagnostics.add(diagnostic) }
  }

  private var landmarks: [NavigationPage.Landmark] {
    var landmarks: [NavigationPage.Landmark] = []
    if hasCover {
      landmarks.append(
        .init(type: "cover", title: plan.words.cover, address: "cover.xhtml"))
    }
    if plan.isDigest {
      landmarks.append(.init(type: "titlepage", title: plan.title, address: "title.xhtml"))
      landmarks.append(.init(type: "toc", title: plan.words.contents, address: "nav.xhtml"))
    }
    let start = plan.sections.first?.fileName ?? plan.items[0].fileName
    landmarks.append(
      .init(
        type: "bodymatter", title: plan.sections.first?.title ?? plan.items[0].title,
        address: start))
    return landmarks
  }

  /// What the articles say of the whole book.
  private mutating func note(_ articles: [RenderedArticle]) {
    accessibility.isDigest = plan.isDigest
    accessibility.isLanguageKnown = plan.language != nil
    accessibility.isStyleOwn = options.styleSheets.isEmpty
    for article in articles {
      if !article.pictures.isEmpty { accessibility.hasPictures = true }
      if !article.areDescribed { accessibility.areDescribed = false }
      if article.hasRuby { accessibility.hasRuby = true }
      if !article.areHeadingsInOrder { accessibility.areHeadingsInOrder = false }
      if article.haveMathML.contains(true) { accessibility.hasMathML = true }
      if article.pictures.contains(where: { $0.mediaType == "image/gif" }) {
        accessibility.mayFlash = true
      }
      for diagnostic in article.diagnostics.all { diagnostics.add(diagnostic) }
    }
  }

  private func styleSheet(_ fonts: String) throws(ConversionError) -> [UInt8] {
    var style = Array(BookStyle.sheet.utf8)
    style += fonts.utf8
    if options.vertical { style += BookStyle.vertical.utf8 }
    for path in options.styleSheets {
      guard let bytes = environment.resources?.bytes(for: path, from: nil) else {
        throw ConversionError(.noInput, "there is no style sheet to read there", file: path)
      }
      style.append(UInt8(ascii: "\n"))
      style += try Self.checked(bytes, path)
    }
    return style
  }

  /// A style sheet that loads nothing: neither does a book nor do we.
  private static func checked(_ bytes: [UInt8], _ path: String) throws(ConversionError) -> [UInt8] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw ConversionError(.badInput, "a style sheet must be in UTF-8", file: path)
    }
    if let finding = StyleSheetCheck.finding(in: bytes, place: .styleSheet) {
      throw ConversionError(
        .badInput,
        "a book's style sheet loads nothing from elsewhere: take out '\(finding.what)', or put a picture or font into the sheet as a data: address",
        file: path, line: finding.line)
    }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// When the book was last changed: the latest moment that its content knows of, so that the same
  /// content makes the same book.
  private var modified: String {
    if let epoch = environment.sourceDateEpoch, let moment = BookDate.moment(epoch) {
      return moment
    }
    let dates = plan.items.flatMap { item in
      [item.entry.metadata.published, item.entry.metadata.modified]
    }
    let latest = (dates + [publication.date]).compactMap { $0?.secondsSince1970 }.max()
    return latest.flatMap(BookDate.moment) ?? "1980-01-01T00:00:00Z"
  }

  private mutating func pack(
    _ document: [UInt8], to sink: inout some ByteSink
  ) throws(ConversionError) {
    let container = """
      <?xml version="1.0" encoding="utf-8"?>
      <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
      <rootfiles>
      <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
      </rootfiles>
      </container>

      """
    var archive = try Archive()
    try archive.add(
      deflater.entry("mimetype", Array("application/epub+zip".utf8), deflating: false))
    try archive.add(deflater.entry("META-INF/container.xml", Array(container.utf8)))
    try archive.add(deflater.entry("EPUB/package.opf", document))
    // From here on the archive alone holds the files, and lets each go as it is written.
    for index in entries.indices {
      try archive.add(entries[index])
      entries[index].stored = []
    }
    try archive.finish(to: &sink)
  }
}
