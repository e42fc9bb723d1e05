internal import NewsFrontMatter
internal import NewsModel

/// Reads the posts of one site, leaving out those that it does not show.
struct JekyllSitePosts: ArticleReader {
  private let opened: JekyllSites.Opened
  private let reader: JekyllReader

  init(_ site: JekyllSite, options: JekyllReader.Options) {
    opened = (site, JekyllLiquid(site: site))
    reader = JekyllReader(options: options)
  }

  /// What the site says of itself.
  var metadata: Metadata {
    var metadata = Metadata()
    let values = opened.site.configuration.values
    metadata.title = (values["title"]?.nonNull ?? values["name"]?.nonNull)?.rubyText
    return metadata
  }

  func read(
    _ source: Source, limits: Limits, diagnostics: inout Diagnostics
  ) throws(ConversionError) -> [Publication.Entry] {
    let page = try reader.page(of: source, in: opened.site, &diagnostics)
    if let reason = reasonToLeaveOut(page) {
      // Nothing else is said of what is not read.
      diagnostics = Diagnostics(file: diagnostics.file)
      diagnostics.notice(reason.code, reason.message)
      return []
    }
    return [
      try reader.read(page, of: source, in: opened, limits: limits, diagnostics: &diagnostics)
    ]
  }

  /// The front matter with the site's defaults, and what the file's name and place say.
  func preview(_ source: Source, limits: Limits) throws(ConversionError) -> [ArticlePreview]? {
    var unheard = Diagnostics()
    let page = try reader.page(of: source, in: opened.site, &unheard)
    let metadata = PostMetadata(of: page, site: opened.site, language: source.language).metadata
    return [
      ArticlePreview(
        metadata, origin: reader.origin(of: metadata, in: opened.site, source),
        isHidden: reasonToLeaveOut(page) != nil)
    ]
  }

  private func reasonToLeaveOut(_ page: JekyllPage) -> (code: Diagnostic.Code, message: String)? {
    let (site, options) = (opened.site, reader.options)
    if !page.isPublished, !options.includesUnpublished, !site.configuration.showsUnpublished {
      return (.postUnpublished, "is left out: 'published' is not true")
    }
    if site.isFuture(page), !options.includesFuture, !site.configuration.showsFuture {
      return (.postFuture, "is left out: its date is to come")
    }
    return nil
  }
}

extension JekyllSite {
  /// What is odd about the configuration, to be reported with its file.
  func diagnostic(of remark: JekyllPage.Remark) -> Diagnostic {
    Diagnostic(
      .warning, .siteConfiguration, remark.message, file: configurationFile, line: remark.line)
  }
}
